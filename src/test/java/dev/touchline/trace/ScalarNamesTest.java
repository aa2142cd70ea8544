/// Names and series of scalars.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.mcmc.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalarNamesTest {
  @Test
  void preferNamesOverIds() {
    ScalarNames names = new ScalarNames(Samples.schema(4));
    assertThat(names.count()).isEqualTo(3 + 6 + 12 + 9 + 1);
    assertThat(names.name(1)).isEqualTo("alpha[shots]");
    assertThat(names.name(5)).isEqualTo("beta[form_goals, cards]");
    assertThat(names.name(9)).isEqualTo("player_effect[L. Modrić, goals]");
    assertThat(names.name(13)).isEqualTo("player_effect[H. Ōsako 大迫, shots]");
    assertThat(names.name(22)).isEqualTo("player_corr[goals, shots]");
    assertThat(names.name(30)).isEqualTo("scale");
  }

  @Test
  void fallBackToIdsAndIndicesAndTellNamesakesApart() {
    List<Parameter> parameters =
        List.of(
            new Parameter("u", List.of("player"), new int[] {2}),
            new Parameter("v", List.of("team"), new int[] {2}),
            new Parameter("w", List.of("w_dim_0"), new int[] {2}));
    TraceSchema schema =
        new TraceSchema(
            parameters,
            List.of(
                Coordinate.ofIds("player", "player", new long[] {17, 4}),
                Coordinate.ofLabels("player_name", "player", List.of("Danilo", "Danilo")),
                Coordinate.ofIds("team", "team", new long[] {3, 9})),
            Map.of());
    ScalarNames names = new ScalarNames(schema);
    assertThat(List.of(names.name(0), names.name(1), names.name(3), names.name(4)))
        .containsExactly("u[Danilo #17]", "u[Danilo #4]", "v[9]", "w[0]");
  }

  @Test
  void seriesAreThoseOfTheTrace() {
    TraceSchema schema = Samples.schema(50);
    InMemoryTrace trace = Samples.trace(schema, 3, 40);
    SeriesReader reader = new SeriesReader(trace);
    assertThat(reader.count()).isEqualTo(schema.scalarCount());
    // Players' effects span several blocks; the order of asking must not matter.
    for (int scalar : new int[] {9 + 149, 9, 0, 9 + 64, 9 + 63, reader.count() - 1}) {
      double[][] series = reader.series(scalar);
      assertThat(series).hasDimensions(3, 40);
      int offset = 0;
      for (Parameter parameter : schema.parameters()) {
        if (scalar >= offset && scalar < offset + parameter.size()) {
          for (int chain = 0; chain < 3; chain++) {
            double[] all = trace.read(parameter.name(), chain, 0, 40);
            for (int draw = 0; draw < 40; draw++) {
              assertThat(series[chain][draw])
                  .isEqualTo(all[draw * parameter.size() + scalar - offset]);
            }
          }
        }
        offset += parameter.size();
      }
    }
  }
}
