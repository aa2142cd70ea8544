/// Touchline: player props priced by a Bayesian multi-task model.
@NullMarked
package dev.touchline;

import org.jspecify.annotations.NullMarked;
