/// A prediction beside what then happened.
package dev.touchline.evaluate;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;

/// One prop of one validation row.
///
/// @param row the row, with its minutes known
/// @param prop the prop
/// @param observed the count
/// @param pmf predicted P(Y = y), until the rest is below 1e-9
/// @param playerKnown whether the model knew the player
public record Forecast(
    PlayerMatch row, Prop prop, int observed, double[] pmf, boolean playerKnown) {}
