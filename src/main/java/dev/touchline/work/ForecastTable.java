/// Forecasts with their scores as lines of a CSV file.
package dev.touchline.work;

import dev.touchline.evaluate.CountScores;
import dev.touchline.evaluate.Forecast;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One line a model, prop and row. The pmf is written so that it is read back exactly, separated by
/// spaces.
final class ForecastTable {
  /// The columns.
  static final String HEADER =
      "step,model,prop,match_id,match_date,player_id,position,team_id,opponent_id,was_home,minutes,"
          + "player_known,observed,log_score,rps,pmf\n";

  private static final int PROP = 2;
  private static final int MATCH = 3;
  private static final int PLAYER = 5;
  private static final int KNOWN = 11;
  private static final int OBSERVED = 12;
  private static final int PMF = 15;
  private static final int COLUMNS = 16;

  private ForecastTable() {}

  /// The lines of a model's forecasts of a step, without the header.
  static String lines(LocalDate step, String model, Map<Prop, List<Forecast>> forecasts) {
    StringBuilder text = new StringBuilder();
    forecasts.forEach(
        (prop, own) -> {
          for (Forecast forecast : own) {
            PlayerMatch row = forecast.row();
            text.append(step).append(',').append(model).append(',').append(prop.key()).append(',');
            text.append(row.matchId()).append(',').append(row.matchDate()).append(',');
            text.append(row.playerId()).append(',').append(row.position()).append(',');
            text.append(row.teamId()).append(',').append(row.opponentId()).append(',');
            text.append(row.wasHome()).append(',').append(row.minutes()).append(',');
            text.append(forecast.playerKnown()).append(',').append(forecast.observed()).append(',');
            text.append(CountScores.log(forecast)).append(',').append(CountScores.rps(forecast));
            char separator = ',';
            for (double p : forecast.pmf()) {
              text.append(separator).append(p);
              separator = ' ';
            }
            text.append('\n');
          }
        });
    return text.toString();
  }

  /// The forecasts that the lines stand for; empty where they are not the forecasts of just these
  /// rows and props, in their order.
  static Optional<Map<Prop, List<Forecast>>> read(
      String text, List<PlayerMatch> rows, List<Prop> props) {
    List<String> lines = text.lines().toList();
    if (lines.size() != rows.size() * props.size()) {
      return Optional.empty();
    }
    Map<Prop, List<Forecast>> forecasts = new EnumMap<>(Prop.class);
    try {
      for (int i = 0; i < lines.size(); i++) {
        PlayerMatch row = rows.get(i % rows.size());
        Prop prop = props.get(i / rows.size());
        Optional<Forecast> forecast = forecast(lines.get(i).split(",", -1), row, prop);
        if (forecast.isEmpty()) {
          return Optional.empty();
        }
        forecasts.computeIfAbsent(prop, p -> new ArrayList<>()).add(forecast.get());
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.of(Collections.unmodifiableMap(forecasts));
  }

  private static Optional<Forecast> forecast(String[] fields, PlayerMatch row, Prop prop) {
    boolean fits =
        fields.length == COLUMNS
            && fields[PROP].equals(prop.key())
            && Long.parseLong(fields[MATCH]) == row.matchId()
            && Long.parseLong(fields[PLAYER]) == row.playerId()
            && Integer.parseInt(fields[OBSERVED]) == row.count(prop);
    if (!fits) {
      return Optional.empty();
    }
    String[] terms = fields[PMF].split(" ");
    double[] pmf = new double[terms.length];
    double sum = 0;
    for (int y = 0; y < pmf.length; y++) {
      pmf[y] = Double.parseDouble(terms[y]);
      sum += pmf[y];
    }
    if (!(Math.abs(sum - 1) < 1e-6)) {
      return Optional.empty();
    }
    return Optional.of(
        new Forecast(
            row,
            prop,
            row.count(prop),
            pmf,
            Boolean.parseBoolean(Objects.requireNonNull(fields[KNOWN]))));
  }
}
