/// A match as a Wyscout matches file announces it.
package dev.touchline.data.wyscout;

import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.MatchRefused;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Day, teams, line-ups and substitutions.
///
/// @param matchId the match
/// @param date local date
/// @param competition the competition's key
/// @param home the team at home
/// @param away the other team
record Sheet(long matchId, LocalDate date, String competition, Side home, Side away) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  /// A team's line-up.
  ///
  /// @param lineup the players who begin; empty where the file does not know
  /// @param changes substitutions in the order of the file
  record Side(long teamId, List<Long> lineup, List<Change> changes) {}

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
        match.whole("wyId"), date(match), competition, home.getFirst(), away.getFirst());
  }

  private static Side side(JsonFields team) {
    JsonFields formation = team.childOrNull("formation");
    List<Long> lineup = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    if (formation != null) {
      formation.children("lineup").forEach(player -> lineup.add(player.whole("playerId")));
      for (JsonFields change : formation.children("substitutions")) {
        changes.add(
            new Change(
                change.whole("playerIn"),
                change.whole("playerOut"),
                elapsed(change.whole("minute"))));
      }
    }
    return new Side(team.whole("teamId"), List.copyOf(lineup), List.copyOf(changes));
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
