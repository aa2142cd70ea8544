/// Puts a match's line-ups and events together.
package dev.touchline.data.wyscout;

import dev.touchline.data.feed.Appearances;
import dev.touchline.data.feed.Fixture;
import dev.touchline.data.feed.MatchRefused;
import dev.touchline.data.feed.Period;
import dev.touchline.data.feed.ReadMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the rows of one match. Minutes come from the line-ups and substitutions where the match
/// has them; where it has not, or has forgotten someone who plainly played, from the events: the
/// first eleven to appear began, everybody else came on with his first event for the team-mate who
/// was heard of last, before that.
final class MatchRows {
  private static final int ELEVEN = 11;

  private final Sheet sheet;
  private final Activity activity;
  private final Directory directory;
  private final List<String> estimated = new ArrayList<>();

  MatchRows(Sheet sheet, Activity activity, Directory directory) {
    this.sheet = sheet;
    this.activity = activity;
    this.directory = directory;
  }

  /// Players whose minutes are estimates, by name, once the rows are made.
  List<String> estimated() {
    return estimated;
  }

  /// The match.
  ReadMatch read() {
    if (activity.lastPeriod() == Period.FIRST) {
      throw new MatchRefused("its events end before the second half");
    }
    Fixture fixture =
        new Fixture(
            sheet.matchId(),
            sheet.date(),
            sheet.competition(),
            directory.club(sheet.home().teamId()),
            directory.club(sheet.away().teamId()),
            sheet.goals());
    Appearances appearances = new Appearances(fixture);
    double end = activity.lastPeriod().end();
    for (Sheet.Side side : List.of(sheet.home(), sheet.away())) {
      changes(side, end, appearances);
      for (int goal = 0; goal < side.ownGoals(); goal++) {
        appearances.ownGoal(side.teamId());
      }
    }
    for (Activity.Player player : activity.players()) {
      for (int shot = 0; shot < player.shots; shot++) {
        appearances.shot(player.team, player.id, shot < player.goals);
      }
      for (int card = 0; card < player.cards; card++) {
        appearances.card(player.team, player.id);
      }
    }
    return new ReadMatch(appearances.rows(end, directory::person), appearances.score());
  }

  private void changes(Sheet.Side side, double end, Appearances appearances) {
    long team = side.teamId();
    List<Long> lineup = side.lineup().isEmpty() ? firstEleven(team) : side.lineup();
    List<Sheet.Change> changes = new ArrayList<>(side.changes());
    changes.addAll(unlisted(side, lineup));
    changes.sort(Comparator.comparingDouble(Sheet.Change::minute));
    Map<Long, Double> dismissed = new HashMap<>();
    for (Activity.Player player : activity.players()) {
      if (player.team == team && player.dismissed <= end) {
        dismissed.put(player.id, player.dismissed);
      }
    }
    lineup.forEach(player -> appearances.on(team, player, 0));
    for (Sheet.Change change : changes) {
      double minute = Math.min(change.minute(), end);
      if (change.out() != 0) {
        double left = Math.min(minute, dismissed.getOrDefault(change.out(), end));
        appearances.off(team, change.out(), left);
      }
      appearances.on(team, change.in(), minute);
    }
    dismissed.forEach(
        (player, minute) -> {
          if (appearances.appeared(player)) {
            appearances.off(team, player, minute);
          }
        });
  }

  private List<Long> firstEleven(long team) {
    List<Long> eleven =
        activity.onPitch(team).stream().limit(ELEVEN).map(player -> player.id).toList();
    eleven.forEach(id -> estimated.add(directory.person(id).name()));
    return eleven;
  }

  /// Substitutions that must have been: players who neither began nor came on by the sheet.
  private List<Sheet.Change> unlisted(Sheet.Side side, List<Long> lineup) {
    Set<Long> known = new HashSet<>(lineup);
    Set<Long> gone = new HashSet<>();
    for (Sheet.Change change : side.changes()) {
      known.add(change.in());
      gone.add(change.out());
    }
    List<Sheet.Change> changes = new ArrayList<>();
    for (Activity.Player in : activity.onPitch(side.teamId())) {
      if (known.add(in.id)) {
        long out = lastHeardBefore(in.first, side.teamId(), known, gone);
        gone.add(out);
        estimated.add(directory.person(in.id).name());
        changes.add(new Sheet.Change(in.id, out, in.first));
      }
    }
    return changes;
  }

  /// Of those still there, the one whose events ended first and before the minute; 0 where none
  /// did.
  private long lastHeardBefore(double minute, long team, Set<Long> known, Set<Long> gone) {
    long found = 0;
    double earliest = minute;
    for (Activity.Player player : activity.onPitch(team)) {
      boolean there =
          known.contains(player.id) && !gone.contains(player.id) && player.dismissed > minute;
      if (there && player.last < earliest) {
        earliest = player.last;
        found = player.id;
      }
    }
    return found;
  }
}
