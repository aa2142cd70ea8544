/// Training and the model store on the command line.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedHome.class)
class ModelCommandsTest {
  @Test
  void trainingAnswersWithThePromisedKeysAndLogsWhatUsersKnow(Program program) {
    Program.Run run = program.train("goals", "--props", "goals", "--max-rhat", "2", "--json");
    assertThat(run.exit()).isZero();
    JsonObject json = run.json();
    assertThat(json.keySet())
        .contains("version", "status", "seconds", "rows", "players", "opponents", "matches")
        .contains("draws", "chains", "convergence", "calibration", "average_ece", "warnings");
    assertThat(json.get("status").getAsString()).isEqualTo("published");
    assertThat(json.getAsJsonObject("seconds").keySet())
        .contains("load", "tune", "sample", "judge", "save");
    assertThat(json.getAsJsonObject("convergence").keySet())
        .contains("max_rhat", "worst", "min_ess_bulk", "min_ess_tail", "min_ebfmi")
        .contains("divergences", "verdict");
    assertThat(json.getAsJsonObject("calibration").keySet()).containsExactly("goals");
    calibrationKeys(json.getAsJsonObject("calibration").getAsJsonObject("goals"));
    assertThat(run.err())
        .containsPattern(
            "(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} - Trainer - INFO - Training"
                + " samples: "
                + json.get("rows").getAsInt()
                + "$")
        .contains(" - Trainer - INFO - Validation samples: ")
        .contains("MCMC sampling started")
        .contains("Convergence: R-hat = ");
    assertThat(program.home().resolve("logs/touchline.log")).content().contains("R-hat = ");
  }

  private static void calibrationKeys(JsonObject calibration) {
    assertThat(calibration.keySet())
        .contains("line", "ece", "ece_low", "ece_high", "ece_perfect", "ece_equal_mass")
        .contains("ece_debiased", "brier", "log_score", "rps", "coverage", "bins");
    assertThat(calibration.getAsJsonObject("brier").keySet())
        .contains("score", "miscalibration", "discrimination", "uncertainty");
    assertThat(calibration.getAsJsonObject("coverage").keySet()).contains("50", "80", "95");
    assertThat(calibration.getAsJsonArray("bins").get(0).getAsJsonObject().keySet())
        .contains("low", "high", "n", "predicted", "observed", "band_low", "band_high");
  }

  @Test
  void quietTrainingLogsWarningsOnly(Program program) {
    Program.Run run = program.train("quiet", "--props", "cards", "--max-rhat", "2", "-q");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).doesNotContain(" - INFO - ");
    assertThat(run.out()).contains("quiet: published");
  }

  @Test
  void aVersionThatExistsIsRefused(Program program) {
    Program.Run run = program.train("v1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("v1").contains("--version");
  }

  @Test
  void anEmptyStoreSaysWhatToDo(@TempDir Path empty) {
    Program.Run run = new Program(empty).run("models", "list");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("touchline train --help");
    assertThat(new Program(empty).run("models", "list", "--json").json().getAsJsonArray("models"))
        .isEmpty();
  }

  @Test
  void versionsAreListedAndShownWithTheirGate(Program program) {
    assertThat(program.run("models", "list").out()).contains("* v1");
    JsonObject model =
        program
            .run("models", "list", "--json")
            .json()
            .getAsJsonArray("models")
            .get(0)
            .getAsJsonObject();
    assertThat(model.get("version").getAsString()).isEqualTo("v1");
    assertThat(model.get("served").getAsBoolean()).isTrue();
    assertThat(model.get("damage").isJsonNull()).isTrue();
    assertThat(program.run("models", "show", "v1").out())
        .contains("R-hat < 1.01", "average ECE < 0.05", "prediction under 100 ms", "Verdict: ");
    JsonObject shown = program.run("models", "show", "v1", "--json").json();
    assertThat(shown.getAsJsonObject("results").getAsJsonArray("gate")).hasSize(3);
  }

  @Test
  void anUnknownVersionNamesTheNearest(Program program) {
    Program.Run run = program.run("models", "show", "v11", "--json");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.error().get("remedy").getAsString()).contains("v1");
  }

  @Test
  void theServedVersionIsKeptTillAnotherIsServed(Program program) {
    assertThat(program.train("v2", "--props", "goals", "--max-rhat", "2").exit()).isZero();
    Program.Run refused = program.run("models", "delete", "v1");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("touchline models serve");
    assertThat(program.run("models", "verify").exit()).isZero();
    assertThat(program.run("models", "serve", "v2").exit()).isZero();
    assertThat(program.run("models", "delete", "v1").exit()).isZero();
    assertThat(program.home().resolve("models/v1")).doesNotExist();
    Program.Run pruned = program.run("models", "prune", "--keep", "1", "--json");
    assertThat(pruned.json().getAsJsonArray("deleted")).isEmpty();
    assertThat(program.run("models", "prune", "--keep", "0").exit()).isEqualTo(2);
  }
}
