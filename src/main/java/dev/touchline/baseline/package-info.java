/// Simple forecasters that a model has to beat: constant rates, shrunken rates, boosted trees.
@NullMarked
package dev.touchline.baseline;

import org.jspecify.annotations.NullMarked;
