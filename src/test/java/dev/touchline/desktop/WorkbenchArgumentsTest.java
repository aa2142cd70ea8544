/// Which command lines open the window, and on what.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbenchArgumentsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("TOUCHLINE_HOME", "usual", "A", "b");

  @Test
  void nothingOpensWhatTheEnvironmentNames() {
    assertThat(WorkbenchArguments.of(ENVIRONMENT))
        .isEqualTo(new WorkbenchArguments(ENVIRONMENT, null));
  }

  @Test
  void optionsGoBeforeTheEnvironment() {
    assertThat(WorkbenchArguments.of(ENVIRONMENT, "--home", "of mine", "--db=postgresql://h/d?a=b"))
        .isEqualTo(
            new WorkbenchArguments(
                Map.of(
                    "TOUCHLINE_HOME", "of mine", "A", "b", "TOUCHLINE_DB", "postgresql://h/d?a=b"),
                null));
  }

  @Test
  void oneTraceIsOpened() {
    assertThat(WorkbenchArguments.of(Map.of(), "--home=x", "runs/a trace.nc"))
        .isEqualTo(
            new WorkbenchArguments(Map.of("TOUCHLINE_HOME", "x"), Path.of("runs/a trace.nc")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "--help",
        "--version",
        "--home",
        "--home=",
        "--home --db x",
        "--home x train",
        "a.nc b.nc",
        "a.nc --home x",
        "-q"
      })
  void anythingElseIsACommand(String line) {
    assertThat(WorkbenchArguments.of(ENVIRONMENT, line.split(" "))).isNull();
  }
}
