/// What the Compare panel shows.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.part.Message;
import dev.touchline.evaluate.ComparisonResult;
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
public final class CompareModel {
  final ObservableList<String> versions = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable String> version = new SimpleObjectProperty<>();
  final StringProperty plan = new SimpleStringProperty("");
  final BooleanProperty running = new SimpleBooleanProperty();
  final BooleanProperty ready = new SimpleBooleanProperty();
  final StringProperty progress = new SimpleStringProperty("");
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);
  final ObjectProperty<@Nullable ComparisonResult> result = new SimpleObjectProperty<>();
  final StringProperty headline = new SimpleStringProperty("");
  final StringProperty basis = new SimpleStringProperty("");
  final StringProperty multiName = new SimpleStringProperty("");
  final StringProperty singleNames = new SimpleStringProperty("");
}
