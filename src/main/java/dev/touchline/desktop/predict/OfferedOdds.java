/// The odds of a bookmaker for the line of one prop, as typed.
package dev.touchline.desktop.predict;

import dev.touchline.football.Odds;
import dev.touchline.football.Offer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// They belong to one question and one line: where either changes, they go.
final class OfferedOdds {
  final StringProperty over = new SimpleStringProperty("");
  final StringProperty under = new SimpleStringProperty("");

  Offer offer() {
    return new Offer(Odds.parse(over.get()), Odds.parse(under.get()));
  }

  void clear() {
    over.set("");
    under.set("");
  }
}
