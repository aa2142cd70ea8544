/// Reading files that ArviZ wrote.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Source: golden/trace/, made by make_golden.py there with ArviZ 0.22.0: by both engines,
/// compressed and not.
class ForeignTraceTest {
  @ParameterizedTest
  @ValueSource(strings = {"arviz-netcdf4.nc", "arviz-h5netcdf.nc", "arviz-plain.nc"})
  void everyNumberIsReadAsXarrayReadsIt(String name) throws IOException, URISyntaxException {
    JsonObject golden =
        new Gson().fromJson(Files.readString(resource("golden.json")), JsonObject.class);
    try (TraceSource trace = new TraceFiles().open(resource(name))) {
      assertThat(trace.chains()).isEqualTo(2);
      assertThat(trace.draws()).isEqualTo(12);
      JsonObject posterior = golden.getAsJsonObject("posterior");
      assertThat(trace.schema().parameters()).hasSize(posterior.size());
      for (Map.Entry<String, JsonElement> entry : posterior.entrySet()) {
        JsonObject variable = entry.getValue().getAsJsonObject();
        var parameter = trace.schema().require(entry.getKey());
        assertThat(parameter.dims())
            .isEqualTo(
                variable.getAsJsonArray("dims").asList().stream()
                    .map(JsonElement::getAsString)
                    .toList());
        assertThat(parameter.shape())
            .isEqualTo(new Gson().fromJson(variable.get("shape"), int[].class));
        double[][] values = new Gson().fromJson(variable.get("values"), double[][].class);
        for (int chain = 0; chain < 2; chain++) {
          assertThat(trace.read(entry.getKey(), chain, 0, 12)).isEqualTo(values[chain]);
        }
      }
      for (Map.Entry<String, JsonElement> entry :
          golden.getAsJsonObject("sample_stats").entrySet()) {
        double[][] values = new Gson().fromJson(entry.getValue(), double[][].class);
        assertThat(trace.stat(entry.getKey(), 1)).as(entry.getKey()).isEqualTo(values[1]);
      }
      assertThat(trace.schema().attributes()).containsEntry("creator", "Zoë");
      assertThat(trace.schema().coordinate("player").orElseThrow().ids())
          .containsExactly(7, 11, 13, 17, 4_000_000_000L);
      assertThat(trace.schema().coordinate("level").orElseThrow().labels())
          .isEqualTo(List.of("0.5", "1.5"));
      ScalarNames names = new ScalarNames(trace.schema());
      int first = trace.schema().offset(trace.schema().require("player_effect"));
      assertThat(names.name(first + 1)).isEqualTo("player_effect[L. Modrić, shots]");
      assertThat(names.name(first + 8)).isEqualTo("player_effect[Ōsako, cards]");
    }
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(ForeignTraceTest.class.getResource("/golden/trace/" + name))
            .toURI());
  }
}
