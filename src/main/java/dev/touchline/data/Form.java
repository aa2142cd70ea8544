/// A player's form as of a day: the features of a prediction.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Computes the features of a row that has not been played yet; the same code as for training.
public final class Form {
  private final List<PlayerMatch> history;

  /// @param history rows ordered by date, of the competitions concerned
  public Form(List<PlayerMatch> history) {
    this.history = List.copyOf(history);
  }

  /// Raw features by name, in model order, from rows strictly before `day`; an unknown player has
  /// the form of his position with no appearances.
  public Map<String, Double> of(long playerId, Position position, LocalDate day) {
    throw new UnsupportedOperationException("not built yet: " + history.size());
  }

  /// The same as of the day after the last row of the history.
  public Map<String, Double> latest(long playerId, Position position) {
    throw new UnsupportedOperationException("not built yet");
  }
}
