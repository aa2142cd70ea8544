/// What the Calibrate panel shows of backtests.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.part.CompetitionChoice;
import dev.touchline.desktop.part.Message;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.props.ModelVariant;
import dev.touchline.work.BacktestOutcome;
import dev.touchline.work.Contenders;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public final class BacktestModel {
  /// Not one that was run before.
  static final String NEW = "a new one";

  /// Names of the home's backtests, the newest first, after [#NEW].
  final ObservableList<String> kept = FXCollections.observableArrayList(NEW);

  final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>(NEW);

  // The form.
  final BooleanProperty formShown = new SimpleBooleanProperty(true);
  final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
  final StringProperty step = new SimpleStringProperty("7d");
  final ObservableList<String> competitions =
      FXCollections.observableArrayList(CompetitionChoice.ALL);
  final ObjectProperty<@Nullable String> competition =
      new SimpleObjectProperty<>(CompetitionChoice.ALL);
  final StringProperty draws = new SimpleStringProperty("500");
  final StringProperty chains = new SimpleStringProperty("" + SamplerSettings.CHAINS);
  final StringProperty tune = new SimpleStringProperty("" + SamplerSettings.TUNE);
  final StringProperty seed = new SimpleStringProperty("" + SamplerSettings.SEED);
  final StringProperty name = new SimpleStringProperty("");

  /// Whether a model takes part, by name.
  final Map<String, BooleanProperty> models = new LinkedHashMap<>();

  /// Those that take part, in order.
  final ObservableList<String> taking = FXCollections.observableArrayList();

  final ObjectProperty<@Nullable String> against =
      new SimpleObjectProperty<>(ModelVariant.BEST.key());

  /// Why the form cannot be run; empty where it can.
  final StringProperty problem = new SimpleStringProperty("");

  /// What will be done, in words.
  final StringProperty plan = new SimpleStringProperty("");

  final BooleanProperty ready = new SimpleBooleanProperty();
  final BooleanProperty engineBusy = new SimpleBooleanProperty();
  final BooleanProperty running = new SimpleBooleanProperty();
  final BooleanProperty stopping = new SimpleBooleanProperty();

  /// Name of the backtest that runs.
  final StringProperty runs = new SimpleStringProperty("");

  /// How far it is, 0 to 1; negative: unknown.
  final DoubleProperty share = new SimpleDoubleProperty(-1);

  final StringProperty progress = new SimpleStringProperty("");

  /// What the user was told while it ran, the newest last.
  final ObservableList<String> warnings = FXCollections.observableArrayList();

  /// What can be gone on with, a sentence; empty where nothing can.
  final StringProperty interrupted = new SimpleStringProperty("");

  final BooleanProperty resumable = new SimpleBooleanProperty();
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);
  final ObjectProperty<@Nullable BacktestOutcome> outcome = new SimpleObjectProperty<>();
  final ObjectProperty<Boolean> byParts = new SimpleObjectProperty<>(false);

  /// The usual models.
  public BacktestModel() {
    for (String known : Contenders.descriptions().keySet()) {
      models.put(known, new SimpleBooleanProperty(Contenders.USUAL.contains(known)));
    }
    taking.setAll(takingPart());
  }

  /// The models that are ticked.
  List<String> takingPart() {
    return models.entrySet().stream()
        .filter(entry -> entry.getValue().get())
        .map(Map.Entry::getKey)
        .toList();
  }
}
