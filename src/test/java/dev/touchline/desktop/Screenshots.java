/// Renders every panel in both themes, with data in it and during training, into docs/screenshots.
package dev.touchline.desktop;

import dev.touchline.desktop.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.TextField;
import javax.imageio.ImageIO;

/// A program, not a test: `mvn -Pscreenshots`. 1440 × 900, on the sample tournament.
public final class Screenshots {
  private final Path folder;
  private final OpenWorkbench bench;

  private Screenshots(Path folder, OpenWorkbench bench) {
    this.folder = folder;
    this.bench = bench;
  }

  /// The argument is the folder to write into.
  public static void main(String[] args) throws IOException {
    Path user = Files.createTempDirectory("touchline-screenshots");
    // Where a home lies by default, so that the pictures show what a user sees.
    System.setProperty("user.home", user.toString());
    Path home = user.resolve(".local/share/touchline");
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      new Screenshots(Files.createDirectories(Path.of(args[0])), bench).take();
    }
    System.exit(0);
  }

  private void take() throws IOException {
    bench.panel(1);
    bench.await("rows", () -> bench.label("#data-count").contains("of 1,783"));
    bench.await("the counts", () -> bench.everything().contains("601"));
    both("data");
    bench.panel(2);
    bench.await("the dates", () -> bench.enabled("#train-go"));
    both("train-dates");
    bench.type("#train-draws", "3000");
    bench.type("#train-tune", "500");
    bench.type("#train-version", "v1.1");
    bench.click("#train-go");
    bench.await(
        "half of the run",
        () -> bench.chart("#train-rhat").chart().table().size() >= 16 || finished());
    both("train");
    bench.await("the end", this::finished);
    both("train-finished");
    bench.panel(3);
    bench.await("the judgement", () -> bench.label("#diagnose-verdict").contains("R-hat"));
    settle();
    both("diagnose");
    bench.panel(4);
    bench.await("diagrams", () -> bench.label("#calibrate-average").contains("average"));
    both("calibrate");
    backtest();
    bench.panel(5);
    bench.await("a version", () -> bench.enabled("#compare-run"));
    bench.click("#compare-run");
    bench.await("the comparison", () -> !bench.label("#compare-verdict").isEmpty());
    both("compare");
    bench.panel(6);
    bench.await("the version", () -> bench.enabled("#predict-player"));
    bench.type("#predict-opponent", "ysm");
    bench.type("#predict-player", "bart pi");
    // Set, not typed: the list of suggestions stays open.
    offer("over", "6.50");
    offer("under", "1.12");
    both("predict");
    bench.panel(7);
    bench.await("versions", () -> bench.everything().contains("v1.1-goals"));
    both("models");
  }

  private void offer(String side, String odds) {
    var field = (TextField) bench.node("#predict-offered-" + side + "-shots");
    Fx.run(() -> field.setText(odds));
  }

  private void backtest() throws IOException {
    bench.click("#calibrate-shown-2");
    bench.await("the form", () -> bench.enabled("#backtest-run"));
    bench.type("#backtest-from", "2018-06-25");
    bench.click("#backtest-run");
    bench.await("the second step", () -> bench.label("#backtest-progress").startsWith("Step 2"));
    both("backtest-running");
    bench.await("the result", () -> !bench.label("#backtest-basis").isEmpty());
    both("backtest");
    bench.click("#calibrate-shown-0");
  }

  /// The plots of the worst parameter are read in the background.
  private static void settle() {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean finished() {
    return bench.label("#train-verdict").startsWith("v1.1");
  }

  private void both(String name) throws IOException {
    for (Theme theme : Theme.values()) {
      Fx.run(() -> bench.workbench().theme().set(theme));
      Fx.run(() -> {});
      BufferedImage picture = Fx.call(() -> Fx.picture(bench.workbench().window().scene()));
      Path file = folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
      ImageIO.write(picture, "png", file.toFile());
    }
    Fx.run(() -> bench.workbench().theme().set(Theme.LIGHT));
  }
}
