/// Who the players and teams of Wyscout data are.
package dev.touchline.data.wyscout;

import dev.touchline.data.feed.Fixture;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.MatchRefused;
import dev.touchline.fault.Fault;
import dev.touchline.football.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Names and positions by id. A player or team that cannot be read is unknown, which refuses the
/// matches that need it.
final class Directory {
  private static final int MOST = 1_000_000;
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private final Map<Long, Fixture.Person> players = new HashMap<>();
  private final Map<Long, String> teams = new HashMap<>();

  /// Takes a player's record.
  void player(JsonFields player) {
    try {
      if (players.size() < MOST) {
        Position position = Position.parse(player.child("role").text("code3"));
        players.putIfAbsent(
            player.whole("wyId"), new Fixture.Person(plain(player.text("shortName")), position));
      }
    } catch (MatchRefused | Fault unknown) {
      // told when a match needs him
    }
  }

  /// Takes a team's record.
  void team(JsonFields team) {
    try {
      if (teams.size() < MOST) {
        teams.putIfAbsent(team.whole("wyId"), plain(team.text("name")));
      }
    } catch (MatchRefused unknown) {
      // told when a match needs it
    }
  }

  /// A player; one that is unknown refuses the match.
  Fixture.Person person(long id) {
    Fixture.Person person = players.get(id);
    if (person == null) {
      throw new MatchRefused("player " + id + " is not in players.json with his name and position");
    }
    return person;
  }

  /// A team; one that is unknown refuses the match.
  Fixture.Club club(long id) {
    String name = teams.get(id);
    if (name == null) {
      throw new MatchRefused("team " + id + " is not in teams.json");
    }
    return new Fixture.Club(id, name);
  }

  /// The files escape letters twice: what JSON leaves as backslash, u and four digits is one
  /// letter.
  static String plain(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)))
        .strip();
  }
}
