/// The Data panel on the headless platform: its states in both themes and two sizes, by real clicks
/// and keys; pictures go to target/panels.
package dev.touchline.desktop.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.DraggedFiles;
import dev.touchline.desktop.Fx;
import dev.touchline.desktop.MemoryDialogs;
import dev.touchline.desktop.chart.CalendarChart;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.MemoryExports;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.HelpEvent;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.football.PlayerMatch;
import dev.touchline.manual.Manual;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class DataViewTest {
  @TempDir Path home;
  private final FxRobot robot = new FxRobot();
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final DataModel model = new DataModel();
  private final MemoryDialogs dialogs = new MemoryDialogs();
  private Workspace workspace;
  private DataPanel panel;
  private Stage stage;

  @BeforeEach
  void open() {
    workspace = new Workspace(new Home(home), DatabaseAddress.of(null, home));
    Fx.run(
        () -> {
          var presenter =
              new DataPresenter(
                  model,
                  workspace,
                  new Background(executor, Platform::runLater),
                  new Engine(Platform::runLater),
                  () -> {},
                  address -> {});
          panel = new DataPanel(model, presenter, new MemoryExports(), dialogs);
          panel.theme(Theme.LIGHT);
          stage = Fx.show((Parent) panel.node(), Theme.LIGHT, 1204, 644);
          panel.shown();
        });
    await("the rows and their checks", () -> model.status.get() != null);
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
    executor.close();
    workspace.close();
  }

  private static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!Fx.call(holds::getAsBoolean)) {
      assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private <T extends Node> T node(String id, Class<T> type) {
    Node node = stage.getScene().lookup(id);
    assertThat(node).as(id).isNotNull();
    return type.cast(node);
  }

  private String label(String id) {
    // Asked from `await`, this is the FX thread already, which must not wait for itself.
    return Platform.isFxApplicationThread()
        ? node(id, Label.class).getText()
        : Fx.call(() -> node(id, Label.class).getText());
  }

  private Path broken() throws Exception {
    return Files.writeString(
        home.resolve("broken.csv"),
        DesktopData.HEADER
            + "1,2024-08-10,test,11,A. One,MID,1,Reds,2,Blues,true,90,1,2,0\n"
            + "1,2024-08-10,test,12,B. Two,WING,1,Reds,2,Blues,true,90,0,2,0\n"
            + "1,2024-13-10,test,13,C. Three,FWD,1,Reds,2,Blues,true,90,0,2,0\n");
  }

  /// Looks at a state in both themes and sizes: nothing is cut off, everything has its name.
  private void look(String state) {
    look(state, Theme.LIGHT, 1204, 644);
    look(state, Theme.DARK, 1364, 824);
    Fx.run(() -> dress(Theme.LIGHT, 1204, 644));
    await("the size", () -> stage.getScene().getWidth() == 1204);
    Fx.run(() -> stage.getScene().getRoot().layout());
  }

  private void look(String state, Theme theme, double width, double height) {
    Fx.run(() -> dress(theme, width, height));
    await("the size", () -> stage.getScene().getWidth() == width);
    String name = "data-%s-%s-%.0f".formatted(state, theme.name().toLowerCase(Locale.ROOT), width);
    Fx.save(Fx.call(() -> Fx.picture(stage.getScene())), "panels/" + name + ".png");
    assertThat(Fx.call(() -> faults(stage.getScene()))).as(name).isEmpty();
  }

  private void dress(Theme theme, double width, double height) {
    stage.getScene().getStylesheets().setAll(theme.styleSheets());
    panel.theme(theme);
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private static List<String> faults(Scene scene) {
    List<String> faults = new ArrayList<>();
    look(scene.getRoot(), scene, faults);
    return faults;
  }

  private static void look(Node node, Scene scene, List<String> faults) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isEmpty()) {
      if (labeled.lookup(".text") instanceof Text text
          && !text.getText().equals(labeled.getText())) {
        faults.add("cut off: \"" + labeled.getText() + "\" to \"" + text.getText() + "\"");
      }
      var bounds = node.localToScene(node.getBoundsInLocal());
      if (bounds.getMaxX() > scene.getWidth() + 1) {
        faults.add("outside: \"" + labeled.getText() + "\"");
      }
    }
    boolean asked =
        node instanceof TextInputControl input && input.isFocusTraversable()
            || node instanceof ComboBoxBase
            || node instanceof TableView
            || node instanceof ChartNode;
    if (asked && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())) {
      faults.add("without a name: " + node);
    }
    if (node instanceof Parent parent && !(node instanceof ComboBoxBase)) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, scene, faults));
    }
  }

  @Test
  void theSampleWithTheWindowsOfTheTrainPanel() {
    LocalDate start = LocalDate.of(2018, 6, 14);
    Fx.run(
        () ->
            model
                .windows()
                .set(
                    new CalendarChart.Windows(
                        start, LocalDate.of(2018, 7, 3), LocalDate.of(2018, 7, 15))));
    look("sample");
    look("sample", Theme.DARK, 1204, 644);
    look("sample", Theme.LIGHT, 1364, 824);
    Fx.run(() -> dress(Theme.LIGHT, 1204, 644));
    // The windows belong to the Train panel: here they can be seen, not moved.
    var calendar = node("#data-calendar", ChartNode.class);
    robot.clickOn(calendar).type(KeyCode.LEFT, 3);
    assertThat(Fx.call(() -> model.windows().get().trainStart())).isEqualTo(start);
    // Words and a position, by keys.
    robot.clickOn("#data-search").write("ysm");
    await("fewer rows", () -> !label("#data-count").startsWith("1,783"));
    TableView<?> table = node("#data-rows", TableView.class);
    int found = Fx.call(() -> table.getItems().size());
    assertThat(found).isPositive();
    assertThat(label("#data-count")).isEqualTo(found + " of 1,783 rows");
    Fx.run(
        () ->
            node("#data-from", javafx.scene.control.DatePicker.class)
                .getEditor()
                .setText("2018-13-45"));
    robot.clickOn("#data-clear");
    assertThat(
            Fx.call(
                () ->
                    node("#data-from", javafx.scene.control.DatePicker.class)
                        .getEditor()
                        .getText()))
        .isEmpty();
    assertThat(node("#data-clear", Button.class).isDisabled()).isTrue();
    await("all rows", () -> label("#data-count").startsWith("1,783"));
    assertThat(Fx.call(() -> node("#data-search", TextField.class).getText())).isEmpty();
    robot.clickOn("#data-tab-1");
    look("competitions");
    robot.clickOn("#data-tab-2");
    look("checks-clean");
  }

  @Test
  void aFileOfAnotherLayoutLeadsToThePageAboutFormats() throws Exception {
    Path other = Files.writeString(home.resolve("other.csv"), "Spieler;Tore\nA;1\n");
    List<String> topics = new ArrayList<>();
    Fx.run(
        () ->
            stage
                .getScene()
                .getRoot()
                .addEventHandler(HelpEvent.OPEN, event -> topics.add(event.topic())));
    assertThat(Fx.call(() -> node("#data-formats", Hyperlink.class).isVisible())).isFalse();
    dialogs.toOpen = List.of(other);
    robot.clickOn("#data-import");
    await("the report", () -> label("#data-report").contains("refused as a whole"));
    look("other-layout");
    robot.clickOn("#data-formats");
    assertThat(topics).containsExactly("data-formats.md#player-match-csv");
    assertThat(new Manual().find(topics.getFirst()).section()).isPresent();
  }

  private String focused() {
    return Fx.call(this::focusedNow);
  }

  private void press(String button) {
    Fx.run(() -> node(button, Button.class).requestFocus());
    robot.type(KeyCode.SPACE);
  }

  @Test
  void theKeyboardStaysWithTheImportThatItBegan() throws Exception {
    press("#data-sample");
    await("the report", () -> model.report.get() != null);
    await("the button", () -> "data-sample".equals(focusedNow()));
    dialogs.toOpen = List.of(broken());
    press("#data-import");
    await("the report", () -> label("#data-report").contains("2 rejected"));
    await("the way to what was rejected", () -> "data-show-rejected".equals(focusedNow()));
  }

  private String focusedNow() {
    return String.valueOf(stage.getScene().getFocusOwner().getId());
  }

  @Test
  void theKeyboardComesBackOnceTheEngineIsDoneToo() throws Exception {
    Fx.run(() -> node("#data-import", Button.class).requestFocus());
    Fx.run(() -> model.importing.set(true));
    Fx.run(() -> model.busy.set(true));
    Fx.run(() -> model.importing.set(false));
    Fx.run(() -> model.busy.set(false));
    await("the button", () -> "data-import".equals(focusedNow()));
  }

  @Test
  void whoGoesElsewhereWhileRowsAreReadStaysThere() {
    Fx.run(
        () -> {
          node("#data-import", Button.class).requestFocus();
          model.importing.set(true);
        });
    assertThat(focused()).isEqualTo("data-stop");
    Fx.run(() -> node("#data-search", TextField.class).requestFocus());
    Fx.run(() -> model.importing.set(false));
    assertThat(focused()).isEqualTo("data-search");
    Fx.run(() -> model.importing.set(true));
    assertThat(focused()).isEqualTo("data-search");
    Fx.run(() -> model.importing.set(false));
    assertThat(focused()).isEqualTo("data-search");
  }

  @Test
  void aBrokenFileIsImportedByTheButtonAndItsLinesCanBeCopied() throws Exception {
    dialogs.toOpen = List.of(broken());
    robot.clickOn("#data-import");
    await("the report", () -> label("#data-report").contains("2 rejected"));
    await("the rows", () -> label("#data-count").contains("1,784"));
    assertThat(Fx.call(() -> node("#data-rejected", TableView.class).isVisible())).isTrue();
    robot.clickOn("#data-copy-rejected");
    String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied.lines().toList()).hasSize(3).first().isEqualTo("file\tline\tcolumn\treason");
    assertThat(copied).contains("broken.csv\t3\tposition\t").contains("WING");
    await("the checks", () -> model.status.get().problems().size() >= 3);
    look("rejected");
    robot.clickOn("#data-tab-2");
    look("checks");
    robot.clickOn("#data-tab-0");
    robot.clickOn("#data-search").write("one reds blues");
    await("the row", () -> label("#data-count").startsWith("1 of"));
    dialogs.toSave = home.resolve("out.csv");
    robot.clickOn("#data-export");
    await("the file", () -> Files.exists(home.resolve("out.csv")));
    await("the note", () -> model.message.get().text().contains("1 row is written"));
    look("exported");
  }

  @Test
  void playersWhoMayBeOneAreJoinedByTheButtonAndTakenApart() throws Exception {
    dialogs.toOpen =
        List.of(
            Files.writeString(
                home.resolve("two.csv"),
                DesktopData.HEADER
                    + "1,2024-08-10,test,11,Ana Silva,MID,1,Reds,2,Blues,true,90,1,2,0\n"
                    + "2,2024-08-17,test,12,A. Silva,MID,1,Reds,2,Blues,true,90,0,2,0\n"));
    robot.clickOn("#data-import");
    await("the proposal", () -> model.identities.size() == 1);
    robot.clickOn("#data-tab-3");
    assertThat(Fx.call(() -> node("#data-merge", Button.class).isDisabled())).isTrue();
    Fx.run(() -> node("#data-identities", TableView.class).getSelectionModel().select(0));
    look("identities");
    robot.clickOn("#data-merge");
    await("the merge", () -> model.identities.getFirst().merged());
    Fx.run(() -> node("#data-identities", TableView.class).getSelectionModel().select(0));
    look("merged");
    robot.clickOn("#data-split");
    await("two players again", () -> !model.identities.getFirst().merged());
  }

  @Test
  void filesDroppedOnThePanelAreImported() throws Exception {
    Path file = broken();
    Fx.run(
        () -> {
          Dragboard board = DragboardHelper.createDragboard(DraggedFiles.clipboard());
          var content = new javafx.scene.input.ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          board.setContent(content);
          assertThat(drag(board, DragEvent.DRAG_OVER).getAcceptedTransferMode())
              .isEqualTo(TransferMode.COPY);
          Fx.save(Fx.picture(stage.getScene()), "panels/data-drop.png");
          assertThat(drag(board, DragEvent.DRAG_DROPPED).isDropCompleted()).isTrue();
        });
    await("the report", () -> label("#data-report").contains("2 rejected"));
  }

  private DragEvent drag(Dragboard board, javafx.event.EventType<DragEvent> type) {
    Node target = panel.node();
    var event =
        new DragEvent(
            target,
            target,
            type,
            board,
            600,
            300,
            600,
            300,
            TransferMode.COPY,
            null,
            target,
            new PickResult(target, 600, 300));
    DragEvent[] seen = {event};
    target.addEventHandler(type, handled -> seen[0] = handled);
    Event.fireEvent(target, event);
    return seen[0];
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidBesideItsAddress() {
    robot.clickOn("#data-source-1");
    assertThat(Fx.call(() -> node("#data-use", Control.class).isDisabled())).isTrue();
    Fx.run(
        () ->
            node("#data-url", TextField.class)
                .setText("postgresql://analyst:sesame@localhost:1/rows"));
    robot.clickOn("#data-test");
    await("the answer", () -> model.sourceMessage.get().text().contains("cannot be reached"));
    look("server");
    assertThat(Fx.call(() -> node("#data-url", TextField.class).getText()))
        .isEqualTo("jdbc:postgresql://localhost:1/rows");
    assertThat(Fx.call(() -> node("#data-use", Control.class).isDisabled())).isTrue();
    // What is read aloud of the password does not hold it.
    Object spoken =
        Fx.call(
            () ->
                node("#data-password", TextField.class)
                    .queryAccessibleAttribute(AccessibleAttribute.TEXT));
    assertThat(String.valueOf(spoken)).doesNotContain("sesame");
  }

  @Test
  void emptyWorkingAndFailedStatesSayWhatToDo() {
    Fx.run(
        () -> {
          model.shown.set(List.of());
          model.count.set("0 of 0 rows");
          model.matchesPerDay.set(java.util.Map.of());
          model.status.set(null);
          model.empty.set("The database holds no rows yet. Import a file, or load the sample.");
        });
    look("empty");
    Fx.run(
        () -> {
          model.busy.set(true);
          model.importing.set(true);
          model.progress.set("england.csv: 4,000 rows");
          model.message.set(
              dev.touchline.desktop.part.Message.of(
                  new dev.touchline.fault.Fault(
                      dev.touchline.fault.Fault.Kind.DATABASE,
                      "The database postgresql://db.example.org/rows cannot be reached (3 tries).",
                      "Check that the server runs and that host, port and network are right.")));
        });
    look("working");
    Fx.run(() -> model.importing.set(false));
  }

  @Test
  void tensOfThousandsOfRowsKeepTheirOrderWhileTheFilterChanges() {
    List<PlayerMatch> rows = Fx.call(() -> List.copyOf(model.shown.get()));
    List<PlayerMatch> many =
        IntStream.range(0, 54_000).mapToObj(i -> rows.get(i % rows.size())).toList();
    TableView<PlayerMatch> table = table();
    Fx.run(
        () -> {
          table.getSortOrder().add(table.getColumns().get(2));
          model.shown.set(many);
        });
    assertThat(Fx.call(() -> table.getItems().size())).isEqualTo(54_000);
    List<String> names =
        Fx.call(() -> table.getItems().stream().map(PlayerMatch::playerName).toList());
    assertThat(names).isSortedAccordingTo(Collator.getInstance()::compare);
    Fx.run(() -> model.shown.set(rows));
    assertThat(Fx.call(() -> table.getItems().stream().map(PlayerMatch::playerName).toList()))
        .isSortedAccordingTo(Collator.getInstance()::compare)
        .hasSize(1783);
  }

  @SuppressWarnings("unchecked")
  private TableView<PlayerMatch> table() {
    return node("#data-rows", TableView.class);
  }
}
