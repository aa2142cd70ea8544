/// Forecasts sorted into bins of their probability.
package dev.touchline.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The bin of each row and the sums of each bin.
final class Binning {
  /// Number of bins.
  static final int BINS = 10;

  private final int[] bin;
  private final double[] rows = new double[BINS];
  private final double[] predicted = new double[BINS];
  private final double[] observed = new double[BINS];

  private Binning(int[] bin, double[] probability, double[] outcome) {
    this.bin = bin;
    for (int i = 0; i < bin.length; i++) {
      rows[bin[i]]++;
      predicted[bin[i]] += probability[i];
      observed[bin[i]] += outcome[i];
    }
  }

  private Binning(int[] bin, Events events) {
    this(bin, events.probability(), events.outcome());
  }

  /// The same bins with other outcomes.
  Binning with(double[] probability, double[] outcome) {
    return new Binning(bin, probability, outcome);
  }

  /// 10 bins of equal width on [0, 1]; each holds its lower edge, the last one both.
  static Binning equalWidth(Events events) {
    int[] bin = new int[events.size()];
    for (int i = 0; i < bin.length; i++) {
      bin[i] = Math.min(BINS - 1, (int) (events.probability()[i] * BINS));
    }
    return new Binning(bin, events);
  }

  /// 10 bins of equally many rows, by ascending probability (ties in row order).
  static Binning equalMass(Events events) {
    int n = events.size();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> events.probability()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] bin = new int[n];
    for (int rank = 0; rank < n; rank++) {
      bin[order[rank]] = (int) ((long) rank * BINS / n);
    }
    return new Binning(bin, events);
  }

  /// The bin of each row.
  int[] bin() {
    return bin;
  }

  /// Rows in a bin.
  int rows(int b) {
    return (int) rows[b];
  }

  /// Mean probability in a bin.
  double predicted(int b) {
    return predicted[b] / rows[b];
  }

  /// Share of events in a bin.
  double observed(int b) {
    return observed[b] / rows[b];
  }

  /// Σ_b n_b / N · |mean outcome − mean probability|.
  double ece() {
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      sum += Math.abs(observed[b] - predicted[b]);
    }
    return sum / bin.length;
  }

  /// The debiased estimator of Bröcker (2012) and Ferro and Fricker (2012), as Roelofs et al.
  /// (arXiv 2012.08668) use it: √ Σ_b n_b / N · ((o_b − p_b)² − o_b (1 − o_b) / (n_b − 1)), where
  /// the second term is the variance of the observed share. A negative sum, which a calibrated
  /// forecaster gives about every second time, becomes 0. Bins of a single row, whose variance
  /// cannot be told, are left out.
  double debiased() {
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      if (rows[b] > 1) {
        double share = observed(b);
        double gap = share - predicted(b);
        sum += rows[b] * (gap * gap - share * (1 - share) / (rows[b] - 1));
      }
    }
    return Math.sqrt(Math.max(0, sum / bin.length));
  }

  /// Sums of outcome − probability and numbers of rows by match, from which any resample of matches
  /// gets its ECE quickly.
  MatchSums matchSums(Events events) {
    double[] gaps = new double[events.matches() * BINS];
    double[] counts = new double[events.matches()];
    for (int i = 0; i < bin.length; i++) {
      gaps[events.match()[i] * BINS + bin[i]] += events.outcome()[i] - events.probability()[i];
      counts[events.match()[i]]++;
    }
    return new MatchSums(gaps, counts);
  }

  /// Sums by match.
  ///
  /// @param gaps [match × bin]
  /// @param rows [match]
  record MatchSums(double[] gaps, double[] rows) {
    /// The ECE of a resample.
    ///
    /// @param times how often each match was drawn
    double ece(int[] times) {
      double[] sums = new double[BINS];
      double n = 0;
      for (int m = 0; m < rows.length; m++) {
        if (times[m] > 0) {
          for (int b = 0; b < BINS; b++) {
            sums[b] += times[m] * gaps[m * BINS + b];
          }
          n += times[m] * rows[m];
        }
      }
      double sum = 0;
      for (double gap : sums) {
        sum += Math.abs(gap);
      }
      return sum / n;
    }
  }
}
