/// Where a player plays.
package dev.touchline.football;

import dev.touchline.fault.Fault;
import java.util.Locale;

/// The four positions of the model, in the order of the trace's `position` coordinate.
public enum Position {
  /// Goalkeeper.
  GKP,
  /// Defender.
  DEF,
  /// Midfielder.
  MID,
  /// Forward.
  FWD;

  /// Reads a position code, any case.
  public static Position parse(String code) {
    for (Position position : values()) {
      if (position.name().equals(code.strip().toUpperCase(Locale.ROOT))) {
        return position;
      }
    }
    throw new Fault(
        Fault.Kind.DATA, "\"" + code + "\" is not a position.", "Use GKP, DEF, MID or FWD.");
  }
}
