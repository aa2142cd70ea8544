/// The command finder: type a few letters, Enter does it.
package dev.touchline.desktop.shell;

import dev.touchline.desktop.part.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// An overlay at the top of the window.
final class FinderView extends StackPane {
  private final ShellModel model;
  private final ShellActions actions;
  private final TextField typed = new TextField();
  private final ListView<Command> found = new ListView<>();
  private final Label nothing = new Label();

  FinderView(ShellModel model, ShellActions actions) {
    this.model = model;
    this.actions = actions;
    typed.setPromptText("Find a command");
    typed.setAccessibleText("Find a command");
    typed.setId("finder");
    found.setPrefHeight(260);
    found.setFocusTraversable(false);
    found.setCellFactory(list -> new CommandCell());
    found.setOnMouseClicked(event -> run());
    var box = new VBox(typed, found);
    box.getStyleClass().add("finder");
    box.setMaxSize(520, USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    StackPane.setMargin(box, new javafx.geometry.Insets(56, 0, 0, 0));
    getChildren().add(box);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            model.finderShown.set(false);
          }
        });
    visibleProperty().bind(model.finderShown);
    managedProperty().bind(model.finderShown);
    typed.textProperty().subscribe(this::list);
    model.finds.subscribe(
        () -> {
          if (model.finderShown.get()) {
            list(typed.getText());
          }
        });
    found.setPlaceholder(nothing);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.finderShown.subscribe(
        shown -> {
          if (shown) {
            typed.clear();
            list("");
            typed.requestFocus();
          }
        });
  }

  private void list(String text) {
    found.getItems().setAll(actions.find(text));
    nothing.setText("No command, player or team is called \"" + text.strip() + "\".");
    found.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    int chosen = found.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.ESCAPE) {
      model.finderShown.set(false);
    } else if (event.getCode() == KeyCode.ENTER) {
      run();
    } else if (event.getCode() == KeyCode.DOWN) {
      found.getSelectionModel().select(Math.min(chosen + 1, found.getItems().size() - 1));
    } else if (event.getCode() == KeyCode.UP) {
      found.getSelectionModel().select(Math.max(chosen - 1, 0));
    } else {
      return;
    }
    event.consume();
  }

  private void run() {
    Command command = found.getSelectionModel().getSelectedItem();
    model.finderShown.set(false);
    if (command != null) {
      command.action().run();
    }
  }

  private static final class CommandCell extends ListCell<Command> {
    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      var shortcut = new Label(command.shortcut());
      shortcut.getStyleClass().add("card-note");
      setGraphic(new HBox(8, new Label(command.name()), Nodes.spacer(), shortcut));
    }
  }
}
