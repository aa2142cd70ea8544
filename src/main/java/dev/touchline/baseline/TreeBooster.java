/// Gradient-boosted Poisson trees by XGBoost, whose native library is loaded when they are first
/// grown.
package dev.touchline.baseline;

import dev.touchline.fault.Fault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Wraps the library: rows in, means out. One thread each, so that the same rows give the same
/// trees.
final class TreeBooster {
  private static final double RATE = 0.1;
  private static final int LOOK_EVERY = 5;

  private TreeBooster() {}

  /// Rows for the booster.
  ///
  /// @param x N × width values, row-major
  /// @param width number of columns
  /// @param exposure N means that the trees multiply: the offset
  /// @param y N counts; empty where they are to be foretold
  record Rows(float[] x, int width, double[] exposure, double[] y) {
    /// Rows from an index to another, exclusive.
    Rows range(int from, int to) {
      return new Rows(
          Arrays.copyOfRange(x, from * width, to * width),
          width,
          Arrays.copyOfRange(exposure, from, to),
          Arrays.copyOfRange(y, from, to));
    }
  }

  /// How trees are grown.
  ///
  /// @param leaves most leaves of a tree
  /// @param rounds number of trees
  record Size(int leaves, int rounds) {}

  /// The size within the bounds that foretells the later rows best (mean Poisson log score, looked
  /// at every 5 trees); growing ends when it has not become better for `patience` trees.
  static Size choose(Rows early, Rows late, int[] leaves, int mostRounds, int patience) {
    Size best = new Size(leaves[0], 0);
    double bestLoss = Double.POSITIVE_INFINITY;
    try (var train = new Matrix(early);
        var test = new Matrix(late)) {
      for (int size : leaves) {
        Booster booster = grown(train, size, 0);
        try {
          int bestHere = 0;
          double bestLossHere = Double.POSITIVE_INFINITY;
          for (int round = 1; round <= mostRounds && round - bestHere <= patience; round++) {
            booster.update(train.rows, round - 1);
            if (round % LOOK_EVERY == 0) {
              float[] loss = new float[1];
              booster.evalSet(new DMatrix[] {test.rows}, new String[] {"late"}, round - 1, loss);
              if (loss[0] < bestLossHere) {
                bestLossHere = loss[0];
                bestHere = round;
              }
            }
          }
          if (bestLossHere < bestLoss) {
            bestLoss = bestLossHere;
            best = new Size(size, bestHere);
          }
        } finally {
          booster.dispose();
        }
      }
      return best;
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  /// The mean counts of later rows, by trees grown on the training rows.
  static double[] means(Rows training, Size size, Rows later) {
    try (var train = new Matrix(training);
        var test = new Matrix(later)) {
      Booster booster = grown(train, size.leaves(), size.rounds());
      try {
        float[][] predicted = booster.predict(test.rows);
        double[] means = new double[predicted.length];
        for (int i = 0; i < means.length; i++) {
          means[i] = predicted[i][0];
        }
        return means;
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  private static Booster grown(Matrix train, int leaves, int rounds) throws XGBoostError {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("objective", "count:poisson");
    settings.put("tree_method", "hist");
    settings.put("grow_policy", "lossguide");
    settings.put("max_depth", 0);
    settings.put("max_leaves", leaves);
    settings.put("eta", RATE);
    settings.put("lambda", 5);
    settings.put("min_child_weight", 10);
    settings.put("subsample", 0.8);
    settings.put("colsample_bytree", 0.5);
    settings.put("nthread", 1);
    settings.put("seed", 1);
    settings.put("verbosity", 0);
    return XGBoost.train(train.rows, settings, rounds, Map.of(), null, null);
  }

  private static Fault failed(XGBoostError e) {
    return new Fault(
        Fault.Kind.DEFECT,
        "XGBoost could not grow the trees: " + e.getMessage(),
        "Leave out the model \"trees\", and please report this.",
        e);
  }

  /// The library's form of rows, outside of Java's heap.
  private static final class Matrix implements AutoCloseable {
    final DMatrix rows;

    Matrix(Rows from) throws XGBoostError {
      rows = new DMatrix(from.x, from.exposure.length, from.width, Float.NaN);
      float[] margin = new float[from.exposure.length];
      for (int i = 0; i < margin.length; i++) {
        margin[i] = (float) Math.log(from.exposure[i]);
      }
      rows.setBaseMargin(margin);
      if (from.y.length > 0) {
        float[] label = new float[from.y.length];
        for (int i = 0; i < label.length; i++) {
          label[i] = (float) from.y[i];
        }
        rows.setLabel(label);
      }
    }

    @Override
    public void close() {
      rows.dispose();
    }
  }
}
