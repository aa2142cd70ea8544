/// Shows an inline message; takes no room where there is none.
package dev.touchline.desktop.part;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A message with its remedy below.
public final class MessageBar extends VBox {
  private final Label text = new Label();
  private final Label remedy = new Label();
  private final Hyperlink more = new Hyperlink("More");

  /// Follows a property that the user may clear.
  public MessageBar(Property<Message> message) {
    this(message, () -> message.setValue(Message.NONE));
  }

  /// Follows a value that stays until its owner changes it.
  public MessageBar(ObservableValue<Message> message) {
    this(message, null);
  }

  private MessageBar(ObservableValue<Message> message, @Nullable Runnable dismiss) {
    super(2);
    getStyleClass().add("message");
    text.setWrapText(true);
    text.getStyleClass().add("strong");
    remedy.setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    text.setMinHeight(USE_PREF_SIZE);
    remedy.setMinHeight(USE_PREF_SIZE);
    var head = new HBox(8, text);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    if (dismiss != null) {
      Button close = Nodes.button("✕", dismiss, "quiet", "dismiss");
      close.setAccessibleText("Dismiss this message");
      close.setMinWidth(USE_PREF_SIZE);
      head.getChildren().add(close);
    }
    more.setMinWidth(USE_PREF_SIZE);
    more.setAccessibleText("What the documentation says of this");
    HBox.setHgrow(remedy, Priority.SOMETIMES);
    var below = new HBox(8, remedy, more);
    below.managedProperty().bind(remedy.managedProperty());
    getChildren().addAll(head, below);
    message.subscribe(this::show);
  }

  private void show(Message message) {
    boolean any = message.kind() != Message.Kind.NONE;
    setVisible(any);
    setManaged(any);
    text.setText(any ? message.kind().word() + ": " + message.text() : "");
    remedy.setText(message.remedy());
    remedy.setManaged(!message.remedy().isEmpty());
    more.setVisible(!message.page().isEmpty());
    more.setManaged(!message.page().isEmpty());
    more.setOnAction(event -> fireEvent(new HelpEvent(message.page())));
    getStyleClass().removeAll("info", "done", "caution", "failed");
    getStyleClass().add(message.kind().style());
    setAccessibleText(message.text() + " " + message.remedy());
  }
}
