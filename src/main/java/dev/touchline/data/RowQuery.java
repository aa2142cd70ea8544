/// Which rows are asked for.
package dev.touchline.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A selection of player-match rows.
///
/// @param from first day, or null for no bound
/// @param to last day, inclusive, or null for no bound
/// @param competitions competition keys; empty: all
public record RowQuery(
    @Nullable LocalDate from, @Nullable LocalDate to, List<String> competitions) {

  /// Every row.
  public static final RowQuery ALL = new RowQuery(null, null, List.of());
}
