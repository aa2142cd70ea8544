/// The Brier score and its split.
package dev.touchline.evaluate;

import dev.touchline.evaluate.PropCalibration.Brier;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The CORP decomposition of Dimitriadis, Gneiting and Jordan (PNAS 2021): probabilities are
/// recalibrated by isotonic regression of the outcomes on them (pool-adjacent-violators, equal
/// probabilities pooled first). Score = miscalibration − discrimination + uncertainty, where
/// miscalibration = S − S(recalibrated), discrimination = S(base rate) − S(recalibrated),
/// uncertainty = S(base rate).
final class Corp {
  private Corp() {}

  static Brier brier(Events events) {
    int n = events.size();
    double[] recalibrated = recalibrated(events);
    double rate = 0;
    for (double outcome : events.outcome()) {
      rate += outcome / n;
    }
    double score = 0;
    double best = 0;
    for (int i = 0; i < n; i++) {
      double raw = events.probability()[i] - events.outcome()[i];
      double again = recalibrated[i] - events.outcome()[i];
      score += raw * raw / n;
      best += again * again / n;
    }
    double uncertainty = rate * (1 - rate);
    return new Brier(score, score - best, uncertainty - best, uncertainty);
  }

  /// The isotonic regression, in the order of the rows.
  static double[] recalibrated(Events events) {
    int n = events.size();
    double[] p = events.probability();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sum = new double[n];
    int[] weight = new int[n];
    int blocks = 0;
    for (int rank = 0; rank < n; rank++) {
      if (rank > 0 && p[order[rank]] == p[order[rank - 1]]) {
        sum[blocks - 1] += events.outcome()[order[rank]];
        weight[blocks - 1]++;
        if (rank + 1 < n && p[order[rank + 1]] == p[order[rank]]) {
          continue; // pool all equal probabilities before looking back
        }
      } else {
        sum[blocks] = events.outcome()[order[rank]];
        weight[blocks] = 1;
        blocks++;
        if (rank + 1 < n && p[order[rank + 1]] == p[order[rank]]) {
          continue;
        }
      }
      while (blocks > 1
          && sum[blocks - 2] * weight[blocks - 1] >= sum[blocks - 1] * weight[blocks - 2]) {
        sum[blocks - 2] += sum[blocks - 1];
        weight[blocks - 2] += weight[blocks - 1];
        blocks--;
      }
    }
    double[] fitted = new double[n];
    int rank = 0;
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < weight[b]; i++) {
        fitted[order[rank++]] = sum[b] / weight[b];
      }
    }
    return fitted;
  }
}
