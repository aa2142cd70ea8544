/// What the Diagnose panel shows.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.part.Message;
import dev.touchline.diagnose.ConvergenceReport;
import java.util.List;
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
public final class DiagnoseModel {
  /// Stands for every parameter.
  static final String ALL = "all parameters";

  final ObservableList<String> versions = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable String> version = new SimpleObjectProperty<>();
  final StringProperty source = new SimpleStringProperty("");
  final BooleanProperty working = new SimpleBooleanProperty();
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);
  final ObjectProperty<@Nullable ConvergenceReport> report = new SimpleObjectProperty<>();
  final ObjectProperty<List<double[]>> energy = new SimpleObjectProperty<>(List.of());

  final ObservableList<String> families = FXCollections.observableArrayList(ALL);
  final ObjectProperty<@Nullable String> family = new SimpleObjectProperty<>(ALL);
  final StringProperty search = new SimpleStringProperty("");
  final ObjectProperty<List<ScalarRow>> rows = new SimpleObjectProperty<>(List.of());
  final StringProperty count = new SimpleStringProperty("");
  final ObjectProperty<@Nullable ScalarRow> chosen = new SimpleObjectProperty<>();
  final ObservableList<String> names = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable String> other = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable Looked> looked = new SimpleObjectProperty<>();
}
