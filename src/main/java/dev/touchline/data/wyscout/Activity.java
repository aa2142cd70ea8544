/// What the events of one match say, player by player.
package dev.touchline.data.wyscout;

import dev.touchline.data.feed.Appearances;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.MatchRefused;
import dev.touchline.data.feed.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Goals, shots, cards and the times of the first and last event. Nothing of a shoot-out counts.
final class Activity {
  private static final String SHOOT_OUT = "P";
  private static final Map<String, Period> PERIODS =
      Map.of(
          "1H", Period.FIRST,
          "2H", Period.SECOND,
          "E1", Period.FIRST_EXTRA,
          "E2", Period.SECOND_EXTRA);

  /// Kinds of events and sub-events that are shots, by name and by number: the shot, the free kick
  /// shot, the penalty.
  private static final Set<String> SHOTS = Set.of("Shot", "10");

  private static final Set<String> SET_SHOTS = Set.of("Free kick shot", "Penalty", "33", "35");

  private static final Set<String> FOULS = Set.of("Foul", "2");
  private static final String GOAL = "101";
  private static final String RED = "1701";
  private static final String YELLOW = "1702";
  private static final String SECOND_YELLOW = "1703";

  /// One player.
  static final class Player {
    final long id;
    final long team;
    int goals;
    int shots;
    int cards;

    /// Minute of the dismissal, or beyond every match.
    double dismissed = Double.POSITIVE_INFINITY;

    /// Minutes of the first and last event that needs someone on the pitch; a foul does not, as a
    /// substitute is booked for protesting from the bench.
    double first = Double.POSITIVE_INFINITY;

    double last = -1;

    Player(long id, long team) {
      this.id = id;
      this.team = team;
    }
  }

  private final Map<Long, Player> players = new LinkedHashMap<>();
  private Period lastPeriod = Period.FIRST;

  /// Those with events, in the order of their first one.
  Collection<Player> players() {
    return players.values();
  }

  /// The team's players who were on the pitch, by their first event.
  List<Player> onPitch(long team) {
    return players.values().stream()
        .filter(player -> player.team == team && player.last >= 0)
        .sorted(Comparator.comparingDouble(player -> player.first))
        .toList();
  }

  /// The last period with events.
  Period lastPeriod() {
    return lastPeriod;
  }

  /// Takes the next event.
  void take(JsonFields event) {
    String code = event.text("matchPeriod");
    if (code.equals(SHOOT_OUT)) {
      return;
    }
    Period period = PERIODS.get(code);
    if (period == null) {
      throw new MatchRefused("an event is in the period \"" + code + "\"");
    }
    lastPeriod = period.compareTo(lastPeriod) > 0 ? period : lastPeriod;
    long id = event.whole("playerId");
    if (id == 0) {
      return;
    }
    Player player = players.get(id);
    if (player == null) {
      if (players.size() == Appearances.MAX_PLAYERS) {
        throw new MatchRefused("it has more than " + Appearances.MAX_PLAYERS + " players");
      }
      player = new Player(id, event.whole("teamId"));
      players.put(id, player);
    }
    if (player.team != event.whole("teamId")) {
      throw new MatchRefused("player " + id + " plays for both teams");
    }
    count(player, event, period.minute(event.number("eventSec")));
  }

  private static void count(Player player, JsonFields event, double minute) {
    String kind = event.textOrEmpty("eventName");
    String part = event.textOrEmpty("subEventName");
    Set<String> tags =
        event.children("tags").stream().map(tag -> tag.text("id")).collect(Collectors.toSet());
    if (!FOULS.contains(kind)) {
      player.first = Math.min(player.first, minute);
      player.last = Math.max(player.last, minute);
    }
    if (SHOTS.contains(kind) || SET_SHOTS.contains(part)) {
      player.shots++;
      player.goals += tags.contains(GOAL) ? 1 : 0;
    }
    for (String card : new String[] {RED, YELLOW, SECOND_YELLOW}) {
      player.cards += tags.contains(card) ? 1 : 0;
    }
    if (tags.contains(RED) || tags.contains(SECOND_YELLOW)) {
      player.dismissed = Math.min(player.dismissed, minute);
    }
  }
}
