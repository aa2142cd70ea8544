/// The Predict panel on the headless screen: its states in both themes and sizes, its keys.
package dev.touchline.desktop.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.Fx;
import dev.touchline.desktop.MemoryDialogs;
import dev.touchline.desktop.chart.MemoryExports;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

@ExtendWith(ServedHome.class)
class PredictViewTest {
  private static final String NAME = "Bartek Pioka";
  private static final String LIST =
      """
      player,opponent,home,minutes
      Bartek Pioka,Ysmark,away,60
      Nobody At All,Ysmark,home,90
      Bartek Pioka,Quentara,home,
      Bartek Pioka,,home,90
      """;

  private final FxRobot robot = new FxRobot();
  private final PredictModel model = new PredictModel();
  private Stage stage;
  private PredictPresenter presenter;

  private final MemoryDialogs dialogs = new MemoryDialogs();

  private void open(Workspace workspace, Theme theme, double width, double height) {
    Fx.run(
        () -> {
          presenter =
              new PredictPresenter(model, workspace, new Background(Runnable::run, Runnable::run));
          var panel = new PredictPanel(model, presenter, new MemoryExports(), dialogs);
          stage = Fx.show((Parent) panel.node(), theme, width, height);
          panel.theme(theme);
          panel.shown();
        });
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          stage.close();
          presenter.close();
        });
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1204, 644", "DARK, 1204, 644", "LIGHT, 1364, 824", "DARK, 1364, 824"})
  void everyStateIsWholeInBothThemesAndSizes(
      Theme theme, double width, double height, Workspace workspace) {
    open(workspace, theme, width, height);
    ask(NAME, "Ysmark");
    whole("answered", theme, width);
    Fx.run(
        () -> {
          for (OfferedOdds offered : model.offered) {
            offered.over.set("151.00");
            offered.under.set("1.001");
          }
          model.offered[0].over.set("what");
        });
    whole("offered", theme, width);
    Fx.run(() -> model.minutes.set("0"));
    whole("no-minutes", theme, width);
    Fx.run(() -> model.minutes.set("90"));
    Fx.run(() -> model.newcomer.set(true));
    Fx.run(() -> model.position.set(Position.FWD));
    Fx.run(() -> model.opponent.set("qqqq"));
    whole("unknown", theme, width);
    Fx.run(
        () -> {
          model.newcomer.set(false);
          presenter.pin();
          model.opponent.set("Ysmark");
          presenter.pin();
          model.interval.set(0.8);
          presenter.pin();
          model.tab.set(PredictModel.Tab.PINNED);
        });
    whole("pinned", theme, width);
    Fx.run(
        () -> {
          model.tab.set(PredictModel.Tab.BATCH);
          model.batch.set(LIST);
          presenter.priceBatch();
        });
    whole("batch", theme, width);
    assertThat(Fx.call(() -> ((ToggleButton) node("#predict-tab-2")).getText()))
        .isEqualTo("Pinned 3");
  }

  @Test
  void whyThereIsNoAnswerStandsWhereTheAnswerWouldBe(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    assertThat(text("#predict-known")).isEqualTo("Type a player's name.");
    ask(NAME, "Ysmark");
    assertThat(text("#predict-known")).startsWith("● Known player");
    Fx.run(() -> model.features.getFirst().text.set("much"));
    assertThat(text("#predict-known"))
        .isEqualTo("▲ " + text("#predict-problem"))
        .isEqualTo(
            "▲ Form: goals per 90, last five matches: \"much\" is not a number. Write a number, or"
                + " go back to form.");
    whole("no-answer", Theme.LIGHT, 1204);
    Fx.run(() -> presenter.backToForm());
    assertThat(text("#predict-known")).startsWith("● Known player");
  }

  @Test
  void withoutAVersionItSaysWhatToDo(@TempDir Path folder) {
    try (var bare = new Workspace(new Home(folder), DatabaseAddress.of(null, folder))) {
      open(bare, Theme.LIGHT, 1204, 644);
      whole("empty", Theme.LIGHT, 1204);
      assertThat(text("#predict-empty")).isEqualTo("No version is served yet");
      assertThat(node("#predict-player").isDisabled()).isTrue();
    }
  }

  @Test
  void aDamagedVersionIsNotCalledMissing(Workspace workspace) throws Exception {
    Files.writeString(
        workspace.models().find("v1").folder().resolve("trace.nc"), "no longer a trace");
    open(workspace, Theme.LIGHT, 1204, 644);
    whole("damaged", Theme.LIGHT, 1204);
    assertThat(text("#predict-empty")).isEqualTo("The served version cannot be opened");
  }

  @Test
  void keysChooseAmongSuggestions(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    robot.clickOn("#predict-player").write("b");
    List<Suggestion> found = Fx.call(() -> List.copyOf(model.players));
    assertThat(found).hasSizeGreaterThan(2);
    whole("typing", Theme.LIGHT, 1204);
    robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
    assertThat(Fx.call(() -> model.player.get())).isEqualTo(found.get(1).name());
    assertThat(text("#predict-mean-shots")).isNotEqualTo("–");
    robot.type(KeyCode.TAB);
    assertThat(Fx.call(() -> stage.getScene().getFocusOwner().getId()))
        .isEqualTo("predict-newcomer");
  }

  @Test
  void suggestionsLieOverTheFormAndNothingMovesWhenTheyGo(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    double before = top("#predict-venue-1");
    robot.clickOn("#predict-player").write("b");
    Node list = shownSuggestions();
    assertThat(list.localToScene(list.getLayoutBounds()).getMaxY()).isGreaterThan(before);
    assertThat(top("#predict-venue-1")).isEqualTo(before);
    // A click beside the list does what it says, while it closes the list.
    robot.clickOn("#predict-pin");
    assertThat(Fx.call(() -> model.pinned.size())).isEqualTo(1);
    assertThat(Fx.call(() -> list.isVisible())).isFalse();
    // Enter takes a name and closes it, so that the next click finds what it aims at.
    robot.clickOn("#predict-player").write("r").type(KeyCode.ENTER).clickOn("#predict-venue-1");
    assertThat(Fx.call(() -> model.venue.get())).isEqualTo(PredictModel.Venue.AWAY);
  }

  @Test
  void aCursorThatNobodyPutThereCoversNothing(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    Fx.run(() -> node("#predict-player").requestFocus());
    assertThat(Fx.call(this::openLists)).isEmpty();
    robot.clickOn("#predict-opponent");
    assertThat(Fx.call(() -> stage.getScene().getFocusOwner().getId()))
        .isEqualTo("predict-opponent");
    // One that was asked for covers it until the field is left.
    robot.clickOn("#predict-player");
    assertThat(Fx.call(this::openLists)).hasSize(1);
    robot.type(KeyCode.TAB);
    assertThat(Fx.call(this::openLists)).isEmpty();
  }

  @Test
  void suggestionsAreTakenByMouseAndClosedByEscape(Workspace workspace) {
    open(workspace, Theme.DARK, 1204, 644);
    robot.clickOn("#predict-player").write("b");
    Suggestion second = Fx.call(() -> model.players.get(1));
    Node row = ((Parent) shownSuggestions()).getChildrenUnmodifiable().get(1);
    robot.clickOn(row);
    assertThat(Fx.call(() -> model.player.get())).isEqualTo(second.name());
    assertThat(Fx.call(this::openLists)).isEmpty();
    robot.clickOn("#predict-opponent").write("qqqq");
    assertThat(texts(shownSuggestions())).contains("No opponent is called so.");
    robot.type(KeyCode.ESCAPE);
    assertThat(Fx.call(this::openLists)).isEmpty();
    robot.type(KeyCode.BACK_SPACE);
    assertThat(Fx.call(this::openLists)).hasSize(1);
  }

  @Test
  void offeredOddsAreSetAgainstThePosterior(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1364, 824);
    ask(NAME, "Ysmark");
    Priced.PricedProp shots =
        Fx.call(() -> Objects.requireNonNull(model.answer.get()).props().get(Prop.SHOTS));
    double over = shots.over(1.5);

    robot.clickOn("#predict-offered-over-shots").write("17/20");
    robot.clickOn("#predict-offered-under-shots").write("1,95");
    assertThat(value("over-shots")).isEqualTo(Figures.signedPercent(1.85 * over - 1));
    assertThat(value("under-shots")).endsWith(Figures.signedPercent(1.95 * (1 - over) - 1));
    String meaning = Fx.call(() -> node("#predict-value-over-shots").getAccessibleText());
    assertThat(meaning)
        .contains(Figures.signedPercent(1.85 * shots.overLow(1.5) - 1))
        .contains(Figures.signedPercent(1.85 * shots.overHigh(1.5) - 1))
        .contains("margin is 5.3 %");

    // Even the low end of the interval brings more than the stake: the arrow says so.
    robot.clickOn("#predict-offered-over-shots").push(KeyCode.CONTROL, KeyCode.A).write("45");
    assertThat(value("over-shots")).startsWith("▲ +");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("0.9");
    assertThat(value("over-shots")).isEqualTo("no odds");
  }

  @Test
  void offersGoWithTheirLineAndTheirMatch(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1364, 824);
    ask(NAME, "Ysmark");
    Fx.run(() -> model.offered[0].over.set("9"));
    Fx.run(() -> model.offered[1].over.set("3"));
    Fx.run(() -> model.minutes.set("60"));
    Fx.run(() -> model.lines[1].set(2.5));
    assertThat(Fx.call(() -> model.offered[0].over.get())).isEqualTo("9");
    assertThat(Fx.call(() -> model.offered[1].over.get())).isEmpty();
    Fx.run(() -> model.opponent.set("Quentara"));
    assertThat(Fx.call(() -> model.offered[0].over.get())).isEmpty();
    assertThat(value("over-goals")).isEmpty();
  }

  private String value(String what) {
    return Fx.call(() -> ((Label) node("#predict-value-" + what)).getText());
  }

  @Test
  void answersAreCopiedWithBothSidesAndTheirFairOdds(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    ask(NAME, "Ysmark");
    robot.clickOn("#predict-copy");
    List<String> one = copied();
    assertThat(one).hasSize(1 + 3 * PriceText.LINES);
    assertThat(one.getFirst()).contains("line\tover\tfair_over\tunder\tfair_under");
    String[] cells = one.get(1).split("\t");
    assertThat(cells[2]).isEqualTo("goals");
    assertThat(cells[6]).isEqualTo("0.5");
    assertThat(1 / Double.parseDouble(cells[8]))
        .isCloseTo(Double.parseDouble(cells[7]), org.assertj.core.api.Assertions.within(2e-3));
    assertThat(Double.parseDouble(cells[7]) + Double.parseDouble(cells[9]))
        .isCloseTo(1, org.assertj.core.api.Assertions.within(2e-4));
    robot.clickOn("#predict-pin");
    Fx.run(() -> model.venue.set(PredictModel.Venue.AWAY));
    robot.clickOn("#predict-pin").clickOn("#predict-tab-2").clickOn("#predict-pinned-copy");
    assertThat(copied()).hasSize(1 + 2 * 3 * PriceText.LINES);
    robot.clickOn("#predict-pinned-none");
    assertThat(Fx.call(() -> model.pinned.size())).isZero();
    assertThat(Fx.call(() -> node("#predict-pinned-copy").getParent().isVisible())).isFalse();
  }

  private static List<String> copied() {
    return Fx.call(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString())
        .lines()
        .toList();
  }

  private double top(String id) {
    return Fx.call(() -> node(id).localToScene(node(id).getLayoutBounds()).getMinY());
  }

  private Node shownSuggestions() {
    List<Node> open = Fx.call(this::openLists);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private List<Node> openLists() {
    return stage.getScene().getRoot().lookupAll(".suggestions").stream()
        .filter(Node::isVisible)
        .toList();
  }

  private static String texts(Node list) {
    return ((Parent) list)
        .getChildrenUnmodifiable().stream()
            .map(any -> any instanceof Label label ? label.getText() : "")
            .toList()
            .toString();
  }

  @Test
  void theSliderAndTheFieldOfMinutesAgree(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    ask(NAME, "Ysmark");
    String before = text("#predict-mean-shots");
    robot.clickOn("#predict-minutes");
    Fx.run(() -> ((TextInputControl) node("#predict-minutes")).selectAll());
    robot.write("45");
    assertThat(Fx.call(() -> ((Slider) node("#predict-minutes-slider")).getValue())).isEqualTo(45);
    String half = text("#predict-mean-shots");
    assertThat(half).isNotEqualTo(before);
    Fx.run(() -> node("#predict-minutes-slider").requestFocus());
    robot.type(KeyCode.END);
    assertThat(Fx.call(() -> model.minutes.get())).isEqualTo("120");
    assertThat(text("#predict-mean-shots")).isNotEqualTo(half);
  }

  @Test
  void theLineMovesByKey(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    ask(NAME, "Ysmark");
    Fx.run(() -> node("#predict-pmf-shots").requestFocus());
    robot.type(KeyCode.LEFT);
    assertThat(Fx.call(() -> model.lines[1].get())).isEqualTo(0.5);
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(Fx.call(() -> model.lines[1].get())).isEqualTo(2.5);
  }

  @Test
  void aTableGoesToAFile(Workspace workspace, @TempDir Path folder) throws Exception {
    open(workspace, Theme.LIGHT, 1204, 644);
    dialogs.toSave = folder.resolve("prices.csv");
    Fx.run(
        () -> {
          model.tab.set(PredictModel.Tab.BATCH);
          model.batch.set(LIST);
          presenter.priceBatch();
        });
    robot.clickOn("#predict-batch-save");
    List<String> lines = Files.readAllLines(dialogs.toSave);
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst()).startsWith("line,player,opponent,venue,minutes,goals_mean");
    assertThat(lines.get(2)).contains("Nobody At All").contains("No player is called");
    dialogs.toSave = folder.resolve("missing").resolve("prices.csv");
    robot.clickOn("#predict-batch-save");
    assertThat(Fx.call(() -> model.message.get().text())).contains("cannot be written");
  }

  @Test
  void everyControlHasAName(Workspace workspace) {
    open(workspace, Theme.LIGHT, 1204, 644);
    ask(NAME, "Ysmark");
    for (PredictModel.Tab tab : PredictModel.Tab.values()) {
      Fx.run(() -> model.tab.set(tab));
      List<String> nameless =
          Fx.call(
              () -> {
                List<String> found = new ArrayList<>();
                for (Node node : shown(stage.getScene().getRoot())) {
                  boolean named =
                      node.getAccessibleText() != null
                          || node instanceof Labeled labeled && !written(labeled).isBlank();
                  boolean control =
                      node instanceof TextInputControl
                          || node instanceof Button
                          || node instanceof Slider
                          || node instanceof ToggleButton;
                  if (control && node.isFocusTraversable() && !named) {
                    found.add(node.toString());
                  }
                }
                return found;
              });
      assertThat(nameless).as(tab.name()).isEmpty();
    }
  }

  private void ask(String player, String opponent) {
    Fx.run(
        () -> {
          model.player.set(player);
          model.opponent.set(opponent);
        });
  }

  private Node node(String id) {
    return stage.getScene().lookup(id);
  }

  private String text(String id) {
    return Fx.call(() -> ((Label) node(id)).getText());
  }

  /// Saves a picture, and looks for texts that are cut off or stand outside of the window.
  private void whole(String name, Theme theme, double width) {
    Fx.save(
        Fx.call(() -> Fx.picture(stage.getScene())),
        "panels/predict-%s-%s-%.0f.png"
            .formatted(name, theme.name().toLowerCase(Locale.ROOT), width));
    List<String> cut =
        Fx.call(
            () -> {
              List<String> found = new ArrayList<>();
              var window = stage.getScene().getRoot().getLayoutBounds();
              for (Node node : shown(stage.getScene().getRoot())) {
                if (node instanceof Labeled labeled && !written(labeled).isEmpty()) {
                  var drawn = (Text) labeled.lookup(".text");
                  var place = labeled.localToScene(labeled.getBoundsInLocal());
                  if (drawn != null && !drawn.getText().equals(labeled.getText())
                      || place.getMaxX() > window.getMaxX() + 1) {
                    found.add(labeled.getText());
                  }
                }
              }
              return found;
            });
    assertThat(cut).as("cut off: " + name + ", " + theme + ", " + width).isEmpty();
  }

  private static String written(Labeled labeled) {
    return Objects.requireNonNullElse(labeled.getText(), "");
  }

  private static List<Node> shown(Parent root) {
    List<Node> nodes = new ArrayList<>();
    for (Node child : root.getChildrenUnmodifiable()) {
      if (child.isVisible()) {
        nodes.add(child);
        if (child instanceof Parent parent) {
          nodes.addAll(shown(parent));
        }
      }
    }
    return nodes;
  }
}
