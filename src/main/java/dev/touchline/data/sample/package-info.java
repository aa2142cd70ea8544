/// Simulated seasons: players, teams and matches drawn from the reference model, with the truth
/// behind them.
@NullMarked
package dev.touchline.data.sample;

import org.jspecify.annotations.NullMarked;
