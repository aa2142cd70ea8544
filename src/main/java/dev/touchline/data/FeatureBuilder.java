/// Adds features to rows, from what was known before kick-off.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.util.List;

/// Computes the features of rows that have been played, each from the rows of earlier days only:
/// matches of one day do not see each other, whatever their kick-off.
public final class FeatureBuilder {
  /// Feature names in model order.
  public static final List<String> NAMES = RunningForm.NAMES;

  /// The rows with their raw features.
  ///
  /// @param rows rows ordered by date
  /// @return the same rows in the same order
  public RowSet build(List<PlayerMatch> rows) {
    int width = NAMES.size();
    double[] features = new double[rows.size() * width];
    FeatureStream stream = new FeatureStream();
    for (int i = 0; i < rows.size(); i++) {
      stream.next(rows.get(i), features, i * width);
    }
    return new RowSet(rows, NAMES, features);
  }
}
