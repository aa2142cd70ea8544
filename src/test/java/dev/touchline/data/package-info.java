/// Tests of stores, imports and features.
@NullMarked
package dev.touchline.data;

import org.jspecify.annotations.NullMarked;
