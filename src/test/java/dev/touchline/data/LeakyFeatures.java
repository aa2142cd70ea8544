/// Features with a fault planted: each row has seen itself.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.util.List;

/// The off-by-one that every form feature is at risk of, for tests of the tests.
public final class LeakyFeatures {
  private LeakyFeatures() {}

  /// Features after each row instead of before its day.
  public static RowSet build(List<PlayerMatch> rows) {
    int width = RunningForm.NAMES.size();
    double[] values = new double[rows.size() * width];
    RunningForm form = new RunningForm();
    for (int i = 0; i < rows.size(); i++) {
      form.observe(rows.get(i));
      form.features(rows.get(i).playerId(), rows.get(i).position(), values, i * width);
    }
    return new RowSet(rows, RunningForm.NAMES, values);
  }
}
