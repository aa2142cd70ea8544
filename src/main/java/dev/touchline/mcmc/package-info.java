/// The No-U-Turn sampler: trajectories, adaptation, chains; knows only a log density.
@NullMarked
package dev.touchline.mcmc;

import org.jspecify.annotations.NullMarked;
