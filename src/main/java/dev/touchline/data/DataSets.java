/// Builds the data set of a training run from the rows of a store.
package dev.touchline.data;

import dev.touchline.football.DataSet;
import dev.touchline.football.DateSplit;
import java.util.List;

/// Loads rows, adds features, splits by date.
public final class DataSets {
  /// Fewest training rows that a model is trained on.
  public static final int MINIMUM_TRAINING_ROWS = 101;

  /// The data set of a split. Features use all earlier rows of the chosen competitions, also those
  /// before the training window. Faults of kind DATA: no rows, not more than 100 training rows, no
  /// validation rows.
  ///
  /// @param competitions competition keys; empty: all
  public DataSet load(RowStore store, DateSplit split, List<String> competitions) {
    throw new UnsupportedOperationException("not built yet");
  }
}
