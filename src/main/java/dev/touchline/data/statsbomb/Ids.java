/// Keeps the provider's numbers apart from those of others.
package dev.touchline.data.statsbomb;

import dev.touchline.data.feed.MatchRefused;

/// Player and team ids, which other providers use for other players and teams.
final class Ids {
  /// Added to every player's and team's id.
  static final long BASE = 1_000_000_000L;

  private Ids() {}

  /// The id under which a player or team is stored.
  static long of(long id) {
    if (id < 1 || id >= BASE) {
      throw new MatchRefused("the id " + id + " is not between 1 and " + (BASE - 1));
    }
    return BASE + id;
  }
}
