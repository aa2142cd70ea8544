/// What the window around the panels shows.
package dev.touchline.desktop.shell;

import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Properties only.
public final class ShellModel {
  final List<Panel> panels;
  final ObjectProperty<Panel> panel;
  final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  final StringProperty served = new SimpleStringProperty("");
  final StringProperty servedVerdict = new SimpleStringProperty("");
  final BooleanProperty servedGood = new SimpleBooleanProperty();
  final StringProperty task = new SimpleStringProperty("");
  final StringProperty taskDetail = new SimpleStringProperty("");
  final DoubleProperty taskShare = new SimpleDoubleProperty(-1);
  final StringProperty database = new SimpleStringProperty("Opening the database…");
  final StringProperty memory = new SimpleStringProperty("");
  final BooleanProperty helpShown = new SimpleBooleanProperty();
  final StringProperty helpTopic = new SimpleStringProperty("");
  final BooleanProperty finderShown = new SimpleBooleanProperty();

  /// Grows when there is more to be found.
  final IntegerProperty finds = new SimpleIntegerProperty();

  final BooleanProperty closing = new SimpleBooleanProperty();
  final ObjectProperty<Message> message = new SimpleObjectProperty<>(Message.NONE);

  /// A window with these panels, the first in front.
  public ShellModel(List<Panel> panels) {
    this.panels = List.copyOf(panels);
    panel = new SimpleObjectProperty<>(panels.getFirst());
  }

  /// The panel in front.
  public ObjectProperty<Panel> panel() {
    return panel;
  }

  /// The theme.
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /// The message under the top bar.
  public ObjectProperty<Message> message() {
    return message;
  }

  /// The panels, in the order of the rail.
  public List<Panel> panels() {
    return panels;
  }

  /// Whether the help of the panel is shown.
  public BooleanProperty helpShown() {
    return helpShown;
  }

  /// The page that the help shows; empty for the help of the panel.
  public StringProperty helpTopic() {
    return helpTopic;
  }

  /// Whether the command finder is shown.
  public BooleanProperty finderShown() {
    return finderShown;
  }
}
