/// Sums over the samples of one rate.
package dev.touchline.predict;

/// Mean and variance of a rate, and the count's distribution: the mean of the samples' Poisson
/// probabilities. Scratch space of one thread.
sealed interface Mixture permits PlainMixture, VectorMixture {
  /// The pmf goes on until less than this is left …
  double REST = 1e-9;

  /// … or it has this many entries, which no count of a footballer ever needs.
  int MOST_COUNTS = 1024;

  /// The length of an array that n samples take, a multiple of four. Here, since no class that
  /// mentions vectors may be touched where Java has not been given their module.
  static int padded(int n) {
    return (n + 3) / 4 * 4;
  }

  /// Takes the samples of a rate and computes their mean and variance.
  void load(double[] samples);

  /// Mean of the rate, which is that of the count.
  double mean();

  /// Variance of the rate.
  double variance();

  /// The probabilities of 0, 1, …, by the recurrence P(y) = P(y − 1) · λ / y for each sample.
  double[] pmf();
}
