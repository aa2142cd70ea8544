/// A workbench on a home of its own, driven by real clicks and keys.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// Opens the window at (0, 0), where the robot can reach all of it.
public final class OpenWorkbench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  final FxRobot robot = new FxRobot();
  final Workspace workspace;
  final MemoryDialogs dialogs = new MemoryDialogs();
  private final Workbench workbench;
  private final List<String> unreadable = new ArrayList<>();

  /// Threads of other tests, which are not waited for.
  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  private volatile boolean closed;

  OpenWorkbench(Path home) {
    this(home, DatabaseAddress.of(null, home));
  }

  OpenWorkbench(Path home, DatabaseAddress address) {
    workspace = new Workspace(new Home(home), address);
    workbench =
        Fx.call(
            () -> {
              var bench = new Workbench(workspace, dialogs, next -> closed = true);
              Fx.show(bench);
              bench.window().stage().setX(0);
              bench.window().stage().setY(0);
              return bench;
            });
  }

  Workbench workbench() {
    return workbench;
  }

  /// Shortcut and digit: a panel.
  void panel(int number) {
    press(KeyCode.getKeyCode("" + number));
  }

  /// Shortcut and a key.
  void press(KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  /// Whether the window has gone.
  boolean closed() {
    return closed;
  }

  void click(String id) {
    robot.clickOn(node(id));
  }

  /// Replaces what a field holds, key by key.
  void type(String id, String text) {
    Node node = node(id);
    robot.clickOn(node);
    Fx.run(() -> input(node).selectAll());
    robot.write(text);
  }

  /// Puts a longer text into a field at once.
  void fill(String id, String text) {
    Fx.run(() -> input(node(id)).setText(text));
  }

  private static TextInputControl input(Node node) {
    return node instanceof DatePicker picker
        ? picker.getEditor()
        : node instanceof ComboBox<?> box ? box.getEditor() : (TextInputControl) node;
  }

  Node node(String id) {
    Node node = workbench.window().scene().lookup(id);
    assertThat(node).as(id).isNotNull();
    return node;
  }

  ChartNode chart(String id) {
    return (ChartNode) node(id);
  }

  String text(String id) {
    return Fx.call(() -> input(node(id)).getText());
  }

  String label(String id) {
    return Fx.call(() -> ((Label) node(id)).getText());
  }

  boolean enabled(String id) {
    return Fx.call(() -> !node(id).isDisabled());
  }

  boolean focused(String id) {
    return Fx.call(() -> node(id).getScene().getFocusOwner() == node(id));
  }

  /// Every text that can be seen now, in no order.
  String everything() {
    return Fx.call(
        () -> {
          var text = new StringBuilder();
          collect(workbench.window().scene().getRoot(), text);
          return text.toString();
        });
  }

  private static void collect(Node node, StringBuilder text) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof javafx.scene.control.Labeled labeled) {
      text.append(labeled.getText()).append('\n');
    }
    if (node instanceof javafx.scene.text.Text written) {
      text.append(written.getText()).append('\n');
    }
    if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, text));
    }
  }

  void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        picture("failed");
        throw new AssertionError("Waited in vain for " + what + "; on screen:\n" + everything());
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// What is cut off or has no name on the screen as it is now.
  List<String> faults() {
    return Fx.call(
        () -> {
          List<String> found = new ArrayList<>(CutOff.in(workbench.window().scene()));
          found.addAll(Nameless.in(workbench.window().scene()));
          return found;
        });
  }

  /// Texts of the screen that do not stand out from what is behind them.
  List<String> faint() {
    return Fx.call(() -> Contrast.in(workbench.window().scene()));
  }

  /// A picture of a screen, and what cannot be read on it for [#unreadable].
  void look(String name) {
    picture(name);
    faults().forEach(line -> unreadable.add(name + ": " + line));
  }

  /// What could not be read at any [#look].
  List<String> unreadable() {
    return unreadable;
  }

  void picture(String name) {
    Fx.save(Fx.call(() -> Fx.picture(workbench.window().scene())), "story/" + name + ".png");
  }

  @Override
  public void close() {
    if (!closed) {
      Fx.run(() -> workbench.window().close());
    }
    workspace.close();
    awaitBackground();
  }

  /// What was read while the window went away may still make a folder of the home that is about to
  /// be deleted.
  private void awaitBackground() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("background") && !before.contains(thread)) {
        try {
          thread.join(20_000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
