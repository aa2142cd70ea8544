/// What the Calibrate panel shows.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.part.Message;
import dev.touchline.football.Prop;
import dev.touchline.work.GroupCalibration;
import dev.touchline.work.PredictiveChecks;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
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
public final class CalibrateModel {
  final ObservableList<String> versions = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable String> version = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
  final Map<Prop, StringProperty> lines = new EnumMap<>(Prop.class);
  final BooleanProperty working = new SimpleBooleanProperty();
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);
  final ObjectProperty<@Nullable Judged> judged = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable PredictiveChecks> checks = new SimpleObjectProperty<>();
  final ObjectProperty<Boolean> beforeTraining = new SimpleObjectProperty<>(false);
  final ObjectProperty<CalibratePart> part = new SimpleObjectProperty<>(CalibratePart.CALIBRATION);
  final ObservableList<GroupCalibration> groups = FXCollections.observableArrayList();

  /// Lines at 0.5.
  public CalibrateModel() {
    for (Prop prop : Prop.values()) {
      lines.put(prop, new SimpleStringProperty("0.5"));
    }
  }
}
