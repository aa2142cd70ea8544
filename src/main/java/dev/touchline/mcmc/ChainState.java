/// Everything that a chain needs to go on as if it had never stopped.
package dev.touchline.mcmc;

/// The complete state of a chain between two draws. Arrays are copies.
///
/// @param chain index from 0
/// @param done draws made, adaptation included
/// @param divergences diverging transitions among the kept draws
/// @param gradients gradient evaluations so far
/// @param tuneSeconds wall time of the adaptation so far
/// @param sampleSeconds wall time of the kept draws so far
/// @param random state of the random stream, 4 words
/// @param lp log density of the last draw
/// @param position the last draw, shape: dimension
/// @param gradient gradient there, shape: dimension
/// @param stepSize step size of the next transition
/// @param adaptation state of the step size's adaptation, 5 numbers
/// @param metric the metric in use
/// @param moments what the metric will be learned from next
public record ChainState(
    int chain,
    int done,
    int divergences,
    long gradients,
    double tuneSeconds,
    double sampleSeconds,
    long[] random,
    double lp,
    double[] position,
    double[] gradient,
    double stepSize,
    double[] adaptation,
    Metric metric,
    Moments moments) {

  /// Running moments of draws and gradients in a window of the adaptation.
  ///
  /// @param count draws seen
  /// @param drawMean shape: dimension, as the next three
  /// @param drawSquares sums of squared deviations
  /// @param gradientMean means of the gradients
  /// @param gradientSquares sums of their squared deviations
  /// @param cross sums of products of the leading `g` coordinates, g × g, lower triangle
  public record Moments(
      int count,
      double[] drawMean,
      double[] drawSquares,
      double[] gradientMean,
      double[] gradientSquares,
      double[] cross) {}

  /// Draws kept so far, of a run with this many adaptation draws.
  public int kept(int tune) {
    return Math.max(0, done - tune);
  }

  /// Whether the state fits a model of this dimension, with a dense block of this size.
  public boolean fits(int dimension, int block) {
    return position.length == dimension
        && gradient.length == dimension
        && random.length == Xoshiro256PlusPlus.WORDS
        && adaptation.length == DualAveraging.NUMBERS
        && metric.centre().length == dimension
        && metric.dense().length == block * block
        && metric.diagonal().length == dimension - block
        && moments.drawMean.length == dimension
        && moments.drawSquares.length == dimension
        && moments.gradientMean.length == dimension
        && moments.gradientSquares.length == dimension
        && moments.cross.length == block * block;
  }
}
