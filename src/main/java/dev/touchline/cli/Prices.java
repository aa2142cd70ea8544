/// A prediction as JSON and as text.
package dev.touchline.cli;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.PropPrediction;
import dev.touchline.work.PriceAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

final class Prices {
  private static final String FEATURE = "feature:";
  private static final List<Double> USUAL_LINES = List.of(0.5, 1.5);

  private Prices() {}

  static Map<String, @Nullable Object> facts(PriceAnswer answer, Map<Prop, List<Double>> asked) {
    Map<String, Object> props = new LinkedHashMap<>();
    Map<String, Object> why = new LinkedHashMap<>();
    answer
        .prediction()
        .props()
        .forEach(
            (prop, p) -> {
              props.put(prop.key(), prop(p, asked.getOrDefault(prop, List.of())));
              why.put(prop.key(), why(p));
            });
    return Facts.of(
        "version", answer.version(),
        "player",
            Facts.of(
                "id",
                answer.playerId() == PredictionRequest.NEW_PLAYER ? null : answer.playerId(),
                "name",
                answer.playerName(),
                "position",
                answer.position().isEmpty() ? null : answer.position(),
                "known",
                answer.prediction().playerKnown()),
        "opponent",
            Facts.of(
                "id", answer.opponentId(),
                "name", answer.opponentName(),
                "known", answer.prediction().opponentKnown()),
        "team", team(answer),
        "home", answer.prediction().request().wasHome(),
        "minutes", answer.prediction().request().minutes(),
        "minutes_forecast", forecast(answer),
        "features", answer.features(),
        "props", props,
        "why", why,
        "warnings", answer.warnings(),
        "microseconds", answer.microseconds());
  }

  /// Null where the model has no effects of own teams.
  private static @Nullable Object team(PriceAnswer answer) {
    Team team = answer.team();
    return team == null
        ? null
        : Facts.of("id", team.id(), "name", team.name(), "known", answer.prediction().teamKnown());
  }

  /// Classes of minutes with their chances; null where the minutes were given.
  private static @Nullable Object forecast(PriceAnswer answer) {
    MinutesForecast forecast = answer.minutes();
    if (forecast == null) {
      return null;
    }
    List<Object> classes = new ArrayList<>();
    for (int c = 0; c < forecast.size(); c++) {
      classes.add(
          Facts.of("minutes", forecast.minutes()[c], "probability", forecast.probability()[c]));
    }
    return classes;
  }

  private static Object prop(PropPrediction p, List<Double> asked) {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (double line : lines(p, asked)) {
      lines.put(
          Double.toString(line),
          Facts.of(
              "over", p.over(line),
              "under", under(p, line),
              "over_low", p.overLow(line),
              "over_high", p.overHigh(line)));
    }
    return Facts.of(
        "mean", p.mean(),
        "sd", p.sd(),
        "ci_low", p.ciLow(),
        "ci_high", p.ciHigh(),
        "predictive_low", p.predictiveLow(),
        "predictive_high", p.predictiveHigh(),
        "pmf", p.pmf(),
        "lines", lines);
  }

  private static Map<String, @Nullable Object> why(PropPrediction p) {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    Map<String, @Nullable Object> features = new LinkedHashMap<>();
    p.why()
        .forEach(
            (name, value) -> {
              if (name.startsWith(FEATURE)) {
                features.put(name.substring(FEATURE.length()), value);
              } else {
                parts.put(name, value);
              }
            });
    parts.put("features", features);
    return parts;
  }

  /// P(Y < line), so that a whole line's push belongs to neither side.
  static double under(PropPrediction p, double line) {
    double sum = 0;
    for (int y = 0; y < p.pmf().length && y < line; y++) {
      sum += p.pmf()[y];
    }
    return sum;
  }

  /// Fair decimal odds; none where it (almost) never happens.
  private static String odds(double probability) {
    return probability < 1e-6 ? "–" : String.format(Locale.ROOT, "%.2f", 1 / probability);
  }

  private static Iterable<Double> lines(PropPrediction p, List<Double> asked) {
    TreeSet<Double> lines = new TreeSet<>(asked);
    if (asked.isEmpty()) {
      lines.addAll(USUAL_LINES);
    }
    return lines;
  }

  static List<String> text(PriceAnswer answer, Map<Prop, List<Double>> asked) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s%s%s %s against %s, %s%.0f minutes (%s)",
            answer.playerName(),
            answer.position().isEmpty() ? "" : " (" + answer.position() + ")",
            answer.team() == null ? "" : " of " + answer.team().name(),
            answer.prediction().request().wasHome() ? "at home" : "away",
            answer.opponentName(),
            answer.minutes() == null ? "" : "expected ",
            answer.prediction().request().minutes(),
            answer.version()));
    lines.add(
        String.format(
            "%-6s %7s  %-17s %-10s %7s %7s", "prop", "mean", "rate", "count", "P(≥1)", "P(≥2)"));
    answer
        .prediction()
        .props()
        .forEach(
            (prop, p) -> {
              lines.add(
                  String.format(
                      Locale.ROOT,
                      "%-6s %7.3f  %-17s %-10s %6.1f%% %6.1f%%",
                      prop.label(),
                      p.mean(),
                      String.format(Locale.ROOT, "[%.3f, %.3f]", p.ciLow(), p.ciHigh()),
                      p.predictiveLow() + " to " + p.predictiveHigh(),
                      100 * p.over(0.5),
                      100 * p.over(1.5)));
              for (double line : asked.getOrDefault(prop, List.of())) {
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "       over %s: %.1f%% [%.1f, %.1f] (fair odds %s)   under: %.1f%% (%s)",
                        line,
                        100 * p.over(line),
                        100 * p.overLow(line),
                        100 * p.overHigh(line),
                        odds(p.over(line)),
                        100 * under(p, line),
                        odds(under(p, line))));
              }
            });
    List<String> features = new ArrayList<>();
    answer
        .features()
        .forEach((name, value) -> features.add(String.format(Locale.ROOT, "%s %.3f", name, value)));
    lines.add("features: " + String.join(", ", features));
    answer.warnings().forEach(warning -> lines.add("! " + warning));
    return lines;
  }
}
