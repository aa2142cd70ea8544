/// The Data panel's card about the database: which one, and how to get to another.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.field;
import static dev.touchline.desktop.part.Nodes.notedCard;

import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class SourceView extends VBox {
  SourceView(DataModel model, DataActions actions) {
    getChildren().add(notedCard("Source", new Label(), content(model, actions)));
  }

  private static Node[] content(DataModel model, DataActions actions) {
    var kind =
        new Segments<>(
            "data-source",
            List.of(false, true),
            postgres -> postgres ? "PostgreSQL" : "Embedded",
            model.postgres.asObject());
    var now = new Label();
    now.setId("data-now");
    now.textProperty().bind(Bindings.concat("In use: ", model.source));
    now.setWrapText(true);
    now.setMinHeight(USE_PREF_SIZE);
    now.getStyleClass().addAll("small", "muted");
    Button use = Nodes.button("Use this database", actions::useSource);
    use.setId("data-use");
    use.setMaxWidth(Double.MAX_VALUE);
    use.setMinHeight(USE_PREF_SIZE);
    use.disableProperty().bind(model.usable.not().or(model.busy));
    return new Node[] {kind, now, server(model, actions), new MessageBar(model.sourceMessage), use};
  }

  private static Node server(DataModel model, DataActions actions) {
    var url = new TextField();
    url.setId("data-url");
    url.setPromptText("postgresql://host/database");
    url.textProperty().bindBidirectional(model.url);
    var user = new TextField();
    user.setId("data-user");
    user.textProperty().bindBidirectional(model.user);
    var password = new PasswordField();
    password.setId("data-password");
    password.textProperty().bindBidirectional(model.password);
    Button test = Nodes.button("Test connection", actions::testConnection);
    test.setId("data-test");
    test.setMaxWidth(Double.MAX_VALUE);
    test.setMinHeight(USE_PREF_SIZE);
    test.disableProperty().bind(model.testing.or(model.url.isEmpty()));
    test.textProperty()
        .bind(Bindings.when(model.testing).then("Testing…").otherwise("Test connection"));
    url.setOnAction(event -> test.fire());
    password.setOnAction(event -> test.fire());
    var server =
        new VBox(
            8,
            field("Address", url),
            new HBox(8, field("User", user), field("Password", password)),
            test);
    server.visibleProperty().bind(model.postgres);
    server.managedProperty().bind(model.postgres);
    return server;
  }
}
