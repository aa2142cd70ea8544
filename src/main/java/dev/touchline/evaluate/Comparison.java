/// Compares single-task and multi-task forecasts of the same matches.
package dev.touchline.evaluate;

import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.ComparisonResult.PropComparison;
import dev.touchline.evaluate.ComparisonResult.Verdict;
import dev.touchline.evaluate.MatchBootstrap.Interval;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// The 1.10 rule and the paired bootstrap behind the verdict.
///
/// The rule: average ECE of the multi-task model ≤ 1.10 × average ECE of the single-task models.
/// Its excess is multi − 1.10 · single, with a 95 % interval from a bootstrap over matches that
/// draws the same matches for both sides and all props. The verdict is
///
/// 1. *use multi-task* if the whole interval of the excess is at or below 0, unless the log score
///    averaged over the props is worse with all of its interval;
/// 2. *need full comparison* if the whole interval is above 0, unless that score is better with all
///    of its interval;
/// 3. otherwise, the matches cannot decide the rule, and the log score averaged over the props
///    decides if it agrees with the rule's point value: *use multi-task* if the rule holds and the
///    interval of the log score's difference is below 0; *need full comparison* if the rule fails
///    and that interval is above 0;
/// 4. otherwise *inconclusive*.
///
/// Differences are multi minus single; intervals of scores are percentiles, those of ECE reflected
/// at the estimate.
public final class Comparison {
  /// The rule's limit on the ratio of average ECEs.
  public static final double LIMIT = 1.10;

  private final int replications;
  private final long seed;

  /// A comparison.
  ///
  /// @param replications bootstrap replications
  /// @param seed seed of the bootstrap
  public Comparison(int replications, long seed) {
    this.replications = replications;
    this.seed = seed;
  }

  /// The usual: 1000 replications.
  public static Comparison standard() {
    return new Comparison(1000, 1L);
  }

  /// Compares; both sides must hold the same rows in the same order (else a fault of kind DATA),
  /// for every prop the same rows.
  public ComparisonResult compare(
      Map<Prop, List<Forecast>> single, Map<Prop, List<Forecast>> multi, Map<Prop, Double> lines) {
    SameRows.check(single, multi);
    Calibration calibration = new Calibration(replications, seed);
    Map<Prop, PropCalibration> singles = calibration.judge(single, lines);
    Map<Prop, PropCalibration> multis = calibration.judge(multi, lines);
    List<Side> sides = new ArrayList<>();
    singles.forEach(
        (prop, own) ->
            sides.add(
                new Side(
                    new MatchFigures(prop, forecasts(single, prop), own.line()),
                    new MatchFigures(prop, forecasts(multi, prop), own.line()))));
    int matches = sides.getFirst().single.matches();
    MatchBootstrap bootstrap = new MatchBootstrap(matches, replications, seed);
    Map<Prop, PropComparison> props = new EnumMap<>(Prop.class);
    for (Side side : sides) {
      Prop prop = side.single.prop();
      PropCalibration own = Objects.requireNonNull(singles.get(prop));
      PropCalibration shared = Objects.requireNonNull(multis.get(prop));
      props.put(
          prop,
          new PropComparison(
              own,
              shared,
              reflected(bootstrap, shared.ece() - own.ece(), side::eceDifference),
              percentile(bootstrap, shared.logScore() - own.logScore(), side::logDifference),
              percentile(bootstrap, shared.rps() - own.rps(), side::rpsDifference)));
    }
    double singleEce = CalibrationGate.averageEce(singles);
    double multiEce = CalibrationGate.averageEce(multis);
    Difference ece =
        reflected(
            bootstrap, multiEce - singleEce, times -> mean(sides, s -> s.eceDifference(times)));
    Difference excess =
        reflected(
            bootstrap,
            multiEce - LIMIT * singleEce,
            times -> mean(sides, s -> s.multi.ece(times) - LIMIT * s.single.ece(times)));
    Difference log =
        percentile(
            bootstrap,
            props.values().stream().mapToDouble(p -> p.logScore().value()).average().orElseThrow(),
            times -> mean(sides, s -> s.logDifference(times)));
    boolean holds = multiEce <= LIMIT * singleEce;
    Verdict verdict = verdict(holds, excess, log);
    double ratio = multiEce == singleEce ? 1 : multiEce / singleEce;
    return new ComparisonResult(
        verdict,
        sentence(verdict, holds, multiEce, singleEce, excess, log),
        multiEce,
        singleEce,
        ratio,
        LIMIT,
        holds,
        Collections.unmodifiableMap(props),
        ece);
  }

