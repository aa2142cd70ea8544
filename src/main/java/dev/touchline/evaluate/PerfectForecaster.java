/// What a perfectly calibrated forecaster would show.
package dev.touchline.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Outcomes simulated from the predicted probabilities themselves, in the bins of the forecasts
/// (consistency resampling, Bröcker and Smith 2007, with the probabilities held fixed).
///
/// @param ece mean ECE of the simulations
/// @param eceHigh the ECE that 95 of 100 simulations stay below
/// @param low lower end of the central 95 % of each bin's simulated share
/// @param high upper end
record PerfectForecaster(double ece, double eceHigh, double[] low, double[] high) {
  private static final double ECE_LEVEL = 0.95;
  private static final double TAIL = 0.025;

  static PerfectForecaster simulate(Events events, Binning binning, int replications, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] expected = new double[Binning.BINS];
    double[] p = events.probability();
    int[] bin = binning.bin();
    for (int i = 0; i < p.length; i++) {
      expected[bin[i]] += p[i];
    }
    double[][] shares = new double[Binning.BINS][replications];
    double[] eces = new double[replications];
    for (int r = 0; r < replications; r++) {
      int[] hits = new int[Binning.BINS];
      for (int i = 0; i < p.length; i++) {
        if (random.nextDouble() < p[i]) {
          hits[bin[i]]++;
        }
      }
      double gaps = 0;
      for (int b = 0; b < Binning.BINS; b++) {
        gaps += Math.abs(hits[b] - expected[b]);
        shares[b][r] = (double) hits[b] / binning.rows(b);
      }
      eces[r] = gaps / p.length;
    }
    double[] low = new double[Binning.BINS];
    double[] high = new double[Binning.BINS];
    for (int b = 0; b < Binning.BINS; b++) {
      Arrays.sort(shares[b]);
      low[b] = MatchBootstrap.quantile(shares[b], TAIL);
      high[b] = MatchBootstrap.quantile(shares[b], 1 - TAIL);
    }
    double mean = Arrays.stream(eces).average().orElse(Double.NaN);
    Arrays.sort(eces);
    return new PerfectForecaster(mean, MatchBootstrap.quantile(eces, ECE_LEVEL), low, high);
  }

  /// The mean debiased ECE of outcomes simulated from the probabilities.
  static double debiased(Events events, int replications, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Binning binning = Binning.equalMass(events);
    double[] outcome = new double[events.size()];
    double total = 0;
    for (int r = 0; r < replications; r++) {
      for (int i = 0; i < outcome.length; i++) {
        outcome[i] = random.nextDouble() < events.probability()[i] ? 1 : 0;
      }
      total += binning.with(events.probability(), outcome).debiased() / replications;
    }
    return total;
  }
}
