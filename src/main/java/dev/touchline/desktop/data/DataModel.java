/// What the Data panel shows.
package dev.touchline.desktop.data;

import dev.touchline.data.ImportReport;
import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.chart.CalendarChart;
import dev.touchline.desktop.part.Message;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
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
public final class DataModel {
  /// Stands for every competition.
  static final String ALL = "all competitions";

  // The source.
  final StringProperty source = new SimpleStringProperty("");
  final BooleanProperty postgres = new SimpleBooleanProperty();
  final StringProperty url = new SimpleStringProperty("");
  final StringProperty user = new SimpleStringProperty("");
  final StringProperty password = new SimpleStringProperty("");
  final BooleanProperty testing = new SimpleBooleanProperty();

  /// Whether the chosen source is another than the one in use, and is known to answer.
  final BooleanProperty usable = new SimpleBooleanProperty();

  final ObjectProperty<Message> sourceMessage = new SimpleObjectProperty<>(Message.NONE);

  // The import. `busy`: the engine works on whatever; `importing`: on an import of this panel.
  final BooleanProperty busy = new SimpleBooleanProperty();
  final BooleanProperty importing = new SimpleBooleanProperty();
  final StringProperty progress = new SimpleStringProperty("");
  final DoubleProperty share = new SimpleDoubleProperty(-1);
  final ObjectProperty<Message> importMessage = new SimpleObjectProperty<>(Message.NONE);
  final ObjectProperty<@Nullable ImportReport> report = new SimpleObjectProperty<>();

  // What is there.
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);
  final ObjectProperty<@Nullable StoreStatus> status = new SimpleObjectProperty<>();
  final ObjectProperty<Map<LocalDate, Integer>> matchesPerDay =
      new SimpleObjectProperty<>(Map.of());
  final ObjectProperty<CalendarChart.@Nullable Windows> windows = new SimpleObjectProperty<>();

  // The tables, and the filter of the rows.
  final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.ROWS);
  final StringProperty search = new SimpleStringProperty("");
  final ObservableList<String> competitions = FXCollections.observableArrayList(ALL);
  final ObjectProperty<@Nullable String> competition = new SimpleObjectProperty<>(ALL);
  final ObjectProperty<@Nullable Position> position = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
  final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
  final ObjectProperty<List<PlayerMatch>> shown = new SimpleObjectProperty<>(List.of());
  final ObservableList<IdentityLine> identities = FXCollections.observableArrayList();
  final StringProperty count = new SimpleStringProperty("");

  /// Why no row is shown, and what to do.
  final StringProperty empty = new SimpleStringProperty("Reading the rows…");

  /// The training and validation windows to draw on the calendar.
  public ObjectProperty<CalendarChart.@Nullable Windows> windows() {
    return windows;
  }
}
