/// What the Predict panel shows.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Message;
import dev.touchline.football.Position;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Properties only.
public final class PredictModel {
  /// Which part of the panel is shown.
  enum Tab {
    ONE,
    BATCH,
    PINNED
  }

  /// Venues.
  enum Venue {
    HOME,
    AWAY
  }

  final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.ONE);
  final StringProperty version = new SimpleStringProperty("");
  final BooleanProperty opening = new SimpleBooleanProperty();
  final BooleanProperty ready = new SimpleBooleanProperty();

  /// Whether a version is open, so that players and teams are known.
  public ReadOnlyBooleanProperty ready() {
    return ready;
  }

  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);

  // The question.
  final StringProperty player = new SimpleStringProperty("");
  final ObservableList<Suggestion> players = FXCollections.observableArrayList();
  final BooleanProperty newcomer = new SimpleBooleanProperty();
  final ObjectProperty<@Nullable Position> position = new SimpleObjectProperty<>();
  final StringProperty opponent = new SimpleStringProperty("");
  final ObservableList<Suggestion> opponents = FXCollections.observableArrayList();

  /// The player's own team: its name; his last one where it is empty.
  final StringProperty team = new SimpleStringProperty("");

  final ObservableList<Suggestion> teams = FXCollections.observableArrayList();

  /// His last team, the prompt of the field.
  final StringProperty lastTeam = new SimpleStringProperty("");

  /// Whether the version has effects of own teams, so that the team is asked for.
  final BooleanProperty teamAsked = new SimpleBooleanProperty();

  final ObjectProperty<Venue> venue = new SimpleObjectProperty<>(Venue.HOME);

  /// Whether minutes are those that his appearances let expect, and not those of the field.
  final BooleanProperty minutesExpected = new SimpleBooleanProperty(true);

  final StringProperty minutes = new SimpleStringProperty("90");
  final ObjectProperty<Double> interval = new SimpleObjectProperty<>(0.95);
  final ObservableList<FeatureField> features = FXCollections.observableArrayList();
  final StringProperty problem = new SimpleStringProperty("");

  // The answer.
  final ObjectProperty<@Nullable Priced> answer = new SimpleObjectProperty<>();
  final DoubleProperty[] lines = {
    new SimpleDoubleProperty(0.5), new SimpleDoubleProperty(1.5), new SimpleDoubleProperty(0.5)
  };

  /// What is offered for each prop's line.
  final OfferedOdds[] offered = {new OfferedOdds(), new OfferedOdds(), new OfferedOdds()};

  final StringProperty recentOf = new SimpleStringProperty("");
  final ObservableList<RecentMatch> recent = FXCollections.observableArrayList();
  final ObservableList<Priced> pinned = FXCollections.observableArrayList();

  // The batch.
  final StringProperty batch = new SimpleStringProperty("");
  final ObjectProperty<List<BatchRow>> batchRows = new SimpleObjectProperty<>(List.of());
  final StringProperty batchNote = new SimpleStringProperty("");
}
