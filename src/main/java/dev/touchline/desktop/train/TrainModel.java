/// What the Train panel shows.
package dev.touchline.desktop.train;

import dev.touchline.desktop.chart.CalendarChart;
import dev.touchline.desktop.chart.ChainDraws;
import dev.touchline.desktop.chart.RhatChart;
import dev.touchline.desktop.part.Message;
import dev.touchline.diagnose.Judge;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.props.ModelVariant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Properties only.
public final class TrainModel {
  /// All props in one model.
  static final String MULTI_TASK = "multi-task";

  // The form.
  final ObjectProperty<@Nullable LocalDate> trainStart = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> trainEnd = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> validationEnd = new SimpleObjectProperty<>();
  final ObservableList<String> competitions = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable String> competition = new SimpleObjectProperty<>();
  final StringProperty draws = new SimpleStringProperty("" + SamplerSettings.DRAWS);
  final StringProperty chains = new SimpleStringProperty("" + SamplerSettings.CHAINS);
  final StringProperty tune = new SimpleStringProperty("" + SamplerSettings.TUNE);
  final StringProperty seed = new SimpleStringProperty("" + SamplerSettings.SEED);
  final StringProperty version = new SimpleStringProperty("");
  final ObjectProperty<String> learned = new SimpleObjectProperty<>(MULTI_TASK);
  final ObjectProperty<ModelVariant> variant = new SimpleObjectProperty<>(ModelVariant.BEST);

  final ObjectProperty<CalendarChart.@Nullable Windows> windows = new SimpleObjectProperty<>();

  /// The windows that the dates make, null where they make none.
  public ReadOnlyObjectProperty<CalendarChart.@Nullable Windows> windows() {
    return windows;
  }

  // What will be trained.
  final ObjectProperty<Preview> preview = new SimpleObjectProperty<>(Preview.NONE);
  final StringProperty problem = new SimpleStringProperty("Reading the rows…");
  final ObjectProperty<Map<LocalDate, Integer>> matchesPerDay =
      new SimpleObjectProperty<>(Map.of());
  final ObservableList<WindowRates> rates = FXCollections.observableArrayList();
  final BooleanProperty ready = new SimpleBooleanProperty();
  final BooleanProperty engineBusy = new SimpleBooleanProperty();

  /// The newest run that can go on.
  final ObjectProperty<@Nullable Interrupted> interrupted = new SimpleObjectProperty<>();

  // The run.
  final BooleanProperty watching = new SimpleBooleanProperty();
  final BooleanProperty running = new SimpleBooleanProperty();
  final BooleanProperty stopping = new SimpleBooleanProperty();
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);
  final ObservableList<ChainLine> chainLines = FXCollections.observableArrayList();
  final ObservableList<String> parameters = FXCollections.observableArrayList();
  final ObjectProperty<@Nullable String> parameter = new SimpleObjectProperty<>();
  final ObjectProperty<List<ChainDraws>> trace = new SimpleObjectProperty<>(List.of());
  final IntegerProperty traceTune = new SimpleIntegerProperty();
  final IntegerProperty traceTotal = new SimpleIntegerProperty(1);
  final LongProperty traceRevision = new SimpleLongProperty();

  /// Scalars behind the last point of the history.
  final IntegerProperty judged = new SimpleIntegerProperty();

  final ObjectProperty<List<RhatChart.History>> rhat = new SimpleObjectProperty<>(List.of());
  final ObservableList<Effective> effective = FXCollections.observableArrayList();
  final DoubleProperty essTarget =
      new SimpleDoubleProperty(Judge.CAUTION_ESS_PER_CHAIN * SamplerSettings.CHAINS);
  final ObjectProperty<Verdict> verdict = new SimpleObjectProperty<>(Verdict.NONE);

  /// The version that the last run published, empty where it published none.
  final StringProperty published = new SimpleStringProperty("");

  /// The version that is served beside it, empty where it is that itself.
  final StringProperty servedBeside = new SimpleStringProperty("");

  final ObservableList<String> log = FXCollections.observableArrayList();
}
