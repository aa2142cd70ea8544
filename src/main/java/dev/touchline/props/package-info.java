/// The Bayesian model of player props: priors, density kernel, parameter layout.
@NullMarked
package dev.touchline.props;

import org.jspecify.annotations.NullMarked;
