/// Draws in memory and in InferenceData files.
@NullMarked
package dev.touchline.trace;

import org.jspecify.annotations.NullMarked;
