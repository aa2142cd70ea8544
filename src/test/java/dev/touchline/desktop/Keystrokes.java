/// Measures how long a keystroke in the Predict panel takes to become a price.
package dev.touchline.desktop;

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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// From the key event to the end of the next frame's layout, when the new prices are on their way
/// to the screen; and the part of it that the program itself takes before it waits for the frame.
final class Keystrokes {
  private static final int WARM = 200;
  private static final int MEASURED = 1000;
  private static final int LEAGUES = 14;
  private static final String[] TYPED = {"bart pioka", "hakon", "santos", "lev ar", "mar"};

  private Keystrokes() {}

  /// Types names, letter by letter, into an open window.
  static Map<String, Object> measure(Workbench bench) throws InterruptedException {
    Scene scene = bench.window().scene();
    Fx.run(
        () ->
            scene.getAccelerators().entrySet().stream()
                .filter(entry -> entry.getKey().getName().endsWith("6"))
                .forEach(entry -> entry.getValue().run()));
    while (Fx.call(
        () ->
            scene.lookup("#predict-player") == null
                || scene.lookup("#predict-player").isDisabled())) {
      Thread.sleep(50);
    }
    double[] handled = new double[MEASURED];
    double[] shown = new double[MEASURED];
    int typed = 0;
    for (int i = -WARM; i < MEASURED; ) {
      String name = TYPED[typed++ % TYPED.length];
      Fx.run(() -> ((TextInputControl) scene.lookup("#predict-player")).clear());
      for (int letter = 0; letter < name.length() && i < MEASURED; letter++, i++) {
        double[] times = key(scene, name.substring(letter, letter + 1));
        if (i >= 0) {
          handled[i] = times[0];
          shown[i] = times[1];
        }
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("handled_milliseconds", figures(handled));
    result.put("shown_milliseconds", figures(shown));
    return result;
  }

  private static double[] key(Scene scene, String letter) throws InterruptedException {
    double[] times = new double[2];
    var laidOut = new CountDownLatch(1);
    Fx.run(
        () -> {
          var field = (TextInputControl) scene.lookup("#predict-player");
          long begin = System.nanoTime();
          Runnable[] once = new Runnable[1];
          once[0] =
              () -> {
                times[1] = (System.nanoTime() - begin) / 1e6;
                scene.removePostLayoutPulseListener(once[0]);
                laidOut.countDown();
              };
          scene.addPostLayoutPulseListener(once[0]);
          field.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_TYPED,
                  letter,
                  letter,
                  KeyCode.UNDEFINED,
                  false,
                  false,
                  false,
                  false));
          times[0] = (System.nanoTime() - begin) / 1e6;
          javafx.application.Platform.requestNextPulse();
        });
    if (!laidOut.await(5, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no frame came");
    }
    return times;
  }

  private static Map<String, Double> figures(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("p50", sorted[sorted.length / 2]);
    figures.put("p99", sorted[(int) (0.99 * (sorted.length - 1))]);
    figures.put("longest", sorted[sorted.length - 1]);
    return figures;
  }

  /// The same with a list of 10,304 players, from a model trained too briefly to be used.
  static Map<String, Object> amongTenThousand() throws Exception {
    Path folder = Files.createTempDirectory("touchline-bench");
    Home home = new Home(folder);
    try (Workspace workspace = new Workspace(home, DatabaseAddress.of(null, folder))) {
      Path rows = folder.resolve("leagues.csv");
      LeagueRows.write(rows, LEAGUES, 32, 8);
      workspace.rows().importPaths(List.of(rows), "auto", ImportProgress.NONE, () -> false);
      new Trainer(workspace)
          .train(
              new TrainRequest(
                  "wide",
                  new DateSplit(
                      LocalDate.of(2015, 8, 1),
                      LocalDate.of(2015, 8, 31),
                      LocalDate.of(2015, 9, 30)),
                  List.of(Prop.values()),
                  List.of(),
                  SamplerSettings.defaults().with(4, 250, 60, 1),
                  1000,
                  0,
                  StopRule.NONE),
              new TrainListener() {},
              StopSignal.NEVER);
      Workbench bench =
          Fx.call(
              () -> {
                var opened = new Workbench(workspace, next -> {});
                Fx.show(opened);
                return opened;
              });
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("players", workspace.models().find("wide").metadata().players().size());
      result.putAll(measure(bench));
      Fx.run(() -> bench.window().close());
      return result;
    }
  }
}
