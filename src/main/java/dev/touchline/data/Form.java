/// A player's form as of a day: the features of a prediction.
package dev.touchline.data;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Computes the features of a row that has not been played yet; the same code as for training. Safe
/// for many threads.
public final class Form {
  private final List<PlayerMatch> history;
  private volatile @Nullable RunningForm complete;
  private volatile @Nullable RunningMinutes minutes;

  /// @param history rows ordered by date, of the competitions concerned
  public Form(List<PlayerMatch> history) {
    this.history = List.copyOf(history);
  }

  /// Raw features by name, in model order, from rows strictly before `day`; an unknown player has
  /// the form of his position with no appearances. Reads the history up to that day.
  public Map<String, Double> of(long playerId, Position position, LocalDate day) {
    return named(replay(day), playerId, position);
  }

  /// The same as of the day after the last row of the history; the history is read once, whatever
  /// the number of calls.
  public Map<String, Double> latest(long playerId, Position position) {
    RunningForm form = complete;
    if (form == null) {
      form = replay(LocalDate.MAX);
      complete = form;
    }
    return named(form, playerId, position);
  }

  /// How long a player may play, as of the day after the last row of the history.
  ///
  /// @param position null where nobody knows it
  public MinutesForecast minutes(long playerId, @Nullable Position position) {
    RunningMinutes running = minutes;
    if (running == null) {
      running = new RunningMinutes();
      history.forEach(running::observe);
      minutes = running;
    }
    return running.forecast(playerId, position);
  }

  private RunningForm replay(LocalDate day) {
    RunningForm form = new RunningForm();
    for (PlayerMatch row : history) {
      if (!row.matchDate().isBefore(day)) {
        break;
      }
      form.observe(row);
    }
    return form;
  }

  private static Map<String, Double> named(RunningForm form, long playerId, Position position) {
    double[] values = new double[RunningForm.NAMES.size()];
    form.features(playerId, position, values, 0);
    Map<String, Double> named = new LinkedHashMap<>();
    for (int j = 0; j < values.length; j++) {
      named.put(RunningForm.NAMES.get(j), values[j]);
    }
    return named;
  }
}
