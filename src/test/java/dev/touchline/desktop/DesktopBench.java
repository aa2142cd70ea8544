/// Measures the window: time to open, pulses while training, keystroke to result, cost to sampling.
package dev.touchline.desktop;

import com.google.gson.GsonBuilder;
import dev.touchline.data.DatabaseAddress;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.Home;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;

/// A program, not a test: `mvn -Pbench-desktop` prints one JSON document. On the sample tournament,
/// 4 chains of 2,000 draws after 1,000.
public final class DesktopBench {
  private static final int DRAWS = 2000;
  private static final int TUNE = 1000;

  private DesktopBench() {}

  /// Runs everything; exits when done.
  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    Path folder = Files.createTempDirectory("touchline-bench");
    Home home = new Home(folder);
    Map<String, Object> report = new LinkedHashMap<>();
    try (Workspace workspace = new Workspace(home, DatabaseAddress.of(null, folder))) {
      Workbench bench =
          Fx.call(
              () -> {
                var opened = new Workbench(workspace, next -> {});
                opened.show();
                return opened;
              });
      Fx.run(() -> {});
      report.put("first_window_seconds", (System.nanoTime() - begin) / 1e9);
      var scene = bench.window().scene();
      while (((TextInputControl) scene.lookup("#train-version")).getText().isEmpty()
          || scene.lookup("#train-go").isDisabled()) {
        Thread.sleep(20);
      }
      report.put("ready_to_train_seconds", (System.nanoTime() - begin) / 1e9);
      Thread.sleep(1000);
      report.put("training", train(bench));
      Fx.run(() -> bench.window().close());
      report.put("sampling_without_window_seconds", alone(workspace));
    }
    System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(report));
    System.exit(0);
  }

  private static Map<String, Object> train(Workbench bench) throws InterruptedException {
    var scene = bench.window().scene();
    var pulses = new Pulses();
    Fx.run(
        () -> {
          ((TextInputControl) scene.lookup("#train-draws")).setText("" + DRAWS);
          ((TextInputControl) scene.lookup("#train-tune")).setText("" + TUNE);
          ((TextInputControl) scene.lookup("#train-version")).setText("bench");
        });
    new FxRobot().clickOn(scene.lookup("#train-go"));
    while (!Fx.call(() -> ((Label) scene.lookup("#train-verdict")).getText().startsWith("R-hat"))) {
      Thread.sleep(50);
    }
    Fx.run(pulses::start);
    while (Fx.call(() -> log(bench).stream().noneMatch(line -> line.contains("Judging")))) {
      Thread.sleep(50);
    }
    Fx.run(pulses::stop);
    Map<String, Object> result = pulses.figures();
    result.put("sampling_seconds", seconds(log(bench)));
    while (Fx.call(() -> scene.lookup("#train-go").isDisabled())) {
      Thread.sleep(50);
    }
    return result;
  }

  @SuppressWarnings("unchecked")
  private static List<String> log(Workbench bench) {
    return List.copyOf(
        ((javafx.scene.control.ListView<String>) bench.window().scene().lookup("#train-log"))
            .getItems());
  }

  private static double seconds(List<String> log) {
    return at(log, "Judging") - at(log, "Sampling");
  }

  private static double at(List<String> log, String phase) {
    return log.stream()
        .filter(line -> line.contains(phase))
        .map(line -> java.time.LocalTime.parse(line.substring(0, 8)).toSecondOfDay())
        .findFirst()
        .orElseThrow();
  }

  private static double alone(Workspace workspace) {
    var request =
        new TrainRequest(
            "alone",
            new DateSplit(
                LocalDate.of(2018, 6, 14), LocalDate.of(2018, 7, 3), LocalDate.of(2018, 7, 15)),
            List.of(Prop.values()),
            List.of(),
            SamplerSettings.defaults().with(4, DRAWS, TUNE, 20180614).together(),
            TrainRequest.MAX_RHAT,
            0,
            null);
    long[] at = new long[2];
    new Trainer(workspace)
        .train(
            request,
            new TrainListener() {
              @Override
              public void onPhase(String version, Phase phase) {
                if (phase == Phase.SAMPLE) {
                  at[0] = System.nanoTime();
                } else if (phase == Phase.JUDGE) {
                  at[1] = System.nanoTime();
                }
              }
            },
            StopSignal.NEVER);
    return (at[1] - at[0]) / 1e9;
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
