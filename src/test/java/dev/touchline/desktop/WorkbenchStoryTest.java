/// An analyst's day on the sample, through real clicks and keys, from an empty home to prices.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.chart.ChartTable;
import dev.touchline.desktop.chart.DensityChart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchStoryTest {
  @TempDir Path home;

  @Test
  void anAnalystTrainsWatchesJudgesComparesAndAsks() throws Exception {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      looksAtTheRows(bench);
      trains(bench);
      judges(bench);
      compares(bench);
      asks(bench);
      asksWhileTheNextVersionTrains(bench);
    }
    // The window comes back as it was left.
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.await("the served version", () -> bench.enabled("#predict-player"));
      assertThat(bench.text("#predict-player")).isEqualTo("bart pioka");
    }
  }

  private static void looksAtTheRows(OpenWorkbench bench) {
    bench.panel(1);
    bench.await("rows", () -> bench.label("#data-count").startsWith("1,783 of 1,783"));
    bench.type("#data-search", "bart pio");
    bench.await("fewer rows", () -> bench.label("#data-count").startsWith("6 of"));
    bench.picture("data");
  }

  private static void trains(OpenWorkbench bench) {
    bench.panel(2);
    bench.await("the sample's dates", () -> !bench.text("#train-start").isEmpty());
    bench.type("#train-start", "2018-13-45");
    assertThat(bench.label("#train-problem")).contains("A date is missing or is none");
    assertThat(bench.enabled("#train-go")).isFalse();
    bench.type("#train-start", "2018-06-14");
    assertThat(bench.label("#train-problem")).isEmpty();
    assertThat(bench.enabled("#train-go")).isTrue();
    bench.picture("train-dates");
    bench.type("#train-end", "2018-07-04");
    bench.type("#train-start", "2018-06-01");
    bench.type("#validation-end", "2018-07-16");
    // Enough of them that the run is still going on when it has been looked at.
    bench.type("#train-draws", "2000");
    bench.type("#train-tune", "200");
    bench.type("#train-version", "story");
    bench.click("#train-go");
    bench.await("draws of all chains", () -> chains(bench).equals(Set.of("1", "2", "3", "4")));
    int first = bench.chart("#train-trace").chart().table().size();
    bench.await(
        "more draws", () -> bench.chart("#train-trace").chart().table().size() > first + 40);
    bench.await("R-hat history", () -> bench.chart("#train-rhat").chart().table().size() > 0);
    bench.await("a verdict so far", () -> bench.label("#train-verdict").startsWith("R-hat"));
    bench.picture("train-running");
    bench.await("the end of the run", () -> bench.label("#train-verdict").contains("story"));
    assertThat(bench.label("#train-verdict-text")).contains("R-hat");
    Fx.run(() -> densityIsOfAllDraws(bench));
    bench.picture("train-finished");
    assertThat(bench.workspace.models().find("story").results()).isNotNull();
    assertThat(bench.everything()).contains("serving · trained to 2018-07-04");
  }

  private static Set<String> chains(OpenWorkbench bench) {
    ChartTable table = Fx.call(() -> bench.chart("#train-trace").chart().table());
    return Arrays.stream(table.csv().split("\n"))
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.toSet());
  }

  private static void densityIsOfAllDraws(OpenWorkbench bench) {
    String[] rows = bench.chart("#train-trace").chart().table().tsv().split("\n");
    var all = new DensityChart();
    all.show(
        "all",
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                chain ->
                    Arrays.stream(rows)
                        .map(row -> row.split("\t"))
                        .filter(row -> row[0].equals("" + chain) && row[2].equals("false"))
                        .mapToDouble(row -> Double.parseDouble(row[3]))
                        .toArray())
            .toList());
    assertThat(bench.chart("#train-density").chart().table().tsv()).isEqualTo(all.table().tsv());
  }

  private static void judges(OpenWorkbench bench) {
    bench.panel(3);
    bench.await("the judgement", () -> bench.label("#diagnose-verdict").contains("R-hat"));
    bench.type("#diagnose-search", "pioka shots");
    bench.picture("diagnose");
    bench.click("#diagnose-checks");
    bench.await("rootograms", () -> bench.everything().contains("of a player in a match"));
    bench.picture("checks");
    bench.click("#calibrate-shown-0");
    bench.await(
        "three reliability diagrams",
        () -> bench.label("#calibrate-average").contains("average ECE"));
    for (String prop : new String[] {"goals", "shots", "cards"}) {
      assertThat(bench.label("#calibrate-interval-" + prop)).contains("95 %").contains("perfect");
      assertThat(bench.chart("#calibrate-reliability-" + prop).chart().table().size())
          .isGreaterThan(2);
    }
    bench.picture("calibrate");
  }

  private static void compares(OpenWorkbench bench) throws Exception {
    bench.panel(5);
    bench.await("a version to compare", () -> bench.enabled("#compare-run"));
    bench.click("#compare-run");
    bench.await("the comparison", () -> !bench.label("#compare-verdict").isEmpty());
    assertThat(bench.label("#compare-verdict"))
        .isIn("Use multi-task", "Need full comparison", "Inconclusive");
    assertThat(bench.label("#compare-basis")).contains("Same ").contains("both sides");
    bench.picture("compare");
    bench.dialogs.toSave = bench.workspace.home().root().resolve("report.md");
    bench.click("#compare-save");
    bench.await("the report", () -> Files.exists(bench.dialogs.toSave));
    assertThat(Files.readString(bench.dialogs.toSave)).contains("story-goals");
  }

  private static void asks(OpenWorkbench bench) {
    bench.panel(6);
    // Nothing has to be clicked before a name is typed.
    bench.await("the player's field", () -> bench.focused("#predict-player"));
    bench.robot.write("bart pioka");
    bench.await("an answer", () -> !bench.label("#predict-mean-goals").equals("–"));
    bench.type("#predict-opponent", "ysm");
    bench.picture("predict-typing");
    for (String prop : new String[] {"goals", "shots", "cards"}) {
      assertThat(bench.label("#predict-interval-" + prop)).contains("95 % interval");
      String before = bench.label("#predict-mean-" + prop);
      bench.type("#predict-minutes", "45");
      assertThat(bench.label("#predict-mean-" + prop)).isNotEqualTo(before);
      bench.type("#predict-minutes", "90");
    }
    bench.click("#predict-tab-1");
    bench.fill(
        "#predict-batch",
        "player,opponent,venue,minutes\nBartek Pioka,Ysmark,away,60\nNobody At All,Ysmark\nBartek Pioka,Quentara");
    bench.click("#predict-batch-go");
    bench.await("prices", () -> bench.everything().contains("3 lines in"));
    assertThat(bench.everything()).contains("1 without an answer");
    bench.picture("predict-batch");
    bench.click("#predict-tab-0");
    bench.press(KeyCode.K);
    bench.robot.write("pellu");
    bench.robot.type(KeyCode.ENTER);
    assertThat(bench.text("#predict-opponent")).isEqualTo("Pellucia");
  }

  private static void asksWhileTheNextVersionTrains(OpenWorkbench bench) {
    bench.panel(2);
    // Long enough not to be over before it is stopped, on a fast machine either.
    bench.type("#train-draws", "4000");
    bench.type("#train-version", "next");
    bench.click("#train-go");
    bench.await("draws", () -> bench.chart("#train-trace").chart().table().size() > 100);
    bench.panel(6);
    bench.type("#predict-opponent", "quent");
    assertThat(bench.label("#predict-mean-goals")).isNotEqualTo("–");
    assertThat(bench.everything()).contains("Training next");
    bench.panel(2);
    bench.click("#train-stop");
    bench.await("the stop", () -> bench.label("#train-verdict").contains("stopped"));
    assertThat(bench.label("#train-verdict-text")).contains("Nothing was published");
    bench.await(
        "the offer to go on",
        () -> bench.label("#train-interrupted-text").startsWith("The run of next"));
    bench.picture("train-interrupted");
    bench.click("#train-resume");
    bench.await("the end of the run", () -> bench.workspace.models().exists("next"));
    bench.await("its verdict", () -> bench.label("#train-verdict").startsWith("next"));
    assertThat(bench.everything()).doesNotContain("can go on");
    bench.panel(6);
  }
}
