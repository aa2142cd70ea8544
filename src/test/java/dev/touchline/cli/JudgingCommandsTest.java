/// evaluate, compare, diagnose, doctor and bench on the command line.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedHome.class)
class JudgingCommandsTest {
  @Test
  void aVersionIsEvaluatedAtTheLineAskedFor(Program program) {
    Program.Run run = program.run("evaluate", "v1", "--line", "shots=1.5", "--json");
    assertThat(run.exit()).isZero();
    JsonObject json = run.json();
    assertThat(json.keySet()).contains("version", "from", "to", "rows", "matches", "calibration");
    JsonObject calibration = json.getAsJsonObject("calibration");
    assertThat(calibration.keySet()).containsExactly("goals", "shots", "cards");
    assertThat(line(calibration, "shots")).isEqualTo(1.5);
    assertThat(line(calibration, "goals")).isEqualTo(0.5);
    for (String checks : new String[] {"posterior_predictive", "prior_predictive"}) {
      JsonObject shots = json.getAsJsonObject(checks).getAsJsonObject("shots");
      assertThat(shots.keySet())
          .containsExactly("replicates", "rows", "teams", "players", "spread");
      int observed = 0;
      for (JsonElement bin : shots.getAsJsonArray("rows")) {
        observed += bin.getAsJsonObject().get("observed").getAsInt();
      }
      assertThat(observed).isEqualTo(json.get("rows").getAsInt());
    }
    assertThat(program.run("evaluate", "v1").out()).contains("Shots", "ECE", "RPS");
  }

  private static double line(JsonObject calibration, String prop) {
    return calibration.getAsJsonObject(prop).get("line").getAsDouble();
  }

  @Test
  void linesAndVersionsThatMakeNoSenseAreRefused(Program program) {
    assertThat(program.run("evaluate", "v1", "--line", "shots").exit()).isEqualTo(2);
    assertThat(program.run("evaluate", "v1", "--line", "shots=1", "--line", "shots=2").exit())
        .isEqualTo(2);
    assertThat(program.run("evaluate", "v9").exit()).isEqualTo(3);
  }

  @Test
  void theComparisonHasItsVerdictAndItsReport(Program program, @TempDir Path folder)
      throws IOException {
    Path report = folder.resolve("comparison.md");
    String[] command =
        Program.training(
            "compare",
            "--version",
            "cmp",
            "--max-rhat",
            "2",
            "--json",
            "--report",
            report.toString());
    Program.Run run = program.run(command);
    assertThat(run.exit()).isZero();
    JsonObject json = run.json();
    assertThat(json.get("verdict").getAsString())
        .isIn("use_multi_task", "need_full_comparison", "inconclusive");
    assertThat(json.keySet()).contains("rows", "matches", "features", "data_hash", "report");
    assertThat(json.getAsJsonObject("rule").keySet())
        .contains("multi_ece", "single_ece", "ratio", "limit", "holds");
    JsonObject goals = json.getAsJsonObject("props").getAsJsonObject("goals");
    assertThat(goals.keySet()).contains("single", "multi", "difference");
    assertThat(goals.getAsJsonObject("difference").keySet()).contains("ece", "log_score", "rps");
    assertThat(goals.getAsJsonObject("difference").getAsJsonObject("ece").keySet())
        .contains("value", "low", "high");
    assertThat(json.getAsJsonObject("versions").get("multi_task").getAsString())
        .as("the version that fits is used again")
        .isEqualTo("v1");
    assertThat(Files.readString(report)).contains("touchline compare", "cmp-goals");
    assertThat(program.run(Program.training("compare", "--report", "report.txt")).exit())
        .isEqualTo(2);
  }

  @Test
  void theCommandInAReportHoldsNeitherAddressNorHome() {
    assertThat(
            CompareCommand.withoutSecrets(
                List.of(
                    "compare",
                    "--db",
                    "postgresql://ana:hush-hush@host/rows",
                    "--home=/home/ana",
                    "--competition",
                    "World Cup",
                    "--draws",
                    "100")))
        .isEqualTo("compare --competition \"World Cup\" --draws 100");
  }

