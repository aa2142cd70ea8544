/// What the Models panel shows.
package dev.touchline.desktop.models;

import dev.touchline.desktop.part.Message;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Properties only.
public final class ModelsModel {
  final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable ModelRow> chosen = new SimpleObjectProperty<>();
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);
  final StringProperty question = new SimpleStringProperty("");
  final BooleanProperty working = new SimpleBooleanProperty();

  /// The versions.
  public ObservableList<ModelRow> rows() {
    return rows;
  }

  /// The version that the card is about.
  public ObjectProperty<@Nullable ModelRow> chosen() {
    return chosen;
  }

  /// What the last action did.
  public ObjectProperty<Message> message() {
    return message;
  }

  /// What is to be confirmed, empty where nothing is.
  public StringProperty question() {
    return question;
  }
}
