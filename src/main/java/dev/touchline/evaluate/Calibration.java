/// Judges forecasts.
package dev.touchline.evaluate;

import dev.touchline.evaluate.MatchBootstrap.Interval;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Computes calibration and scores; deterministic for a seed.
///
/// The ECE's interval is a bootstrap over matches, reflected at the estimate and cut at 0 (see
/// [MatchBootstrap#reflected]), and always holds the estimate; it begins at 0 where a perfectly
/// calibrated forecaster may well show as large an ECE, and is NaN where all rows are of one match.
/// `ecePerfect` and the bins' bands come from outcomes simulated from the predicted probabilities
/// (seed + 1).
public final class Calibration {
  /// The line of props for which none is given: at least one.
  public static final double LINE = 0.5;

  private final int replications;
  private final long seed;

  /// A judge.
  ///
  /// @param replications bootstrap replications
  /// @param seed seed of the bootstrap
  public Calibration(int replications, long seed) {
    this.replications = replications;
    this.seed = seed;
  }

  /// The usual: 1000 replications.
  public static Calibration standard() {
    return new Calibration(1000, 1L);
  }

  /// Judges each prop at its line (0.5 where none is given). A prop without forecasts is a fault of
  /// kind DATA, an impossible line one of kind USAGE.
  public Map<Prop, PropCalibration> judge(
      Map<Prop, List<Forecast>> forecasts, Map<Prop, Double> lines) {
    Map<Prop, PropCalibration> judged = new EnumMap<>(Prop.class);
    forecasts.forEach(
        (prop, own) -> judged.put(prop, judge(prop, own, lines.getOrDefault(prop, LINE))));
    return Collections.unmodifiableMap(judged);
  }

  private PropCalibration judge(Prop prop, List<Forecast> forecasts, double line) {
    Events events = Events.of(prop, forecasts, line);
    Binning width = Binning.equalWidth(events);
    Binning mass = Binning.equalMass(events);
    double ece = width.ece();
    MatchBootstrap bootstrap = new MatchBootstrap(events.matches(), replications, seed);
    Interval interval = bootstrap.reflected(bootstrap.figures(width.matchSums(events)::ece), ece);
    PerfectForecaster perfect = PerfectForecaster.simulate(events, width, replications, seed + 1);
    return new PropCalibration(
        line,
        events.size(),
        events.matches(),
        ece,
        low(ece, interval, perfect),
        Math.max(ece, interval.high()),
        perfect.ece(),
        mass.ece(),
        mass.debiased(),
        Corp.brier(events),
        forecasts.stream().mapToDouble(CountScores::log).average().orElse(Double.NaN),
        forecasts.stream().mapToDouble(CountScores::rps).average().orElse(Double.NaN),
        CountScores.coverage(forecasts),
        bins(width, perfect),
        CountScores.pit(forecasts));
  }

  /// The reflected interval knows nothing of the border at 0. Where a perfect forecaster shows as
  /// much 5 times in 100, an error of 0 has not been refuted, so it belongs to the interval.
  private static double low(double ece, Interval interval, PerfectForecaster perfect) {
    if (Double.isNaN(interval.low())) {
      return Double.NaN;
    }
    return ece <= perfect.eceHigh() ? 0 : Math.max(0, interval.low());
  }

  private static List<PropCalibration.Bin> bins(Binning binning, PerfectForecaster perfect) {
    List<PropCalibration.Bin> bins = new ArrayList<>();
    for (int b = 0; b < Binning.BINS; b++) {
      if (binning.rows(b) > 0) {
        bins.add(
            new PropCalibration.Bin(
                b / (double) Binning.BINS,
                (b + 1) / (double) Binning.BINS,
                binning.rows(b),
                binning.predicted(b),
                binning.observed(b),
                perfect.low()[b],
                perfect.high()[b]));
      }
    }
    return List.copyOf(bins);
  }
}
