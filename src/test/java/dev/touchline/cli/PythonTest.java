/// A trace as Python sees it: ArviZ opens it by both engines and computes the same figures.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs src/test/python/check_trace.py.
class PythonTest {
  @TempDir Path home;

  @Test
  void arvizReadsEveryGroupAndAgreesWithEveryFigure() throws Exception {
    run(
        "train",
        "--version",
        "python",
        "--train-start",
        "2018-06-01",
        "--train-end",
        "2018-07-05",
        "--val-end",
        "2018-07-16",
        "--draws",
        "150",
        "--tune",
        "150",
        "--max-rhat",
        "1.5",
        "--save",
        "warmup,log_likelihood,posterior_predictive");
    Path trace = home.resolve("models").resolve("python").resolve("trace.nc");
    Path figures = home.resolve("figures.json");
    Files.writeString(
        figures, run("diagnose", trace.toString(), "--all", "--json", "--max-rhat", "1.5"));
    String said = PythonScripts.run(home, "check_trace.py", trace.toString(), figures.toString());
    assertThat(said).contains("scalars agree", "log-likelihood agrees");
  }

  private String run(String... arguments) throws IOException {
    try (var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream()) {
      int code =
          new CommandLineProgram(
                  Map.of("TOUCHLINE_HOME", home.toString()),
                  new PrintStream(out, true, StandardCharsets.UTF_8),
                  new PrintStream(err, true, StandardCharsets.UTF_8),
                  () -> false)
              .run(arguments);
      assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
      return out.toString(StandardCharsets.UTF_8);
    }
  }
}
