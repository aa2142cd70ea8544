/// The Calibrate panel: whether the probabilities can be trusted.
@NullMarked
package dev.touchline.desktop.calibrate;

import org.jspecify.annotations.NullMarked;
