/// The posterior draws that predictions are made of, laid out for speed.
package dev.touchline.predict;

/// S samples of every quantity that a rate is made of, as one array a prop and quantity, so that
/// every inner loop runs over plain neighbouring numbers. Effects are stored as exponentials: a
/// rate is then a product, and only the features need an exponential at prediction time.
///
/// Never changed after loading; safe for many threads.
///
/// @param samples S
/// @param props K
/// @param player exp(α + u), [player][prop][sample]
/// @param opponent exp(v), [opponent][prop][sample]
/// @param newPlayer exp(α + u) of an unknown player, [position, or 4 for unknown][prop][sample]
/// @param newOpponent exp(v) of an unknown opponent, [prop][sample]
/// @param team exp(w), [team][prop][sample]; empty where the model has no own teams' effects
/// @param newTeam exp(w) of an unknown team, [prop][sample]; empty likewise
/// @param home exp(η), [prop][sample]
/// @param beta slopes, [prop][slope][sample]: β of the features and, where the exponent on minutes
///   is free, that exponent less 1, the slope of ln(minutes / 90)
/// @param betaLimit the largest |slope|, [prop][slope]
/// @param means posterior means for the explanation
record PosteriorCache(
    int samples,
    int props,
    double[][][] player,
    double[][][] opponent,
    double[][][] newPlayer,
    double[][] newOpponent,
    double[][][] team,
    double[][] newTeam,
    double[][] home,
    double[][][] beta,
    double[][] betaLimit,
    Means means) {

  /// Posterior means on the log scale, over the samples kept.
  ///
  /// @param alpha [prop]
  /// @param home [prop]
  /// @param beta [prop][slope]
  /// @param position γ, [position, or 4 for unknown][prop]
  /// @param player u without γ, [player][prop]
  /// @param opponent [opponent][prop]
  /// @param newPlayer u without γ of an unknown player, [position, or 4][prop]
  /// @param newOpponent [prop]
  /// @param team [team][prop]
  /// @param newTeam [prop]
  record Means(
      double[] alpha,
      double[] home,
      double[][] beta,
      double[][] position,
      double[][] player,
      double[][] opponent,
      double[][] newPlayer,
      double[] newOpponent,
      double[][] team,
      double[] newTeam) {}

  /// Bytes that a cache takes.
  ///
  /// @param effects players, opponents and teams
  static long bytes(long samples, int props, int slopes, int effects) {
    long arrays = (long) props * (effects + 2 + 3 + slopes + 2L * 4 + 5);
    return arrays * (samples * Double.BYTES + 24);
  }
}
