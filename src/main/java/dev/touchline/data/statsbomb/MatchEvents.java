/// Turns the events of one StatsBomb match into rows.
package dev.touchline.data.statsbomb;

import dev.touchline.data.feed.Appearances;
import dev.touchline.data.feed.Fixture;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.MatchRefused;
import dev.touchline.data.feed.Period;
import dev.touchline.data.feed.ReadMatch;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Minutes from the starting elevens, substitutions, red cards and players who leave or come back;
/// goals and shots from shots; cards from fouls and bad behaviour. Nothing of a shoot-out counts.
final class MatchEvents {
  private static final int SHOOT_OUT = 5;
  private static final int STARTERS = 11;
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2}):(\\d{2}(?:\\.\\d{1,9})?)");

  private final Appearances appearances;
  private final Map<Long, String> nicknames;
  private final Map<Long, String> names = new HashMap<>();
  private final Map<Long, int[]> positions = new HashMap<>();
  private final Map<Long, Long> replaced = new HashMap<>();
  private final Set<Long> elevens = new HashSet<>();
  private @Nullable Period last;

  /// @param nicknames by the provider's player id
  MatchEvents(Fixture fixture, Map<Long, String> nicknames) {
    appearances = new Appearances(fixture);
    this.nicknames = nicknames;
  }

  /// Takes the next event.
  void take(JsonFields event) {
    long number = event.whole("period");
    if (number == SHOOT_OUT) {
      return;
    }
    if (number < 1 || number > SHOOT_OUT) {
      throw new MatchRefused("an event is in period " + number);
    }
    Period period = Period.values()[(int) number - 1];
    if (last == null || period.compareTo(last) > 0) {
      last = period;
    }
    String type = event.child("type").text("name");
    JsonFields player = event.childOrNull("player");
    if (player != null) {
      place(player, event.childOrNull("position"));
    }
    switch (type) {
      case "Starting XI" -> eleven(event);
      case "Substitution" -> substitution(event, minute(period, event));
      case "Player Off" -> appearances.off(team(event), player(event), minute(period, event));
      case "Player On" -> appearances.on(team(event), player(event), minute(period, event));
      case "Shot" -> {
        boolean goal = event.child("shot").child("outcome").text("name").equals("Goal");
        appearances.shot(team(event), player(event), goal);
      }
      case "Own Goal Against" -> appearances.ownGoal(team(event));
      case "Foul Committed" -> card(event, event.childOrNull("foul_committed"), period);
      case "Bad Behaviour" -> card(event, event.childOrNull("bad_behaviour"), period);
      default -> {}
    }
  }

  private static double minute(Period period, JsonFields event) {
    Matcher clock = CLOCK.matcher(event.text("timestamp"));
    if (!clock.matches()) {
      throw new MatchRefused("an event's time \"" + event.text("timestamp") + "\" is none");
    }
    return period.minute(
        Integer.parseInt(clock.group(1)) * 3600.0
            + Integer.parseInt(clock.group(2)) * 60.0
            + Double.parseDouble(clock.group(3)));
  }

  private static long team(JsonFields event) {
    return Ids.of(event.child("team").whole("id"));
  }

  private static long player(JsonFields event) {
    return Ids.of(event.child("player").whole("id"));
  }

  private void place(JsonFields player, @Nullable JsonFields position) {
    long id = player.whole("id");
    String nickname = nicknames.get(id);
    names.putIfAbsent(Ids.of(id), nickname == null ? player.text("name") : nickname);
    if (position != null) {
      Position here = Positions.of(position.whole("id"));
      positions
          .computeIfAbsent(Ids.of(id), p -> new int[Position.values().length])[here.ordinal()]++;
    }
  }

  private void eleven(JsonFields event) {
    List<JsonFields> lineup = event.child("tactics").children("lineup");
    if (lineup.size() > STARTERS) {
      throw new MatchRefused("a starting eleven has " + lineup.size() + " players");
    }
    elevens.add(team(event));
    for (JsonFields entry : lineup) {
      place(entry.child("player"), entry.child("position"));
      appearances.on(team(event), player(entry), 0);
    }
  }

  private void substitution(JsonFields event, double minute) {
    JsonFields replacement = event.child("substitution").child("replacement");
    long in = Ids.of(replacement.whole("id"));
    place(replacement, null);
    replaced.put(in, player(event));
    appearances.off(team(event), player(event), minute);
    appearances.on(team(event), in, minute);
  }

  private void card(JsonFields event, @Nullable JsonFields detail, Period period) {
    JsonFields card = detail == null ? null : detail.childOrNull("card");
    if (card == null) {
      return;
    }
    switch (card.text("name")) {
      case "Yellow Card" -> appearances.card(team(event), player(event));
      case "Second Yellow", "Red Card" -> {
        appearances.card(team(event), player(event));
        appearances.off(team(event), player(event), minute(period, event));
      }
      default -> throw new MatchRefused("the card \"" + card.text("name") + "\" is unknown");
    }
  }

  /// How many players were booked without having been on the pitch.
  int booked() {
    return appearances.neverOn().size();
  }

  /// The match.
  ReadMatch match() {
    if (elevens.size() != 2) {
      throw new MatchRefused("it does not name both starting elevens");
    }
    if (last == null || last == Period.FIRST) {
      throw new MatchRefused("its events end before the second half");
    }
    List<PlayerMatch> rows =
        appearances.rows(
            last.end(),
            player -> new Fixture.Person(names.getOrDefault(player, ""), position(player)));
    return new ReadMatch(rows, appearances.score());
  }

  /// Where most of the player's events took place; a substitute without any stands where the man he
  /// came for did.
  private Position position(long player) {
    int[] counts = positions.get(player);
    Long before = replaced.get(player);
    for (int i = 0; counts == null && before != null && i < STARTERS; i++) {
      counts = positions.get(before);
      before = replaced.get(before);
    }
    if (counts == null) {
      throw new MatchRefused("player " + (player - Ids.BASE) + " has no position");
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return Position.values()[most];
  }
}
