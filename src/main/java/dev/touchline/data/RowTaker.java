/// Takes rows one after the other and makes something of them.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What [RowStore#read] feeds.
///
/// @param <T> what is made of the rows
public interface RowTaker<T> {
  /// The next row.
  void take(PlayerMatch row);

  /// What was made of the rows, after the last one.
  T result();

  /// A taker made of two functions.
  static <T> RowTaker<T> of(Consumer<PlayerMatch> taking, Supplier<T> making) {
    return new RowTaker<>() {
      @Override
      public void take(PlayerMatch row) {
        taking.accept(row);
      }

      @Override
      public T result() {
        return making.get();
      }
    };
  }
}
