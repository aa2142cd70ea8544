/// What a backtest is asked to do.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A validated backtest.
///
/// @param training how models are fitted: its version is the backtest's name, its split's training
///   window what is known before the first step, its validation window what is walked through
/// @param step how far it goes at a time
/// @param models names of the models, see [Contenders]
/// @param against the model that the others are set against: one of `models`
/// @param lines lines by prop, 0.5 where none is given
/// @param command the command line that asks for it, for the report
public record BacktestRequest(
    TrainRequest training,
    BacktestStep step,
    List<String> models,
    String against,
    Map<Prop, Double> lines,
    String command) {
  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  /// Refuses models twice and an unknown opponent.
  public BacktestRequest {
    models = List.copyOf(models);
    lines = Map.copyOf(lines);
    if (models.isEmpty() || models.stream().distinct().count() < models.size()) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The models " + String.join(",", models) + " cannot be compared.",
          "Name each model once, such as team,shrunken,trees.");
    }
    if (!models.contains(against)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The model \"" + against + "\" that the others are set against is not among them.",
          "Choose one of " + String.join(", ", models) + ".");
    }
  }

  /// The days of a backtest: its validation window is walked through, what comes before it is known
  /// before the first step. A backtest without days is a fault of kind USAGE.
  ///
  /// @param start first training day; null: the first there is
  public static DateSplit days(@Nullable LocalDate start, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The backtest from " + first + " to " + last + " has no days.",
          "Choose a first day (--from) on or before the last (--to).");
    }
    return new DateSplit(start == null ? BEGINNING : start, first.minusDays(1), last);
  }

  /// The name under which it is kept.
  public String name() {
    return training.version();
  }

  /// The same with another training request.
  BacktestRequest with(TrainRequest other) {
    return new BacktestRequest(other, step, models, against, lines, command);
  }
}
