@org.jspecify.annotations.NullMarked
package dev.touchline.baseline;
