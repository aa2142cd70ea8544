/// Gives tests the features of rows that are at hand, as the program computes them while rows
/// stream by.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.util.List;

public final class FeatureBuilder {
  /// The rows, ordered by date, with their raw features.
  public RowSet build(List<PlayerMatch> rows) {
    WindowTaker taker = new WindowTaker(1, row -> 0);
    rows.forEach(taker::take);
    return taker.result().getFirst();
  }
}
