/// Scores the forecasts of a backtest.
package dev.touchline.work;

import dev.touchline.evaluate.Calibration;
import dev.touchline.evaluate.CountScores;
import dev.touchline.evaluate.Forecast;
import dev.touchline.evaluate.ModelScores;
import dev.touchline.evaluate.PairedScores;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Brings all rows of all steps together.
///
/// @param forecasts by model and prop, in row order
/// @param against the model that the others are set against
record BacktestJudge(Map<String, Map<Prop, List<Forecast>>> forecasts, String against) {
  /// Enough for intervals of parts to two digits.
  private static final int REPLICATIONS = 500;

  private static final Map<Prop, List<Double>> LINES =
      Map.of(
          Prop.GOALS, List.of(0.5, 1.5),
          Prop.SHOTS, List.of(0.5, 1.5, 2.5, 3.5),
          Prop.CARDS, List.of(0.5));

  /// One row a prop and model.
  List<BacktestOutcome.ScoreRow> scores(Map<Prop, Double> lines) {
    return rows(PairedScores.standard().judge(forecasts, against, lines));
  }

  /// The same at every usual line, props first.
  List<BacktestOutcome.ScoreRow> lines() {
    List<BacktestOutcome.ScoreRow> rows = new ArrayList<>();
    for (Prop prop : props()) {
      for (double line : LINES.getOrDefault(prop, List.of(Calibration.LINE))) {
        rows.addAll(
            rows(new PairedScores(REPLICATIONS, 1).judge(only(prop), against, Map.of(prop, line))));
      }
    }
    return rows;
  }

  private Map<String, Map<Prop, List<Forecast>>> only(Prop prop) {
    Map<String, Map<Prop, List<Forecast>>> part = new java.util.LinkedHashMap<>();
    forecasts.forEach((model, all) -> part.put(model, Map.of(prop, of(model, prop))));
    return part;
  }

  private List<BacktestOutcome.ScoreRow> rows(Map<String, Map<Prop, ModelScores>> judged) {
    List<BacktestOutcome.ScoreRow> rows = new ArrayList<>();
    for (Prop prop : Prop.values()) {
      judged.forEach(
          (model, figures) -> {
            ModelScores own = figures.get(prop);
            if (own != null) {
              rows.add(new BacktestOutcome.ScoreRow(prop, model, own));
            }
          });
    }
    return rows;
  }

  /// The log score by parts of the rows; parts without rows are left out.
  List<BacktestOutcome.GroupRow> groups() {
    PairedScores paired = new PairedScores(REPLICATIONS, 1);
    List<BacktestOutcome.GroupRow> rows = new ArrayList<>();
    for (RowGroups.Group group : RowGroups.all()) {
      for (Prop prop : props()) {
        List<Forecast> other = group.of(of(against, prop));
        if (other.isEmpty()) {
          continue;
        }
        for (String model : forecasts.keySet()) {
          List<Forecast> own = group.of(of(model, prop));
          rows.add(
              new BacktestOutcome.GroupRow(
                  group.kind(),
                  group.name(),
                  prop,
                  model,
                  own.size(),
                  own.stream().mapToDouble(CountScores::log).average().orElse(Double.NaN),
                  paired.logScore(prop, own, other)));
        }
      }
    }
    return rows;
  }

  /// How the log scores run apart.
  List<BacktestOutcome.CurveRow> curves() {
    PairedScores paired = PairedScores.standard();
    List<BacktestOutcome.CurveRow> rows = new ArrayList<>();
    for (Prop prop : props()) {
      for (String model : forecasts.keySet()) {
        if (!model.equals(against)) {
          rows.add(
              new BacktestOutcome.CurveRow(
                  prop, model, paired.cumulative(prop, of(model, prop), of(against, prop))));
        }
      }
    }
    return rows;
  }

  private List<Prop> props() {
    return List.copyOf(new EnumMap<>(Objects.requireNonNull(forecasts.get(against))).keySet());
  }

  private List<Forecast> of(String model, Prop prop) {
    return Objects.requireNonNull(Objects.requireNonNull(forecasts.get(model)).get(prop));
  }
}
