/// Failures stand where they arose, say what to do, and lose nothing else.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchline.data.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchFailuresTest {
  @TempDir Path home;

  @Test
  void aDatabaseThatIsGoneIsSaidOnThePanelsThatNeedIt() {
    // Nothing listens on port 1.
    DatabaseAddress gone = DatabaseAddress.of("postgresql://analyst:sesame@localhost:1/x", home);
    try (OpenWorkbench bench = new OpenWorkbench(home, gone)) {
      bench.await("the failure", () -> bench.everything().contains("No database"));
      bench.await("the sentence", () -> bench.everything().contains("Problem: "));
      assertThat(bench.everything()).contains("localhost").doesNotContain("sesame");
      assertThat(bench.enabled("#train-go")).isFalse();
      bench.panel(1);
      bench.await("the sentence", () -> bench.everything().contains("Problem: "));
      bench.picture("failed-database");
      // Back to the embedded database without leaving the window's panel.
      bench.click("#data-source-0");
      assertThat(bench.enabled("#data-use")).isTrue();
    }
  }

  @Test
  void aBrokenFileIsRejectedLineByLineAndTheRestIsTaken() throws Exception {
    Path file = home.resolve("broken.csv");
    Files.writeString(
        file,
        """
        match_id,match_date,competition,player_id,player_name,position,team_id,team_name,opponent_id,opponent_name,was_home,minutes,goals,shots,cards
        1,2024-08-10,test,11,A. One,MID,1,Reds,2,Blues,true,90,1,2,0
        1,2024-08-10,test,12,B. Two,WING,1,Reds,2,Blues,true,90,0,2,0
        1,2024-13-10,test,13,C. Three,FWD,1,Reds,2,Blues,true,90,0,2,0
        """);
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.panel(1);
      bench.await("rows", () -> bench.label("#data-count").contains("of 1,783"));
      bench.dialogs.toOpen = List.of(file);
      bench.click("#data-import");
      bench.await("the report", () -> bench.label("#data-report").contains("2 rejected"));
      assertThat(bench.label("#data-report")).contains("1 new");
      assertThat(bench.everything()).contains("WING").contains("2024-13-10");
      bench.await("the new row", () -> bench.label("#data-count").contains("of 1,784"));
      bench.picture("failed-import");
    }
  }

  @Test
  void aFolderOfEventDataIsRecognised() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.panel(1);
      bench.await("rows", () -> bench.label("#data-count").contains("of 1,783"));
      bench.dialogs.toFolder = Path.of("src/test/resources/event-data/statsbomb");
      bench.click("#data-import-folder");
      bench.await("the report", () -> bench.label("#data-report").contains("49 new"));
      assertThat(bench.label("#data-report")).contains("Read as StatsBomb open data");
    }
  }

  @Test
  void quickClicksUponTrainInALowWindowBeginOneRunAndDoNotStopIt() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      Fx.run(
          () -> {
            bench.workbench().window().stage().setWidth(1268);
            bench.workbench().window().stage().setHeight(640);
          });
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      assertThat(bench.enabled("#train-stop")).isFalse();
      bench.type("#train-draws", "12");
      bench.type("#train-tune", "6");
      bench.type("#train-version", "hasty");
      bench.click("#train-go");
      for (int i = 0; i < 5; i++) {
        bench.robot.clickOn(MouseButton.PRIMARY);
      }
      bench.await("the end", () -> bench.label("#train-verdict").startsWith("hasty"));
      assertThat(bench.label("#train-verdict")).contains("must not be used");
    }
  }

  @Test
  void aRunThatDoesNotConvergeIsNotPublishedAndSaysWhatToChange() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      bench.type("#train-draws", "12");
      bench.type("#train-tune", "6");
      bench.type("#train-version", "hasty");
      bench.click("#train-go");
      bench.await("the end", () -> bench.label("#train-verdict").contains("must not be used"));
      assertThat(bench.label("#train-verdict-text"))
          .contains("Nothing was published")
          .contains("draws");
      bench.picture("failed-convergence");
      assertThat(bench.workspace.models().list()).isEmpty();
      // What is left can be looked into.
      bench.panel(3);
      bench.await("the run", () -> bench.label("#diagnose-verdict").contains("R-hat"));
    }
  }

  @Test
  void aFormThatMakesNoSenseTurnsTheButtonOff() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      bench.type("#train-start", "2018-06-01");
      bench.type("#train-end", "2018-06-14");
      assertThat(bench.enabled("#train-go")).isFalse();
      assertThat(bench.label("#train-problem")).contains("too few");
      bench.type("#train-end", "2018-02-30");
      assertThat(bench.enabled("#train-go")).isFalse();
      assertThat(bench.label("#train-problem")).contains("date");
      bench.type("#train-end", "2018-07-03");
      assertThat(bench.enabled("#train-go")).isTrue();
      bench.type("#train-draws", "many");
      assertThat(bench.label("#train-problem")).contains("many");
    }
  }

  @Test
  void aDamagedVersionIsMarkedAndTheWindowOpens() throws Exception {
    Path version = Files.createDirectories(home.resolve("models").resolve("v1"));
    Files.writeString(version.resolve("metadata.json"), "{\"formatVersion\": 1, \"versi");
    Files.writeString(home.resolve("served.json"), "{\"version\":\"v1\"}");
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.panel(7);
      bench.await("the mark", () -> bench.everything().contains("damaged"));
      bench.picture("failed-version");
      bench.panel(6);
      bench.await("the sentence", () -> bench.everything().contains("Problem: "));
      bench.panel(3);
      bench.await("the sentence", () -> bench.everything().contains("Problem: "));
    }
  }

  @Test
  void aFullDiskIsToldBeforeAnythingIsSampledAndNothingIsLost() throws Exception {
    Path small = Files.createDirectory(home.resolve("small disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", small.toString()),
        "SKIPPED: a small file system can be mounted by root on Linux only");
    try (OpenWorkbench bench = new OpenWorkbench(small)) {
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      bench.type("#train-version", "toobig");
      bench.click("#train-go");
      bench.await("the end", () -> bench.label("#train-verdict").equals("The run failed"));
      assertThat(bench.everything()).contains("Saving this run needs 500 MB").contains(" MB free");
      assertThat(bench.everything()).contains("Free some space");
      bench.picture("failed-disk");
      assertThat(bench.workspace.models().list()).isEmpty();
      // The rows and the form are as they were, and the button is there for the next try.
      assertThat(bench.enabled("#train-go")).isTrue();
      assertThat(bench.text("#train-version")).isEqualTo("toobig");
      bench.panel(1);
      bench.await("rows", () -> bench.label("#data-count").startsWith("1,783 of 1,783"));
    } finally {
      run("umount", "-l", small.toString());
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
