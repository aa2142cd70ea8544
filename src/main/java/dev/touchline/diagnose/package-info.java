/// Whether chains may be trusted: R-hat, effective sample size, Monte Carlo error, E-BFMI, the
/// verdict.
@NullMarked
package dev.touchline.diagnose;

import org.jspecify.annotations.NullMarked;
