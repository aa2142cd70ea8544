/// The drawer at the window's side: what the panel in front is for, and the pages behind it.
package dev.touchline.desktop.help;

import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Panel;
import dev.touchline.manual.Manual;
import dev.touchline.manual.Page;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// An empty topic shows the help of the panel; any other one a page, wider, with a way back.
public final class HelpView extends VBox {
  /// Width of a panel's help, in pixels.
  public static final double WIDTH = 300;

  private static final double PAGE_WIDTH = 600;

  private final Manual manual = new Manual();
  private final StringProperty topic;
  private final Consumer<String> browser;
  private final Deque<String> visited = new ArrayDeque<>();
  private final Label title = new Label();
  private final ScrollPane scroll = new ScrollPane();
  private final Button back = Nodes.button("‹ Back", this::back, "quiet");

  /// A drawer.
  ///
  /// @param panel the panel in front
  /// @param shown whether the drawer is open
  /// @param topic what is shown: a topic of the documentation, or empty for the panel's help
  /// @param browser opens an address of the web
  public HelpView(
      ObservableValue<Panel> panel,
      BooleanProperty shown,
      StringProperty topic,
      Consumer<String> browser) {
    this.topic = topic;
    this.browser = browser;
    title.getStyleClass().add("empty-title");
    title.setId("help-title");
    back.setId("help-back");
    back.managedProperty().bind(back.visibleProperty());
    scroll.setFitToWidth(true);
    scroll.setId("help-content");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var close = Nodes.button("Close help", () -> shown.set(false));
    var pages = Nodes.button("All pages", () -> open(Manual.INDEX), "quiet");
    pages.setId("help-pages");
    getChildren()
        .addAll(
            new HBox(8, title, Nodes.spacer(), back),
            scroll,
            new HBox(8, close, Nodes.spacer(), pages));
    getStyleClass().add("help");
    setPrefWidth(WIDTH);
    setMaxWidth(USE_PREF_SIZE);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    panel.subscribe(
        now -> {
          topic.set("");
          show(now, "", shown.get());
        });
    topic.subscribe(now -> show(panel.getValue(), now, shown.get()));
    shown.subscribe(now -> show(panel.getValue(), topic.get(), now));
  }

  /// Goes on to a topic; the way back leads to what is shown now.
  private void open(String next) {
    visited.push(topic.get());
    topic.set(next);
  }

  private void back() {
    topic.set(visited.isEmpty() ? "" : visited.pop());
  }

  /// Nothing is read for a drawer that is closed.
  private void show(Panel panel, String what, boolean open) {
    if (!open) {
      return;
    }
    setPrefWidth(what.isEmpty() ? WIDTH : PAGE_WIDTH);
    back.setVisible(!what.isEmpty());
    if (what.isEmpty()) {
      visited.clear();
      title.setText(panel.name());
      scroll.setContent(ofPanel(panel));
      return;
    }
    Manual.Place place = manual.find(what);
    title.setText("");
    Page page = place.page();
    VBox nodes =
        PageNodes.of(page, name -> file(page, name), destination -> follow(page, destination));
    scroll.setContent(nodes);
    scroll.setVvalue(0);
    place.section().ifPresent(section -> scrollTo(nodes, section.anchor()));
  }

  private Node ofPanel(Panel panel) {
    var text = new Label(panel.help());
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    var box = new VBox(10, text);
    if (!panel.pages().isEmpty()) {
      var more = new Label("More");
      more.getStyleClass().add("strong");
      box.getChildren().add(more);
    }
    for (String name : panel.pages()) {
      Manual.Place place = manual.find(name);
      String section = place.section().isPresent() ? ": " + place.title() : "";
      var link = new Hyperlink(place.page().title() + section);
      link.setWrapText(true);
      link.setOnAction(event -> open(name));
      box.getChildren().add(link);
    }
    return box;
  }

  private void follow(Page from, String destination) {
    if (destination.contains("://")) {
      browser.accept(destination);
      return;
    }
    if (destination.startsWith("#")) {
      open(from.name() + destination);
      return;
    }
    int hash = destination.indexOf('#');
    String name = beside(from, hash < 0 ? destination : destination.substring(0, hash));
    if (manual.page(name).isPresent()) {
      open(hash < 0 ? name : name + destination.substring(hash));
    } else {
      manual
          .text(name)
          .ifPresent(
              text -> {
                visited.push(topic.get());
                back.setVisible(true);
                scroll.setContent(
                    PageNodes.of(
                        Page.of(name, "# " + name + "\n\n````\n" + text + "\n````\n"),
                        none -> Optional.empty(),
                        none -> {}));
              });
    }
  }

  private Optional<URL> file(Page from, String name) {
    return manual.file(beside(from, name));
  }

  private static String beside(Page from, String name) {
    return Path.of(from.name()).resolveSibling(name).normalize().toString().replace('\\', '/');
  }

  /// Pictures arrive later and move what is below them: the section stays in view until somebody
  /// scrolls.
  private void scrollTo(VBox nodes, String anchor) {
    Subscription arriving = nodes.heightProperty().subscribe(() -> bringUp(nodes, anchor));
    nodes.addEventFilter(ScrollEvent.SCROLL, event -> arriving.unsubscribe());
    bringUp(nodes, anchor);
  }

  /// Once the page has been laid out, since before that nothing has a place.
  private void bringUp(VBox nodes, String anchor) {
    Platform.runLater(
        () -> {
          if (getScene() == null || scroll.getContent() != nodes) {
            return;
          }
          getScene().getRoot().applyCss();
          getScene().getRoot().layout();
          nodes.getChildren().stream()
              .filter(node -> anchor.equals(node.getId()))
              .findFirst()
              .ifPresent(
                  node -> {
                    double beyond = nodes.getHeight() - scroll.getViewportBounds().getHeight();
                    scroll.setVvalue(
                        beyond <= 0 ? 0 : Math.min(1, node.getBoundsInParent().getMinY() / beyond));
                  });
        });
  }
}
