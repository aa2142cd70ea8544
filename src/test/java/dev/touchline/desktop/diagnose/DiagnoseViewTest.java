/// The Diagnose panel in a scene: its states in both themes and two sizes, nothing cut off.
package dev.touchline.desktop.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.Fx;
import dev.touchline.desktop.MemoryDialogs;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.MemoryExports;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoseViewTest {
  @TempDir Path folder;
  private final DiagnoseModel model = new DiagnoseModel();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private Workspace workspace;
  private DiagnosePresenter presenter;
  private DiagnosePanel panel;
  private Stage stage;
  private final MemoryDialogs dialogs = new MemoryDialogs();

  @BeforeEach
  void open() {
    workspace = new Workspace(new Home(folder), DatabaseAddress.of(null, folder));
    presenter =
        new DiagnosePresenter(
            model, workspace, new Background(waiting::add, Runnable::run), version -> {});
    panel = Fx.call(() -> new DiagnosePanel(model, presenter, new MemoryExports(), dialogs));
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          stage.close();
          panel.close();
        });
    workspace.close();
  }

  private void show(Theme theme, int width, int height) {
    Fx.run(
        () -> {
          stage = Fx.show((Parent) panel.node(), theme, width, height);
          panel.theme(theme);
        });
  }

  private void work() {
    Fx.run(
        () -> {
          for (Runnable task; (task = waiting.poll()) != null; ) {
            task.run();
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1204,644", "DARK,1204,644", "LIGHT,1364,824", "DARK,1364,824"})
  void everyStateIsWholeInBothThemesAndSizes(Theme theme, int width, int height) throws Exception {
    String name = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
    show(theme, width, height);
    Fx.run(presenter::refresh);
    work();
    assertThat(text("#diagnose-empty")).contains("No version yet");
    picture("diagnose-empty" + name);

    Path file = SampleTraces.write(folder.resolve("qualifiers.nc"), 150, 4, 300, true);
    Fx.run(() -> presenter.open(file));
    assertThat(shown("#diagnose-progress")).isTrue();
    assertThat(text("#diagnose-detail")).isEqualTo("Opening the file");
    Fx.run(
        () -> {
          model.share.set(0.42);
          model.detail.set("196 of 471 parameters · 0:07 left");
        });
    picture("diagnose-working" + name);

    work();
    assertThat(shown("#diagnose-progress")).isFalse();
    assertThat(text("#diagnose-verdict")).startsWith("✕ The posterior must not be used");
    assertThat(text("#diagnose-file")).isEqualTo("File: qualifiers.nc");
    assertThat(text("#diagnose-name")).isEqualTo(SampleTraces.APART);
    assertThat(text("#diagnose-advice"))
        .startsWith("→ ")
        .contains("warm-up draws")
        .doesNotContain("--");
    picture("diagnose-chains" + name);
    Fx.run(() -> ((ToggleButton) node("#diagnose-side-1")).fire());
    picture("diagnose-pairs" + name);

    Path broken = Files.writeString(folder.resolve("notes.nc"), "not a trace at all, but a note");
    dialogs.toOpen = List.of(broken);
    Fx.run(() -> ((Button) node("#diagnose-open")).fire());
    work();
    assertThat(model.message.get().text()).contains("notes.nc");
    picture("diagnose-failed" + name);
  }

  @Test
  void theTableBeginsAtItsTopWhereThePanelWasNotInFrontWhenTheJudgementCame() throws Exception {
    show(Theme.LIGHT, 1204, 644);
    Fx.run(() -> presenter.open(SampleTraces.write(folder.resolve("a.nc"), 150, 4, 60, true)));
    Fx.run(() -> Fx.picture(stage.getScene()));
    Fx.run(() -> stage.getScene().setRoot(new Pane()));
    work();
    Fx.run(() -> Fx.picture(stage.getScene()));
    Fx.run(() -> stage.getScene().setRoot((Parent) panel.node()));
    for (int pulse = 0; pulse < 3; pulse++) {
      Fx.run(() -> Fx.picture(stage.getScene()));
    }
    assertThat(firstRow()).isZero();
  }

  private int firstRow() {
    return Fx.call(
        () -> ((VirtualFlow<?>) table().lookup(".virtual-flow")).getFirstVisibleCell().getIndex());
  }

  @Test
  void headingsSortAndTheThirdClickReturnsToTrouble() {
    show(Theme.LIGHT, 1204, 644);
    Fx.run(() -> presenter.open(SampleTraces.write(folder.resolve("a.nc"), 20, 4, 60, true)));
    work();
    TableView<ScalarRow> table = table();
    List<ScalarRow> trouble = List.copyOf(table.getItems());
    assertThat(trouble).isEqualTo(model.rows.get());
    Fx.run(() -> table.getSortOrder().add(column("mean")));
    assertThat(table.getItems())
        .isSortedAccordingTo((a, b) -> Double.compare(a.summary().mean(), b.summary().mean()));
    // The chosen one stays chosen, wherever it has gone.
    assertThat(table.getSelectionModel().getSelectedItem()).isSameAs(trouble.getFirst());
    Fx.run(() -> ((TextField) node("#diagnose-search")).setText("player number"));
    assertThat(table.getItems()).hasSize(54);
    assertThat(table.getItems())
        .isSortedAccordingTo((a, b) -> Double.compare(a.summary().mean(), b.summary().mean()));
    Fx.run(
        () -> {
          ((TextField) node("#diagnose-search")).clear();
          table.getSortOrder().clear();
        });
    assertThat(table.getItems()).isEqualTo(trouble);
    // Ōsako stands among the o's, not behind z.
    Fx.run(() -> table.getSortOrder().add(column("of")));
    List<String> subjects = table.getItems().stream().map(ScalarRow::subject).distinct().toList();
    assertThat(subjects)
        .containsSubsequence("form_goals", "Hiroto Ōsako", "Luka Modrić", "Player Number 10");
    Fx.run(() -> table.getSortOrder().clear());
    assertThat(table.getItems()).isEqualTo(trouble);
    // Constants have no R-hat: they come last where the worst come first.
    Fx.run(
        () -> {
          column("R-hat").setSortType(TableColumn.SortType.DESCENDING);
          table.getSortOrder().add(column("R-hat"));
        });
    assertThat(table.getItems().getFirst().summary().name()).isEqualTo(SampleTraces.APART);
    assertThat(table.getItems().getLast().summary().rhat()).isNaN();
  }

  @Test
  void choosingARowDrawsItAndItsPlayerIsALinkAway() {
    show(Theme.LIGHT, 1204, 644);
    Fx.run(() -> presenter.open(SampleTraces.write(folder.resolve("a.nc"), 20, 4, 60, true)));
    work();
    Fx.run(() -> table().getSelectionModel().select(7));
    work();
    ScalarRow row = table().getItems().get(7);
    assertThat(text("#diagnose-name")).isEqualTo(row.summary().name());
    assertThat(charts())
        .anyMatch(chart -> chart.getAccessibleText().contains("Trace of " + row.summary().name()));
    Fx.run(() -> ((TextField) node("#diagnose-search")).setText("modric goals"));
    work();
    assertThat(text("#diagnose-name")).isEqualTo("player_effect[Luka Modrić, goals]");
    Fx.run(() -> ((Button) node("#diagnose-subject")).fire());
    assertThat(table().getItems()).hasSize(3);
  }

  @Test
  void everyControlCanBeReachedAndHasAName() {
    show(Theme.LIGHT, 1204, 644);
    Fx.run(() -> presenter.open(SampleTraces.write(folder.resolve("a.nc"), 20, 4, 60, true)));
    work();
    Fx.run(() -> Fx.picture(stage.getScene()));
    for (Node node : all(panel.node())) {
      if (node.isFocusTraversable() && treeVisible(node)) {
        boolean named =
            node.getAccessibleText() != null
                || (node instanceof Labeled labeled && !labeled.getText().isEmpty());
        assertThat(named).as("%s has a name", node).isTrue();
      }
    }
    assertThat(charts()).hasSize(7);
  }

  private void picture(String name) {
    Fx.run(() -> Fx.save(Fx.picture(stage.getScene()), "panels/" + name + ".png"));
    List<String> cut = new ArrayList<>();
    Fx.run(
        () -> {
          for (Node node : all(panel.node())) {
            if (node instanceof Labeled labeled
                && treeVisible(node)
                && !mayBeCut(node)
                && node.lookup(".text") instanceof Text drawn
                && labeled.getText() != null
                && !labeled.getText().isEmpty()
                && !drawn
                    .getText()
                    .replace("\n", " ")
                    .equals(labeled.getText().replace("\n", " "))) {
              cut.add(labeled.getText() + " → " + drawn.getText());
            }
          }
        });
    assertThat(cut).as(name).isEmpty();
    Fx.run(
        () -> {
          for (Node node : all(panel.node())) {
            if (treeVisible(node) && (node instanceof Button || node instanceof ChartNode)) {
              var bounds = node.localToScene(node.getLayoutBounds());
              assertThat(bounds.getMaxX())
                  .as("%s", node)
                  .isLessThanOrEqualTo(stage.getScene().getWidth());
              assertThat(bounds.getMaxY())
                  .as("%s", node)
                  .isLessThanOrEqualTo(stage.getScene().getHeight());
            }
          }
        });
  }

  /// Names in the table have tooltips; so has the file.
  private static boolean mayBeCut(Node node) {
    return "diagnose-file".equals(node.getId())
        || (node.getStyleClass().contains("table-cell")
            && !node.getStyleClass().contains("number"));
  }

  private static boolean treeVisible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static List<Node> all(Node root) {
    List<Node> nodes = new ArrayList<>(List.of(root));
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Parent parent) {
        nodes.addAll(parent.getChildrenUnmodifiable());
      }
    }
    return nodes;
  }

  private List<ChartNode> charts() {
    return all(panel.node()).stream()
        .filter(ChartNode.class::isInstance)
        .map(ChartNode.class::cast)
        .toList();
  }

  private Node node(String id) {
    Node node = panel.node().lookup(id);
    assertThat(node).as(id).isNotNull();
    return node;
  }

  private boolean shown(String id) {
    return Fx.call(() -> treeVisible(node(id)));
  }

  private String text(String id) {
    return Fx.call(() -> ((Label) node(id)).getText());
  }

  @SuppressWarnings("unchecked") // the panel's only table
  private TableView<ScalarRow> table() {
    return (TableView<ScalarRow>) node("#diagnose-table");
  }

  private TableColumn<ScalarRow, ?> column(String heading) {
    return table().getColumns().stream()
        .filter(column -> column.getText().equals(heading))
        .findFirst()
        .orElseThrow();
  }
}
