/// The Diagnose panel: whether chains can be trusted, parameter by parameter.
@NullMarked
package dev.touchline.desktop.diagnose;

import org.jspecify.annotations.NullMarked;
