/// Predictions from a posterior cache in memory.
@NullMarked
package dev.touchline.predict;

import org.jspecify.annotations.NullMarked;
