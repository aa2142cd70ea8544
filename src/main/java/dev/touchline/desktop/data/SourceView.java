/// The left of the Data panel: the database, import buttons, competitions.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.card;
import static dev.touchline.desktop.part.Nodes.field;

import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class SourceView extends VBox {
  private final DataModel model;
  private final DataActions actions;
  private final FileDialogs dialogs;
  private final VBox competitions = new VBox(8);

  SourceView(DataModel model, DataActions actions, FileDialogs dialogs) {
    super(12);
    this.model = model;
    this.actions = actions;
    this.dialogs = dialogs;
    setMinWidth(250);
    setPrefWidth(264);
    setMaxWidth(264);
    var scroll = new ScrollPane(competitions);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox held = card("Competitions", scroll);
    VBox.setVgrow(held, Priority.ALWAYS);
    getChildren().addAll(source(), imports(), held);
    model.status.subscribe(this::show);
  }

  private Node source() {
    var kind =
        new Segments<>(
            "data-source",
            List.of(false, true),
            postgres -> postgres ? "PostgreSQL" : "Embedded",
            model.postgres.asObject());
    var now = new Label();
    now.textProperty().bind(Bindings.concat("Now: ", model.source));
    now.setWrapText(true);
    now.setMinHeight(USE_PREF_SIZE);
    now.getStyleClass().addAll("small", "muted");
    var url = new TextField();
    url.setId("data-url");
    url.setPromptText("postgresql://host:5432/database");
    url.textProperty().bindBidirectional(model.url);
    var user = new TextField();
    user.setId("data-user");
    user.textProperty().bindBidirectional(model.user);
    var password = new PasswordField();
    password.setId("data-password");
    password.textProperty().bindBidirectional(model.password);
    Button test = Nodes.button("Test connection", actions::testConnection);
    test.setId("data-test");
    test.disableProperty().bind(model.testing.or(model.url.isEmpty()));
    model.testing.subscribe(now2 -> test.setText(now2 ? "Testing…" : "Test connection"));
    var server =
        new VBox(
            8,
            field("Address", url),
            new HBox(8, field("User", user), field("Password", password)),
            test);
    server.visibleProperty().bind(model.postgres);
    server.managedProperty().bind(model.postgres);
    Button use = Nodes.button("Use this database", actions::useSource);
    use.setId("data-use");
    use.setMaxWidth(Double.MAX_VALUE);
    use.disableProperty().bind(model.postgres.and(model.tested.not()).or(model.busy));
    return card("Source", kind, now, server, new MessageBar(model.sourceMessage), use);
  }

  private Node imports() {
    Button files =
        Nodes.button(
            "Import files…",
            () -> actions.importPaths(dialogs.open(this, "Import", List.of("csv", "zip"))),
            "primary");
    files.setId("data-import");
    Button sample = Nodes.button("Load the sample", actions::loadSample);
    sample.setId("data-sample");
    for (Button button : List.of(files, sample)) {
      button.disableProperty().bind(model.busy);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(USE_PREF_SIZE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    var hint = new Label("Or drop files, folders or zips anywhere on this panel.");
    hint.getStyleClass().addAll("small", "muted");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    return card("Import", new HBox(8, files, sample), hint);
  }

  private void show(@Nullable StoreStatus status) {
    competitions.getChildren().clear();
    if (status == null) {
      return;
    }
    for (StoreStatus.CompetitionStatus one : status.competitions()) {
      var name = new Label(one.competition());
      name.getStyleClass().add("strong");
      var facts =
          new Label(
              "%s rows · %s matches · %s players\n%s to %s"
                  .formatted(
                      Digits.whole(one.rows()),
                      Digits.whole(one.matches()),
                      Digits.whole(one.players()),
                      one.firstDay(),
                      one.lastDay()));
      facts.getStyleClass().addAll("small", "muted");
      facts.setMinHeight(USE_PREF_SIZE);
      var entry = new VBox(1, name, facts);
      entry.setAlignment(Pos.CENTER_LEFT);
      competitions.getChildren().add(entry);
    }
    if (status.competitions().isEmpty()) {
      var none = new Label("No rows yet: import a file, or load the sample.");
      none.setWrapText(true);
      none.getStyleClass().add("muted");
      competitions.getChildren().add(none);
    }
  }
}
