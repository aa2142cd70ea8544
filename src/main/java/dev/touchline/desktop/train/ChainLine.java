/// A line of the chains' table.
package dev.touchline.desktop.train;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Stays while its chain runs; what it says changes.
final class ChainLine {
  private final ObjectProperty<ChainRow> row;

  ChainLine(ChainRow first) {
    row = new SimpleObjectProperty<>(first);
  }

  /// How the chain is doing now.
  ObjectProperty<ChainRow> row() {
    return row;
  }
}
