/// Measures the window: time to open, pulses while training, keystroke to result, cost to sampling.
package dev.touchline.desktop;

import com.google.gson.GsonBuilder;
import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.ImportProgress;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.Home;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// A program, not a test: `mvn -Pbench-desktop` prints one JSON document. On the sample tournament,
/// 4 chains of 2,000 draws after 1,000: once as the first run of a fresh program and three times
/// more with pulses counted, then in turn without and with the window, so that both sides have warm
/// code. The same pairs on a season of a league. Keystrokes among the sample's players and among
/// ten thousand.
public final class DesktopBench {
  private static final int DRAWS = 2000;
  private static final int TUNE = 1000;
  private static final int SEASON_PAIRS = 3;
  private static final int TEAMS = 20;
  private static final int ROUNDS = 38;
  private static final int PAIRS = Integer.getInteger("touchline.bench.pairs", 9);

  private DesktopBench() {}

  /// Runs everything; exits when done.
  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    Path folder = Files.createTempDirectory("touchline-bench");
    Home home = new Home(folder);
    Map<String, Object> report = new LinkedHashMap<>();
    try (Workspace workspace = new Workspace(home, DatabaseAddress.of(null, folder))) {
      Workbench bench = opened(workspace);
      Fx.run(() -> {});
      report.put("first_window_seconds", (System.nanoTime() - begin) / 1e9);
      ready(bench);
      report.put("ready_to_train_seconds", (System.nanoTime() - begin) / 1e9);
      Thread.sleep(1000);
      report.put("first_training", train(bench, "first", new Pulses()));
      report.put(
          "trainings_watched",
          List.of(
              train(bench, "second", new Pulses()),
              train(bench, "third", new Pulses()),
              train(bench, "fourth", new Pulses())));
      report.putAll(pairs(workspace, bench, PAIRS));
      report.put("keystrokes", Keystrokes.measure(bench));
      Fx.run(() -> bench.window().close());
    }
    report.put("season", season());
    report.put("keystrokes_ten_thousand_players", Keystrokes.amongTenThousand());
    System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(report));
    System.exit(0);
  }

  private static Workbench opened(Workspace workspace) throws Exception {
    return Fx.call(
        () -> {
          var opened = new Workbench(workspace, next -> {});
          Fx.show(opened);
          return opened;
        });
  }

  /// Waits until the form can be trained.
  private static void ready(Workbench bench) throws InterruptedException {
    var scene = bench.window().scene();
    while (((TextInputControl) scene.lookup("#train-version")).getText().isEmpty()
        || scene.lookup("#train-go").isDisabled()) {
      Thread.sleep(20);
    }
  }

  /// Nothing asks for pulses in the pairs: what measures them would take from the chains itself.
  private static Map<String, Object> pairs(Workspace workspace, Workbench bench, int pairs)
      throws InterruptedException {
    double[] with = new double[pairs];
    double[] without = new double[pairs];
    double[] ratio = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      // Either side is first in turn.
      for (boolean watched : new boolean[] {i % 2 == 0, i % 2 != 0}) {
        if (watched) {
          train(bench, "watched" + i, null);
          with[i] = sampling(workspace, "watched" + i);
        } else {
          alone(workspace, "alone" + i, workspace.models().find("watched0").metadata().dates());
          without[i] = sampling(workspace, "alone" + i);
        }
      }
      ratio[i] = 100 * (with[i] / without[i] - 1);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("sampling_seconds_with_window", with);
    result.put("sampling_seconds_without_window", without);
    double[] sorted = ratio.clone();
    Arrays.sort(sorted);
    result.put("sampling_slowed_by_percent", ratio);
    result.put("sampling_slowed_by_percent_median", sorted[pairs / 2]);
    return result;
  }

  /// The rows of a league's season, on which a run takes several times as long.
  private static Map<String, Object> season() throws Exception {
    Path folder = Files.createTempDirectory("touchline-bench");
    Path rows = folder.resolve("season.csv");
    LeagueRows.write(rows, 1, TEAMS, ROUNDS);
    try (Workspace workspace = new Workspace(new Home(folder), DatabaseAddress.of(null, folder))) {
      workspace.rows().importPaths(List.of(rows), "auto", ImportProgress.NONE, () -> false);
      Workbench bench = opened(workspace);
      ready(bench);
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("training", train(bench, "season", new Pulses()));
      result.put("rows", workspace.models().find("season").metadata().rows());
      result.putAll(pairs(workspace, bench, SEASON_PAIRS));
      Fx.run(() -> bench.window().close());
      return result;
    }
  }

  private static double sampling(Workspace workspace, String version) {
    Map<String, Double> seconds = workspace.models().find(version).metadata().seconds();
    return seconds.get("tune") + seconds.get("sample");
  }

  /// A training by the window's button; the answer is what `pulses` measured while chains ran.
  private static Map<String, Object> train(Workbench bench, String version, @Nullable Pulses pulses)
      throws InterruptedException {
    var scene = bench.window().scene();
    var field = (TextInputControl) scene.lookup("#train-version");
    Fx.run(
        () -> {
          ((TextInputControl) scene.lookup("#train-draws")).setText("" + DRAWS);
          ((TextInputControl) scene.lookup("#train-tune")).setText("" + TUNE);
          field.setText(version);
          ((Button) scene.lookup("#train-go")).fire();
        });
    awaitLog(bench, "sampling started");
    if (pulses != null) {
      Fx.run(pulses::start);
    }
    awaitLog(bench, "Judging");
    if (pulses != null) {
      Fx.run(pulses::stop);
    }
    while (Fx.call(() -> scene.lookup("#train-go").isDisabled())) {
      Thread.sleep(500);
    }
    return pulses == null ? Map.of() : pulses.figures();
  }

  /// The list is looked up once: to walk the scene for each question would be work that only a
  /// watched run has.
  private static void awaitLog(Workbench bench, String words) throws InterruptedException {
    ObservableList<String> log = Fx.call(() -> log(bench));
    while (!Fx.call(() -> log.stream().anyMatch(line -> line.contains(words)))) {
      Thread.sleep(100);
    }
  }

  @SuppressWarnings("unchecked")
  private static ObservableList<String> log(Workbench bench) {
    return ((ListView<String>) bench.window().scene().lookup("#train-log")).getItems();
  }

  private static void alone(Workspace workspace, String version, DateSplit dates) {
    var request =
        new TrainRequest(
            version,
            dates,
            List.of(Prop.values()),
            List.of(),
            SamplerSettings.defaults().with(4, DRAWS, TUNE, 20180614).together(),
            TrainRequest.MAX_RHAT,
            0,
            StopRule.NONE);
    new Trainer(workspace).train(request, TrainListener.NONE, StopSignal.NEVER);
  }

  /// Times between the beginnings of pulses.
  private static final class Pulses extends AnimationTimer {
    private final double[] gaps = new double[200_000];
    private int count;
    private long last;

    @Override
    public void handle(long now) {
      if (last != 0 && count < gaps.length) {
        gaps[count++] = (now - last) / 1e6;
      }
      last = now;
    }

    Map<String, Object> figures() {
      double[] sorted = Arrays.copyOf(gaps, count);
      Arrays.sort(sorted);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("pulses", count);
      figures.put("frames_per_second", 1000 * count / Arrays.stream(sorted).sum());
      figures.put("longest_pulse_gap_milliseconds", sorted[count - 1]);
      figures.put("p99_pulse_gap_milliseconds", sorted[(int) (0.99 * (count - 1))]);
      return figures;
    }
  }
}
