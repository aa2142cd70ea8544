/// Whether probabilities can be trusted: calibration, scores, single- against multi-task.
@NullMarked
package dev.touchline.evaluate;

import org.jspecify.annotations.NullMarked;
