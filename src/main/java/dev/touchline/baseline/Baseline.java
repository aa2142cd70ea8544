/// A forecaster without a posterior, for models to be measured against.
package dev.touchline.baseline;

import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import java.util.List;

/// Learns from training rows and forecasts later ones. Stateless; the same rows give the same
/// forecasts.
public interface Baseline {
  /// Its name on the command line and in tables, such as `shrunken`.
  String key();

  /// What it is, a sentence.
  String description();

  /// P(Y = 0), P(Y = 1), … of each later row, until the rest is below 1e-9; in row order. Counts of
  /// the later rows are seen only where features of still later days are made of them.
  ///
  /// @param prop what is counted
  /// @param training rows to learn from, at least one, ordered by date
  /// @param later rows to forecast, their minutes known, all after the training rows
  List<double[]> forecast(Prop prop, RowSet training, RowSet later);
}