  /// The rule of this class's description.
  static Verdict verdict(boolean ruleHolds, Difference excess, Difference logScore) {
    // A model that forecasts worse is not to be used for its ECE, nor given up where it forecasts
    // better: an ECE near zero is easily had by saying little.
    if (excess.high() <= 0) {
      return logScore.low() > 0 ? Verdict.INCONCLUSIVE : Verdict.USE_MULTI_TASK;
    }
    if (excess.low() > 0) {
      return logScore.high() < 0 ? Verdict.INCONCLUSIVE : Verdict.NEED_FULL_COMPARISON;
    }
    if (ruleHolds && logScore.high() < 0) {
      return Verdict.USE_MULTI_TASK;
    }
    if (!ruleHolds && logScore.low() > 0) {
      return Verdict.NEED_FULL_COMPARISON;
    }
    return Verdict.INCONCLUSIVE;
  }

  /// The verdict in words, with its figures.
  static String sentence(
      Verdict verdict,
      boolean holds,
      double multiEce,
      double singleEce,
      Difference excess,
      Difference log) {
    String figures =
        String.format(
            Locale.ROOT,
            "average ECE %.4f against %.4f of the single-task models, so the rule (at most %.2f"
                + " times as much) %s; the excess over that limit is %.4f [%.4f, %.4f], the average"
                + " log score differs by %.4f [%.4f, %.4f]",
            multiEce,
            singleEce,
            LIMIT,
            holds ? "holds" : "fails",
            excess.value(),
            excess.low(),
            excess.high(),
            log.value(),
            log.low(),
            log.high());
    return switch (verdict) {
      case USE_MULTI_TASK -> "Use multi-task: " + figures + ".";
      case NEED_FULL_COMPARISON -> "Need full comparison: " + figures + ".";
      case INCONCLUSIVE ->
          "Inconclusive: "
              + figures
              + (contradict(excess, log)
                  ? "; the two point in opposite directions, so look at each prop."
                  : "; these matches cannot tell.");
    };
  }

  private static boolean contradict(Difference excess, Difference log) {
    return excess.high() <= 0 && log.low() > 0 || excess.low() > 0 && log.high() < 0;
  }

  private static Difference reflected(
      MatchBootstrap bootstrap, double value, ToDoubleFunction<int[]> figure) {
    Interval interval = bootstrap.reflected(bootstrap.figures(figure), value);
    return new Difference(value, interval.low(), interval.high());
  }

  private static Difference percentile(
      MatchBootstrap bootstrap, double value, ToDoubleFunction<int[]> figure) {
    Interval interval = bootstrap.percentile(bootstrap.figures(figure));
    return new Difference(value, interval.low(), interval.high());
  }

  private static double mean(List<Side> sides, ToDoubleFunction<Side> figure) {
    return sides.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static List<Forecast> forecasts(Map<Prop, List<Forecast>> side, Prop prop) {
    return Objects.requireNonNull(side.get(prop));
  }

  /// Both forecasters of one prop.
  private record Side(MatchFigures single, MatchFigures multi) {
    double eceDifference(int[] times) {
      return multi.ece(times) - single.ece(times);
    }

    double logDifference(int[] times) {
      return multi.log(times) - single.log(times);
    }

    double rpsDifference(int[] times) {
      return multi.rps(times) - single.rps(times);
    }
  }
}
