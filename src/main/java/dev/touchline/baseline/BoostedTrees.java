/// The baseline of machine learning: gradient-boosted Poisson trees.
package dev.touchline.baseline;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// XGBoost on [TreeFeatures], with minutes times the position's rate as offset.
///
/// Leaves and number of trees are those that foretell the last quarter of the training rows best
/// when grown on the rows before; then they are grown on all.
public final class BoostedTrees implements Baseline {
  private static final int[] LEAVES = {4, 8};
  private static final int MOST_ROUNDS = 300;
  private static final int PATIENCE = 40;
  private static final double EARLY = 0.75;

  @Override
  public String key() {
    return "trees";
  }

  @Override
  public String description() {
    return "gradient-boosted Poisson trees (XGBoost) on form, career, team and opponent rates";
  }

  /// Why trees cannot be grown on this system, a sentence; empty where they can.
  public static String trouble() {
    try {
      TreeBooster.means(
          new TreeBooster.Rows(new float[] {0, 1}, 1, new double[] {1, 1}, new double[] {0, 1}),
          new TreeBooster.Size(2, 1),
          new TreeBooster.Rows(new float[] {0}, 1, new double[] {1}, new double[0]));
      return "";
    } catch (LinkageError | RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return "XGBoost's native library does not load on this system ("
          + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
          + ").";
    }
  }

  @Override
  public List<double[]> forecast(Prop prop, RowSet training, RowSet later) {
    PositionRates rates = new PositionRates(prop, training.rows());
    TreeFeatures features = new TreeFeatures(training.featureNames().size());
    TreeBooster.Rows train = rows(prop, training, features, rates);
    TreeBooster.Rows test = rows(prop, later, features, rates);
    int split = split(training.rows());
    TreeBooster.Size size =
        TreeBooster.choose(
            train.range(0, split),
            train.range(split, training.size()),
            LEAVES,
            MOST_ROUNDS,
            PATIENCE);
    List<double[]> pmfs = new ArrayList<>();
    for (double mean : TreeBooster.means(train, size, test)) {
      pmfs.add(PoissonPmf.of(mean));
    }
    return pmfs;
  }

  private static TreeBooster.Rows rows(
      Prop prop, RowSet set, TreeFeatures features, PositionRates rates) {
    double[] exposure = new double[set.size()];
    double[] y = new double[set.size()];
    for (int i = 0; i < y.length; i++) {
      PlayerMatch row = set.rows().get(i);
      exposure[i] = rates.of(row.position()) * row.minutes() / 90.0;
      y[i] = row.count(prop);
    }
    return new TreeBooster.Rows(features.next(set), features.width(), exposure, y);
  }

  /// The first row of the day on which the last quarter of the rows begins; at least one row stays
  /// on either side.
  static int split(List<PlayerMatch> rows) {
    LocalDate day = rows.get((int) (EARLY * (rows.size() - 1))).matchDate();
    int split = 0;
    while (split < rows.size() && rows.get(split).matchDate().isBefore(day)) {
      split++;
    }
    return split > 0 ? split : Math.max(1, rows.size() / 2);
  }
}
