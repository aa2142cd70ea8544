/// Small traces and schemas for tests.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes traces whose every value is known.
final class Samples {
  private Samples() {}

  /// The reference model's parameters for a few players.
  static TraceSchema schema(int players) {
    List<String> names = new ArrayList<>();
    long[] ids = new long[players];
    for (int i = 0; i < players; i++) {
      ids[i] = 5_000_000_000L + 7L * i;
      names.add(i == 0 ? "L. Modrić" : i == 1 ? "H. Ōsako 大迫" : "Player " + i);
    }
    return new TraceSchema(
        List.of(
            new Parameter("alpha", List.of("prop"), new int[] {3}),
            new Parameter("beta", List.of("feature", "prop"), new int[] {2, 3}),
            new Parameter("player_effect", List.of("player", "prop"), new int[] {players, 3}),
            new Parameter("player_corr", List.of("prop", "prop_bis"), new int[] {3, 3}),
            new Parameter("scale", List.of(), new int[0])),
        List.of(
            Coordinate.ofLabels("prop", "prop", List.of("goals", "shots", "cards")),
            Coordinate.ofLabels("prop_bis", "prop_bis", List.of("goals", "shots", "cards")),
            Coordinate.ofLabels("feature", "feature", List.of("form_goals", "form_shots")),
            Coordinate.ofIds("player", "player", ids),
            Coordinate.ofLabels("player_name", "player", names)),
        Map.of("seed", "20180614", "data_hash", "sha256:äöü"));
  }

  /// Normal draws over a schema, with all statistics; every value also depends on where it stands.
  static InMemoryTrace trace(TraceSchema schema, int chains, int draws) {
    SplittableRandom random = new SplittableRandom(11);
    Map<String, double[][]> values = new LinkedHashMap<>();
    for (Parameter parameter : schema.parameters()) {
      values.put(parameter.name(), normal(random, chains, draws * parameter.size()));
    }
    Map<String, double[][]> stats = new HashMap<>();
    for (Stat stat : Stat.values()) {
      double[][] series = normal(random, chains, draws);
      for (double[] chain : series) {
        for (int i = 0; i < draws; i++) {
          chain[i] =
              switch (stat.kind()) {
                case REAL -> chain[i];
                case INTEGER -> Math.floor(Math.abs(chain[i]) * 10);
                case BOOLEAN -> chain[i] > 1.5 ? 1 : 0;
              };
        }
      }
      stats.put(stat.fileName(), series);
    }
    return new InMemoryTrace(schema, chains, draws, values, stats);
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
