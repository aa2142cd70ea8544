/// A checked request, in the model's indices.
package dev.touchline.predict;

/// What the kernel needs of a request.
///
/// @param player index of the player, or -1 if the model does not know him
/// @param position index of his position, or 4 if that is unknown
/// @param opponent index of the opponent, or -1 if the model does not know it
/// @param team index of his own team, or -1 if the model does not know it or has no such effects
/// @param home whether his team is at home
/// @param minutes minutes
/// @param x standardised features and, where the exponent on minutes is free, ln(minutes / 90)
record Question(
    int player, int position, int opponent, int team, boolean home, double minutes, double[] x) {}
