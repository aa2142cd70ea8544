/// What the Compare panel shows.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.part.CompetitionChoice;
import dev.touchline.desktop.part.Message;
import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
  /// No version takes part: a multi-task model is trained, or one that fits is used.
  static final String NEW = "a new one";

  final ObservableList<String> versions = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable String> version = new SimpleObjectProperty<>();

  // The form.
  final BooleanProperty formShown = new SimpleBooleanProperty(true);
  final ObjectProperty<@Nullable LocalDate> trainStart = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> trainEnd = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> validationEnd = new SimpleObjectProperty<>();
  final ObservableList<String> competitions =
      FXCollections.observableArrayList(CompetitionChoice.ALL);
  final ObjectProperty<@Nullable String> competition =
      new SimpleObjectProperty<>(CompetitionChoice.ALL);
  final StringProperty draws = new SimpleStringProperty("" + SamplerSettings.DRAWS);
  final StringProperty chains = new SimpleStringProperty("" + SamplerSettings.CHAINS);
  final StringProperty tune = new SimpleStringProperty("" + SamplerSettings.TUNE);
  final StringProperty seed = new SimpleStringProperty("" + SamplerSettings.SEED);
  final Map<Prop, BooleanProperty> props = new EnumMap<>(Prop.class);

  /// Why the form cannot be compared; empty where it can.
  final StringProperty problem = new SimpleStringProperty("");

  /// Whether the form says something else than the version's own settings.
  final BooleanProperty changed = new SimpleBooleanProperty();

  /// What will be done, in words.
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

  /// All props, the defaults of the sampler.
  public CompareModel() {
    for (Prop prop : Prop.values()) {
      props.put(prop, new SimpleBooleanProperty(true));
    }
  }

  /// Whether a prop is compared.
  BooleanProperty chosen(Prop prop) {
    return Objects.requireNonNull(props.get(prop));
  }
}
