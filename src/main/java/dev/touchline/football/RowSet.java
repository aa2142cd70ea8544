/// Player-match rows with their features side by side.
package dev.touchline.football;

import java.util.Arrays;
import java.util.List;

/// Rows and their raw (not standardised) features.
///
/// @param rows N rows, ordered by date, match, team and player
/// @param featureNames F names
/// @param features N × F values, row-major, known before each row's kick-off
public record RowSet(List<PlayerMatch> rows, List<String> featureNames, double[] features) {

  /// Checks the shape.
  public RowSet {
    if (features.length != rows.size() * featureNames.size()) {
      throw new IllegalArgumentException(
          "%d rows × %d features need %d values, not %d"
              .formatted(
                  rows.size(),
                  featureNames.size(),
                  rows.size() * featureNames.size(),
                  features.length));
    }
    rows = List.copyOf(rows);
    featureNames = List.copyOf(featureNames);
  }

  /// Number of rows.
  public int size() {
    return rows.size();
  }

  /// Feature `f` of row `row`.
  public double feature(int row, int f) {
    return features[row * featureNames.size() + f];
  }

  /// Rows from an index to another, exclusive, with their features.
  public RowSet slice(int from, int to) {
    int f = featureNames.size();
    return new RowSet(
        rows.subList(from, to), featureNames, Arrays.copyOfRange(features, from * f, to * f));
  }

  /// Number of distinct matches.
  public int matchCount() {
    return (int) rows.stream().mapToLong(PlayerMatch::matchId).distinct().count();
  }
}