  @Test
  void versionsAndFilesAreDiagnosed(Program program) {
    Program.Run run = program.run("diagnose", "v1", "--max-rhat", "2", "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("chains").getAsInt()).isEqualTo(2);
    assertThat(run.json().getAsJsonObject("convergence").keySet())
        .contains("max_rhat", "min_ess_bulk", "verdict");
    String file = program.home().resolve("models/v1/trace.nc").toString();
    Program.Run strict = program.run("diagnose", file, "--max-rhat", "1.0001");
    assertThat(strict.exit()).isEqualTo(4);
    assertThat(strict.out()).contains("R-hat");
    assertThat(program.run("diagnose", "none.nc").exit()).isEqualTo(3);
  }

  @Test
  void theDoctorFindsWhatIsDamaged(Program program) throws IOException {
    Program.Run sound = program.run("doctor", "--json");
    assertThat(sound.json().keySet())
        .contains("software", "native_libraries", "database", "database_reachable")
        .contains("free_disk_bytes", "max_memory_bytes", "models", "problems");
    assertThat(sound.json().get("served").getAsString()).isEqualTo("v1");
    Files.writeString(program.home().resolve("models/v1/results.json"), "{");
    Program.Run damaged = program.run("doctor");
    assertThat(damaged.exit()).isEqualTo(5);
    assertThat(damaged.out()).contains("! Version v1 is damaged");
  }

  @Test
  void theDoctorReportsADatabaseOutOfReachWithoutItsPassword(@TempDir Path empty) {
    Program.Run run =
        new Program(empty)
            .run("doctor", "--json", "--db", "postgresql://ana:hush-hush@127.0.0.1:1/r");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.json().get("database_reachable").getAsBoolean()).isFalse();
    assertThat(run.out() + run.err()).doesNotContain("hush-hush");
  }

  @Test
  void samplingIsMeasuredAsJson(@TempDir Path folder) throws IOException {
    Path problem =
        Files.writeString(
            folder.resolve("small.json"),
            """
            {"N": 4, "P": 2, "O": 2, "F": 1, "K": 1, "player": [0, 1, 0, 1],
             "opponent": [0, 1, 1, 0], "player_position": [2, 3], "home": [1, 0, 0, 1],
             "log_exposure": [0, 0, 0, 0], "X": [[0.5], [-0.5], [1], [-1]],
             "y": [[1], [0], [2], [0]]}
            """);
    Path trace = folder.resolve("out.nc");
    Program.Run run =
        new Program(folder)
            .run(
                "bench",
                "sampling",
                problem.toString(),
                "--chains",
                "2",
                "--draws",
                "50",
                "--tune",
                "50",
                "--trace",
                trace.toString());
    assertThat(run.exit()).isZero();
    JsonObject json = run.json();
    assertThat(json.keySet())
        .contains("problem", "chains", "draws", "tune", "seconds", "min_ess_bulk", "min_ess_tail")
        .contains("worst_parameter", "ess_per_second", "max_rhat", "divergences", "gradients")
        .contains("parameters");
    JsonObject alpha = json.getAsJsonObject("parameters").getAsJsonObject("alpha");
    assertThat(alpha.keySet()).contains("shape", "mean", "sd", "mcse");
    assertThat(trace).isNotEmptyFile();
    assertThat(run.err()).contains("effective draws a second");
    assertThat(new Program(folder).run("bench", "sampling", "none.json").exit()).isEqualTo(3);
  }

  @Test
  void theGradientIsMeasuredAsJson(@TempDir Path folder) {
    Program.Run run =
        new Program(folder)
            .run("bench", "gradient", "--rows", "300", "--players", "100", "--rounds", "1");
    assertThat(run.exit()).isZero();
    JsonObject json = run.json();
    assertThat(json.get("rows").getAsInt()).isEqualTo(300);
    assertThat(json.get("props").getAsInt()).isEqualTo(3);
    assertThat(json.get("ns_per_row_and_prop").getAsDouble()).isPositive();
    assertThat(json.get("scalar_ns_per_row_and_prop").getAsDouble()).isPositive();
    assertThat(json.get("bytes_allocated_per_evaluation").getAsDouble()).isNotNegative();
    Program.Run refused = new Program(folder).run("bench", "gradient", "--rows", "10");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("--rows cannot be 10");
  }

  @Test
  void predictionsAreMeasuredAsJson(Program program) {
    Program.Run run = program.run("bench", "predict", "--samples", "200", "--batch", "100");
    assertThat(run.exit()).isZero();
    JsonObject json = run.json();
    assertThat(json.get("version").getAsString()).isEqualTo("v1");
    assertThat(json.get("n_samples").getAsInt()).isEqualTo(200);
    for (String figure :
        List.of(
            "open_seconds",
            "first_prediction_microseconds",
            "p50_microseconds",
            "p99_microseconds",
            "batch_per_second")) {
      assertThat(json.get(figure).getAsDouble()).as(figure).isPositive();
    }
    assertThat(program.run("bench", "predict", "v9").exit()).isEqualTo(3);
  }

  @Test
  void withoutAVersionNoPredictionsAreMeasured(@TempDir Path folder) {
    Program.Run run = new Program(folder).run("bench", "predict");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("No version is served");
  }
}
