/// Scores any number of forecasters of the same rows against one of them.
package dev.touchline.evaluate;

import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.MatchBootstrap.Interval;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;

/// Deterministic for a seed. Intervals of scores are percentiles of the bootstrap over matches,
/// those of the ECE reflected at the estimate, as in [Comparison].
public final class PairedScores {
  private final int replications;
  private final long seed;

  /// With a bootstrap of its own.
  ///
  /// @param replications bootstrap replications
  /// @param seed seed of the bootstrap
  public PairedScores(int replications, long seed) {
    this.replications = replications;
    this.seed = seed;
  }

  /// The usual: 2000 replications.
  public static PairedScores standard() {
    return new PairedScores(2000, 1L);
  }

  /// The figures of every forecaster, by name and prop. All must forecast the same rows in the same
  /// order (else a fault of kind DATA).
  ///
  /// @param forecasts by forecaster
  /// @param against the forecaster that the others are set against
  /// @param lines lines by prop, 0.5 where none is given
  public Map<String, Map<Prop, ModelScores>> judge(
      Map<String, Map<Prop, List<Forecast>>> forecasts, String against, Map<Prop, Double> lines) {
    Map<Prop, List<Forecast>> other = named(forecasts, against);
    Calibration calibration = new Calibration(replications, seed);
    Map<String, Map<Prop, ModelScores>> judged = new LinkedHashMap<>();
    forecasts.forEach(
        (name, own) -> {
          SameRows.check(against, other, name, own);
          Map<Prop, PropCalibration> scores = calibration.judge(own, lines);
          Map<Prop, ModelScores> props = new EnumMap<>(Prop.class);
          own.forEach(
              (prop, list) ->
                  props.put(
                      prop,
                      scores(
                          prop,
                          list,
                          Objects.requireNonNull(other.get(prop)),
                          Objects.requireNonNull(scores.get(prop)))));
          judged.put(name, props);
        });
    return judged;
  }

  private ModelScores scores(
      Prop prop, List<Forecast> own, List<Forecast> other, PropCalibration scores) {
    MatchFigures mine = new MatchFigures(prop, own, scores.line());
    MatchFigures theirs = new MatchFigures(prop, other, scores.line());
    MatchBootstrap bootstrap = new MatchBootstrap(mine.matches(), replications, seed);
    return new ModelScores(
        scores,
        PerfectForecaster.debiased(
            Events.of(prop, own, scores.line()), replications / 4 + 1, seed + 2),
        difference(bootstrap, mine, theirs, MatchFigures::log, false),
        difference(bootstrap, mine, theirs, MatchFigures::rps, false),
        difference(bootstrap, mine, theirs, MatchFigures::brier, false),
        difference(bootstrap, mine, theirs, MatchFigures::ece, true));
  }

  /// The difference of the mean log score alone, which parts of the rows are looked at by.
  public Difference logScore(Prop prop, List<Forecast> own, List<Forecast> other) {
    MatchFigures mine = new MatchFigures(prop, own, Calibration.LINE);
    return difference(
        new MatchBootstrap(mine.matches(), replications, seed),
        mine,
        new MatchFigures(prop, other, Calibration.LINE),
        MatchFigures::log,
        false);
  }

  private static Difference difference(
      MatchBootstrap bootstrap,
      MatchFigures mine,
      MatchFigures theirs,
      ToDoubleBiFunction<MatchFigures, int[]> figure,
      boolean reflected) {
    int[] once = new int[mine.matches()];
    java.util.Arrays.fill(once, 1);
    double value = figure.applyAsDouble(mine, once) - figure.applyAsDouble(theirs, once);
    double[] resampled =
        bootstrap.figures(
            times -> figure.applyAsDouble(mine, times) - figure.applyAsDouble(theirs, times));
    Interval interval =
        reflected ? bootstrap.reflected(resampled, value) : bootstrap.percentile(resampled);
    return new Difference(value, interval.low(), interval.high());
  }

  /// The difference of the log score's sum after each match day: what is won or lost in all so far.
  ///
  /// The band after a day is the bootstrap over the matches until then; NaN after a single match.
  public List<CumulativePoint> cumulative(Prop prop, List<Forecast> own, List<Forecast> other) {
    double[] mine = new MatchFigures(prop, own, Calibration.LINE).logSums();
    double[] theirs = new MatchFigures(prop, other, Calibration.LINE).logSums();
    Events events = Events.of(prop, own, Calibration.LINE);
    List<CumulativePoint> points = new ArrayList<>();
    double sum = 0;
    int matches = 0;
    for (int i = 0; i < own.size(); i++) {
      int match = events.match()[i];
      if (match == matches) {
        sum += mine[match] - theirs[match];
        matches++;
      }
      boolean dayEnds =
          i + 1 == own.size()
              || !own.get(i + 1).row().matchDate().equals(own.get(i).row().matchDate());
      if (dayEnds) {
        Interval band = band(mine, theirs, matches);
        points.add(
            new CumulativePoint(
                own.get(i).row().matchDate(), matches, i + 1, sum, band.low(), band.high()));
      }
    }
    return List.copyOf(points);
  }

  private Interval band(double[] mine, double[] theirs, int matches) {
    MatchBootstrap bootstrap = new MatchBootstrap(matches, replications / 4 + 1, seed);
    return bootstrap.percentile(
        bootstrap.figures(
            times -> {
              double total = 0;
              for (int m = 0; m < matches; m++) {
                total += times[m] * (mine[m] - theirs[m]);
              }
              return total;
            }));
  }

  private static Map<Prop, List<Forecast>> named(
      Map<String, Map<Prop, List<Forecast>>> forecasts, String name) {
    Map<Prop, List<Forecast>> found = forecasts.get(name);
    if (found == null) {
      throw new Fault(
          Fault.Kind.USAGE,
          "\"" + name + "\" is not among the forecasters.",
          "Choose one of " + String.join(", ", forecasts.keySet()) + ".");
    }
    return found;
  }
}
