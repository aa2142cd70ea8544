/// What the Diagnose panel shows.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.part.Message;
import dev.touchline.diagnose.ConvergenceReport;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
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

  /// The file that is shown, where it is no version; its whole path.
  final StringProperty file = new SimpleStringProperty("");

  /// Whether what is shown is a version whose predictive checks can be made.
  final BooleanProperty checkable = new SimpleBooleanProperty();

  final BooleanProperty working = new SimpleBooleanProperty();
  final StringProperty workingOn = new SimpleStringProperty("");
  final DoubleProperty share = new SimpleDoubleProperty(-1);
  final StringProperty detail = new SimpleStringProperty("");

  /// Whatever went wrong.
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);

  /// What the judgement of the trace shown could not look at.
  final ObjectProperty<Message> note = new SimpleObjectProperty<>(Message.NONE);

  final ObjectProperty<@Nullable ConvergenceReport> report = new SimpleObjectProperty<>();
  final BooleanProperty divergencesKnown = new SimpleBooleanProperty(true);
  final ObjectProperty<List<double[]>> energy = new SimpleObjectProperty<>(List.of());

  final ObservableList<String> families = FXCollections.observableArrayList(ALL);
  final ObjectProperty<@Nullable String> family = new SimpleObjectProperty<>(ALL);
  final StringProperty search = new SimpleStringProperty("");

  /// The rows that fit, most trouble first.
  final ObjectProperty<List<ScalarRow>> rows = new SimpleObjectProperty<>(List.of());

  final StringProperty count = new SimpleStringProperty("");
  final ObjectProperty<@Nullable ScalarRow> chosen = new SimpleObjectProperty<>();

  /// What the pair plot offers to set against the chosen one: the worst, most trouble first. Any
  /// other one gets there by [DiagnoseActions#useAsSecond].
  final ObservableList<String> names = FXCollections.observableArrayList();

  final ObjectProperty<@Nullable String> other = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable Looked> looked = new SimpleObjectProperty<>();
}
