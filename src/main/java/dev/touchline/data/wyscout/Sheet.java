/// A match as a Wyscout matches file announces it.
package dev.touchline.data.wyscout;

import dev.touchline.data.feed.Fixture;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.MatchRefused;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Day, teams, line-ups and substitutions.
///
/// @param matchId the match
/// @param date local date
/// @param competition the competition's key
/// @param home the team at home
/// @param away the other team
/// @param goals the result, or null where the file does not say it
record Sheet(
    long matchId,
    LocalDate date,
    String competition,
    Side home,
    Side away,
    Fixture.@Nullable Goals goals) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  /// A team's line-up.
  ///
  /// @param lineup the players who begin; empty where the file does not know
  /// @param changes substitutions in the order of the file
  /// @param ownGoals by the team's players
  record Side(long teamId, List<Long> lineup, List<Change> changes, int ownGoals) {}

  /// A substitution.
  ///
  /// @param minute minutes elapsed
  record Change(long in, long out, double minute) {}

  /// Reads a match of a matches file, or the `match` of a match file.
  ///
  /// @param competition the competition's key
  static Sheet of(JsonFields match, String competition) {
    JsonFields teams = match.child("teamsData");
    List<Side> home = new ArrayList<>();
    List<Side> away = new ArrayList<>();
    for (String id : teams.object().keySet()) {
      JsonFields team = teams.child(id);
      switch (team.text("side")) {
        case "home" -> home.add(side(team));
        case "away" -> away.add(side(team));
        default -> throw new MatchRefused("a team's side is \"" + team.text("side") + "\"");
      }
    }
    if (home.size() != 1 || away.size() != 1) {
      throw new MatchRefused("it does not name one team at home and one away");
    }
    return new Sheet(
        match.whole("wyId"),
        date(match),
        competition,
        home.getFirst(),
        away.getFirst(),
        goals(match, home.getFirst(), away.getFirst()));
  }

  /// The result after extra time where there was one. Not known without line-ups, whose players
  /// carry the own goals.
  private static Fixture.@Nullable Goals goals(JsonFields match, Side home, Side away) {
    if (home.lineup.isEmpty() || away.lineup.isEmpty()) {
      return null;
    }
    String duration = match.textOrEmpty("duration");
    if (!Set.of("Regular", "ExtraTime", "Penalties").contains(duration)) {
      return null;
    }
    String score = duration.equals("Regular") ? "score" : "scoreET";
    JsonFields teams = match.child("teamsData");
    JsonFields one = teams.childOrNull(Long.toString(home.teamId));
    JsonFields other = teams.childOrNull(Long.toString(away.teamId));
    return one == null || other == null
        ? null
        : Fixture.Goals.of(one.textOrEmpty(score), other.textOrEmpty(score));
  }

  /// The own goals of a player; the file writes "null" for those who did not play.
  private static int ownGoals(JsonFields player) {
    String text = player.textOrEmpty("ownGoals");
    return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
  }

  private static Side side(JsonFields team) {
    JsonFields formation = team.childOrNull("formation");
    List<Long> lineup = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    int ownGoals = 0;
    if (formation != null) {
      for (String part : List.of("lineup", "bench")) {
        for (JsonFields player : formation.children(part)) {
          ownGoals += ownGoals(player);
        }
      }
      formation.children("lineup").forEach(player -> lineup.add(player.whole("playerId")));
      for (JsonFields change : formation.children("substitutions")) {
        changes.add(
            new Change(
                change.whole("playerIn"),
                change.whole("playerOut"),
                elapsed(change.whole("minute"))));
      }
    }
    return new Side(team.whole("teamId"), List.copyOf(lineup), List.copyOf(changes), ownGoals);
  }

  /// The file counts minutes as on television, where the second half begins with the 46th, the
  /// minute of substitutions in the break.
  private static double elapsed(long minute) {
    return minute == 46 ? 45 : Math.clamp(minute, 0, 120);
  }

  private static LocalDate date(JsonFields match) {
    String local = match.textOrEmpty("date");
    return local.isEmpty() ? day(match.text("dateutc")) : day(local);
  }

  /// The day of "July 15, 2018 at 5:00:00 PM GMT+2" or "2018-07-15 15:00:00".
  static LocalDate day(String text) {
    try {
      int at = text.indexOf(" at ");
      return at < 0
          ? LocalDate.parse(text.length() < 10 ? text : text.substring(0, 10))
          : LocalDate.parse(text.substring(0, at), DAY);
    } catch (DateTimeParseException e) {
      throw new MatchRefused("its date \"" + text + "\" is none");
    }
  }
}
