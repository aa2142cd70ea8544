/// The names by which players are known, from the line-up files.
package dev.touchline.data.statsbomb;

import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.MatchRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Nicknames ("Lionel Messi" for "Lionel Andrés Messi Cuccittini"), read match by match. A line-up
/// file that is absent or broken leaves the full names.
final class LineupNames {
  private final Map<Long, Feed.Part> files = new HashMap<>();

  /// @param parts the line-up files
  LineupNames(List<Feed.Part> parts) {
    for (Feed.Part part : parts) {
      files.putIfAbsent(MatchList.id(part), part);
    }
  }

  /// The nicknames of a match's players, by the provider's player id.
  Map<Long, String> of(long matchId) {
    Feed.Part part = files.get(matchId);
    Map<Long, String> names = new HashMap<>();
    if (part == null) {
      return names;
    }
    try {
      JsonText.records(
          part.file(),
          team -> {
            for (JsonFields player : new JsonFields(team, "the team").children("lineup")) {
              String nickname = player.textOrEmpty("player_nickname");
              if (!nickname.isEmpty()) {
                names.put(player.whole("player_id"), nickname);
              }
            }
          });
      return names;
    } catch (JsonText.Unreadable | MatchRefused e) {
      throw new MatchRefused("its line-up file " + part.file().name() + " cannot be read");
    }
  }
}
