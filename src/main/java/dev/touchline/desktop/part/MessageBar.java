/// Shows an inline message; takes no room where there is none.
package dev.touchline.desktop.part;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A message with its remedy below.
public final class MessageBar extends VBox {
  private final Label text = new Label();
  private final Label remedy = new Label();

  /// Follows a property.
  public MessageBar(ObservableValue<Message> message) {
    super(2);
    getStyleClass().add("message");
    text.setWrapText(true);
    text.getStyleClass().add("strong");
    remedy.setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    text.setMinHeight(USE_PREF_SIZE);
    remedy.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(text, remedy);
    message.subscribe(this::show);
  }

  private void show(Message message) {
    boolean any = message.kind() != Message.Kind.NONE;
    setVisible(any);
    setManaged(any);
    text.setText(any ? message.kind().word() + ": " + message.text() : "");
    remedy.setText(message.remedy());
    remedy.setManaged(!message.remedy().isEmpty());
    getStyleClass().removeAll("info", "done", "caution", "failed");
    getStyleClass().add(message.kind().style());
    setAccessibleText(message.text() + " " + message.remedy());
  }
}
