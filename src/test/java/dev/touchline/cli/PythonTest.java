/// A trace as Python sees it: ArviZ opens it by both engines and computes the same figures.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs src/test/python/check_trace.py in a virtual environment under target/, which python.sh
/// makes.
class PythonTest {
  private static final Path SCRIPTS = Path.of("src", "test", "python");

  /// The script's word for what it cannot try.
  private static final int SKIPPED = 77;

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
    Path log = home.resolve("python.log");
    Process python =
        new ProcessBuilder(
                "sh",
                SCRIPTS.resolve("python.sh").toString(),
                Path.of("target", "python").toString(),
                SCRIPTS.resolve("requirements.txt").toString(),
                SCRIPTS.resolve("check_trace.py").toString(),
                trace.toString(),
                figures.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(python.waitFor(10, TimeUnit.MINUTES)).as("Python ends").isTrue();
    String said = Files.readString(log);
    System.out.println(said);
    assumeTrue(
        python.exitValue() != SKIPPED, "SKIPPED: traces are not checked from Python: " + said);
    assertThat(python.exitValue()).as(said).isZero();
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
