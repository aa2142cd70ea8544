/// Training and the model store on the command line.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void aRunThatWasNotPublishedIsShownAndDiagnosedButNeverServed(Program program)
      throws IOException {
    assertThat(program.train("bad", "--props", "goals", "--max-rhat", "1.0001").exit())
        .isEqualTo(4);
    Path left = program.home().resolve("unpublished/bad");
    JsonObject results =
        JsonParser.parseString(Files.readString(left.resolve("results.json"))).getAsJsonObject();
    JsonObject convergence = results.getAsJsonObject("convergence");
    assertThat(convergence.get("verdict").getAsString()).isEqualTo("not_converged");
    assertThat(results.getAsJsonObject("calibration").keySet()).isEmpty();
    assertThat(results.get("average_ece").isJsonNull()).isTrue();
    assertThat(results.get("usable").getAsBoolean()).isFalse();

    Program.Run diagnosis = program.run("diagnose", "bad", "--max-rhat", "1.0001", "--json");
    assertThat(diagnosis.exit()).isEqualTo(4);
    assertThat(diagnosis.json().get("status").getAsString()).isEqualTo("not_converged");
    assertThat(diagnosis.json().getAsJsonObject("convergence").get("max_rhat"))
        .isEqualTo(convergence.get("max_rhat"));
    assertThat(program.run("diagnose", "bad").out())
        .startsWith("bad was not published (not converged).");

    JsonObject listed = program.run("models", "list", "--json").json();
    assertThat(listed.getAsJsonArray("models")).hasSize(1);
    JsonObject marked = listed.getAsJsonArray("unpublished").get(0).getAsJsonObject();
    assertThat(marked.get("version").getAsString()).isEqualTo("bad");
    assertThat(marked.get("status").getAsString()).isEqualTo("not_converged");
    assertThat(program.run("models", "list").out()).contains("* v1", "- bad", "not converged");
    assertThat(program.run("models", "show", "bad").out())
        .contains("Verdict: not published (not converged)");

    Program.Run served = program.run("models", "serve", "bad");
    assertThat(served.exit()).isEqualTo(3);
    assertThat(served.err()).contains("did not converge").contains("touchline diagnose bad");
    assertThat(program.run("predict", "bad", "--new-player", "--opponent", "90002", "--away"))
        .satisfies(run -> assertThat(run.exit()).isEqualTo(3))
        .satisfies(run -> assertThat(run.err()).contains("was not published"));

    assertThat(program.train("bad", "--props", "goals", "--max-rhat", "2").exit()).isZero();
    assertThat(left).as("what the earlier try left").doesNotExist();
  }

  @Test
  void whatAStoppedRunLeftIsListedAndCanBeDeleted(Program program) {
    AtomicInteger asked = new AtomicInteger();
    assertThat(program.train(() -> asked.incrementAndGet() > 300, "halt").exit()).isEqualTo(130);
    assertThat(program.run("models", "list").out()).containsPattern("- halt .*stopped");
    assertThat(program.run("models", "show", "halt").out()).contains("not published (stopped)");
    assertThat(program.run("models", "delete", "halt").exit()).isZero();
    assertThat(program.home().resolve("unpublished/halt")).doesNotExist();
    assertThat(program.run("diagnose", "halt").exit()).isEqualTo(3);
  }
}
