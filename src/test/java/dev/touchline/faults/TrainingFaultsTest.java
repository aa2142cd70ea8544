/// What stops a training before or after it has sampled, and what is kept of it.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({TrainedHomes.class, Evidence.class})
class TrainingFaultsTest {
  @Test
  void tooFewRows(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Ended run =
        home.launch()
            .run(CommandLine.trainV2().days("2018-06-13", "2018-06-14", "2018-06-16"))
            .exited(3);
    assertThat(home.path().resolve("checkpoints/v2")).doesNotExist();
    table.row(
        "100 training rows or fewer",
        "a window of one match day, 28 rows",
        run,
        "Error: ",
        "nothing begun");
  }

  @Test
  void invalidDates(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Ended form =
        home.launch()
            .run(CommandLine.trainV2().days("14.06.2018", "2018-06-15", "2018-06-16"))
            .exited(2);
    table.row("date in another form", "--train-start 14.06.2018", form, "Error: ", "nothing begun");
    Ended order =
        home.launch()
            .run(CommandLine.trainV2().days("2018-06-15", "2018-06-14", "2018-06-16"))
            .exited(2);
    table.row("dates out of order", "start after end", order, "Error: ", "nothing begun");
  }

  @Test
  void noConvergence(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    // So few draws that R-hat is above 1.05 for sure.
    Ended run = home.launch().run(CommandLine.trainV2().twoDays().twoChains(20)).exited(4);
    assertThat(run.out()).contains("→ ");
    assertThat(home.path().resolve("models/v2")).doesNotExist();
    assertThat(home.path().resolve("unpublished/v2/trace.nc")).exists();
    assertThat(Files.readString(home.path().resolve("served.json"))).contains("v1");
    table.row(
        "no convergence",
        "20 draws a chain",
        run,
        "R-hat of",
        "v1 is still served; the draws, to be looked at or resumed");
  }

  @Test
  void aVersionIsNeverOverwritten(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Path trace = home.path().resolve("models/v1/trace.nc");
    byte[] before = Files.readAllBytes(trace);
    Ended run = home.launch().run(TrainedHomes.training("v1")).exited(2);
    assertThat(Files.readAllBytes(trace)).isEqualTo(before);
    table.row("version that exists", "the same name again", run, "Error: ", "v1 as it was");
  }
}
