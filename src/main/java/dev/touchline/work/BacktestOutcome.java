/// What a backtest found.
package dev.touchline.work;

import dev.touchline.diagnose.LimitDigits;
import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.CumulativePoint;
import dev.touchline.evaluate.ModelScores;
import dev.touchline.football.Prop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Differences are a model minus the one that the others are set against, on the same matches, with
/// 95 % intervals by bootstrap over matches: below zero the model is better.
///
/// @param name the name under which it is kept
/// @param folder the folder that holds it
/// @param command the command line that asked for it
/// @param from first day of the first step
/// @param to last day
/// @param trainStart first training day
/// @param step length of a step, `7d` or `round`
/// @param steps number of steps
/// @param competitions competition keys; empty: all
/// @param models the models that were compared
/// @param against the model that the others are set against
/// @param rows rows that were forecast
/// @param matches their matches
/// @param dataHash hash of all rows
/// @param sampler chains, draws, adaptation and seed, in words
/// @param maxRhat the gate
/// @param converged whether every fit passed the gate
/// @param scores one row a prop and model, at each prop's own line
/// @param lines the same at the usual lines
/// @param groups the log score by parts of the rows
/// @param curves the cumulative differences
/// @param fits every fit as it was judged
/// @param seconds wall time of this run
public record BacktestOutcome(
    String name,
    String folder,
    String command,
    LocalDate from,
    LocalDate to,
    LocalDate trainStart,
    String step,
    int steps,
    List<String> competitions,
    List<String> models,
    String against,
    int rows,
    int matches,
    String dataHash,
    String sampler,
    double maxRhat,
    boolean converged,
    List<ScoreRow> scores,
    List<ScoreRow> lines,
    List<GroupRow> groups,
    List<CurveRow> curves,
    List<BacktestFit> fits,
    double seconds) {

  /// A model's figures of a prop.
  public record ScoreRow(Prop prop, String model, ModelScores figures) {}

  /// A model's log score of a prop in a part of the rows.
  ///
  /// @param kind what the part is by, such as `position`
  /// @param group the part, such as `DEF`
  /// @param logScore mean
  /// @param difference against the other model
  public record GroupRow(
      String kind,
      String group,
      Prop prop,
      String model,
      int rows,
      double logScore,
      Difference difference) {}

  /// How a model's log score of a prop runs away from the other model's.
  public record CurveRow(Prop prop, String model, List<CumulativePoint> points) {}

  /// The props, in order.
  public List<Prop> props() {
    return scores.stream().map(ScoreRow::prop).distinct().toList();
  }

  /// The figures of a prop and model.
  public @Nullable ModelScores figures(Prop prop, String model) {
    return scores.stream()
        .filter(row -> row.prop() == prop && row.model().equals(model))
        .map(ScoreRow::figures)
        .findFirst()
        .orElse(null);
  }

  /// The fits that the gate did not let pass.
  public List<BacktestFit> notConverged() {
    return fits.stream().filter(fit -> !fit.converged()).toList();
  }

  /// What the fits that did not pass mean, a sentence; empty where all passed.
  public String warning() {
    List<BacktestFit> bad = notConverged();
    if (bad.isEmpty()) {
      return "";
    }
    return "%d of %d fits did not converge (R-hat above %s), so these figures are not to be relied on:"
            .formatted(bad.size(), fits.size(), maxRhat)
        + " "
        + String.join(
            ", ", bad.stream().limit(5).map(fit -> fit.title() + " " + rhat(fit)).toList())
        + (bad.size() > 5 ? ", …" : "")
        + ". Take more draws or warm-up draws.";
  }

  private String rhat(BacktestFit fit) {
    return "(" + LimitDigits.above(fit.maxRhat(), 3, maxRhat) + ")";
  }

  /// A result file that lies in a home.
  public Path resultsFile() {
    return Path.of(folder).resolve(BacktestFolder.RESULTS);
  }
}
