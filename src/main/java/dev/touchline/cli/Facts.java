/// Builds the maps that become JSON: ordered, with keys as promised.
package dev.touchline.cli;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.evaluate.PredictiveCheck;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import dev.touchline.work.ModelResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class Facts {
  private Facts() {}

  /// An ordered map of keys and values, keys in even places.
  static Map<String, @Nullable Object> of(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }

  static Map<String, PropCalibration> calibration(Map<Prop, PropCalibration> calibration) {
    Map<String, PropCalibration> map = new LinkedHashMap<>();
    calibration.forEach((prop, figures) -> map.put(prop.key(), figures));
    return map;
  }

  /// Predictive checks by prop; `high` of an open last bin is null.
  static Map<String, @Nullable Object> predictive(Map<Prop, PredictiveCheck> checks) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    checks.forEach(
        (prop, check) ->
            map.put(
                prop.key(),
                of(
                    "replicates", check.replicates(),
                    "rows", frequencies(check.rows()),
                    "teams", frequencies(check.teams()),
                    "players", frequencies(check.players()),
                    "spread", check.spread())));
    return map;
  }

  private static List<Map<String, @Nullable Object>> frequencies(
      List<PredictiveCheck.Frequency> frequencies) {
    return frequencies.stream()
        .map(
            f ->
                of(
                    "low", f.low(),
                    "high", f.high() == Integer.MAX_VALUE ? null : f.high(),
                    "observed", f.observed(),
                    "expected", f.expected(),
                    "expected_low", f.expectedLow(),
                    "expected_high", f.expectedHigh()))
        .toList();
  }

  static @Nullable Map<String, @Nullable Object> convergence(@Nullable ConvergenceReport report) {
    if (report == null) {
      return null;
    }
    return of(
        "max_rhat",
        report.maxRhat(),
        "worst",
        report.worst().stream().map(ModelResults.Worst::of).toList(),
        "min_ess_bulk",
        report.minEssBulk(),
        "min_ess_tail",
        report.minEssTail(),
        "min_ebfmi",
        report.minEbfmi(),
        "divergences",
        report.divergences(),
        "verdict",
        report.verdict().name().toLowerCase(Locale.ROOT),
        "sentence",
        report.sentence(),
        "advice",
        report.advice());
  }
}
