/// StatsBomb's positions as the model's four.
package dev.touchline.data.statsbomb;

import dev.touchline.data.feed.MatchRefused;
import dev.touchline.football.Position;

/// Position ids 1 to 25, from the provider's specification of its open data.
final class Positions {
  private Positions() {}

  /// Backs and wing backs defend; wingers, forwards and the second striker attack.
  static Position of(long id) {
    return switch ((int) Math.clamp(id, 0, 26)) {
      case 1 -> Position.GKP;
      case 2, 3, 4, 5, 6, 7, 8 -> Position.DEF;
      case 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20 -> Position.MID;
      case 17, 21, 22, 23, 24, 25 -> Position.FWD;
      default -> throw new MatchRefused("the position id " + id + " is unknown");
    };
  }
}
