/// Traces of a known shape, written as files for the Diagnose panel to open.
package dev.touchline.desktop.diagnose;

import dev.touchline.mcmc.Parameter;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.InMemoryTrace;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Independent normal draws, but for one scalar whose last chain lies elsewhere and the diagonal of
/// a correlation matrix, which is constant.
final class SampleTraces {
  /// The scalar whose chains do not agree.
  static final String APART = "player_effect[Hiroto Ōsako, shots]";

  private static final List<String> PROPS = List.of("goals", "shots", "cards");

  private SampleTraces() {}

  /// Writes a trace; scalars are 3 + 6 + 3 + 9 + 3 · players.
  static Path write(Path file, int players, int chains, int draws, boolean statistics) {
    TraceSchema schema = schema(players);
    var random = new SplittableRandom(5);
    Map<String, double[][]> values = new LinkedHashMap<>();
    for (Parameter parameter : schema.parameters()) {
      values.put(parameter.name(), normal(random, chains, draws * parameter.size()));
    }
    double[] apart = values.get("player_effect")[chains - 1];
    for (int draw = 0; draw < draws; draw++) {
      apart[draw * 3 * players + 3 + 1] += 2;
    }
    for (double[] chain : values.get("player_corr")) {
      for (int i = 0; i < chain.length; i++) {
        chain[i] = i % 9 % 4 == 0 ? 1 : Math.tanh(chain[i]);
      }
    }
    Map<String, double[][]> stats =
        statistics
            ? Map.of(
                "energy", normal(random, chains, draws), "diverging", divergences(chains, draws))
            : Map.of();
    new TraceFiles().write(new InMemoryTrace(schema, chains, draws, values, stats), file);
    return file;
  }

  private static TraceSchema schema(int players) {
    List<String> names = new ArrayList<>();
    long[] ids = new long[players];
    for (int i = 0; i < players; i++) {
      ids[i] = 90_000 + i;
      names.add(i == 0 ? "Luka Modrić" : i == 1 ? "Hiroto Ōsako" : "Player Number " + i);
    }
    return new TraceSchema(
        List.of(
            new Parameter("alpha", List.of("prop"), new int[] {3}),
            new Parameter("beta", List.of("feature", "prop"), new int[] {2, 3}),
            new Parameter("player_sd", List.of("prop"), new int[] {3}),
            new Parameter("player_corr", List.of("prop", "prop_bis"), new int[] {3, 3}),
            new Parameter("player_effect", List.of("player", "prop"), new int[] {players, 3})),
        List.of(
            Coordinate.ofLabels("prop", "prop", PROPS),
            Coordinate.ofLabels("prop_bis", "prop_bis", PROPS),
            Coordinate.ofLabels("feature", "feature", List.of("form_goals", "form_shots")),
            Coordinate.ofIds("player", "player", ids),
            Coordinate.ofLabels("player_name", "player", names)),
        Map.of());
  }

  private static double[][] divergences(int chains, int draws) {
    double[][] flags = new double[chains][draws];
    for (int i = 0; i < draws; i += 25) {
      flags[0][i] = 1;
    }
    return flags;
  }

  private static double[][] normal(SplittableRandom random, int chains, int length) {
    double[][] x = new double[chains][length];
    for (double[] chain : x) {
      for (int i = 0; i < length; i++) {
        chain[i] = random.nextGaussian();
      }
    }
    return x;
  }
}
