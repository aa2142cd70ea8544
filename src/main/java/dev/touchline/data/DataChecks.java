/// Looks for rows that cannot be right.
package dev.touchline.data;

import dev.touchline.data.StoreStatus.DataProblem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The checks of [StoreStatus]. Each is one query whose rows are the cases: the first column is an
/// example in words, the second the number of cases. What the keys of the tables forbid (a player
/// twice in a match, a negative count) is not looked for.
final class DataChecks {
  private static final int EXAMPLES = 5;

  /// A team's minutes may pass eleven whole matches by this much: sources estimate them.
  private static final int MINUTES_SLACK = 30;

  /// Longest pause within a competition that is not worth a remark: international breaks are two
  /// weeks.
  private static final int LONGEST_PAUSE_DAYS = 21;

  private record Check(String key, String message, String remedy, String sql) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check(
              "goals_over_shots",
              "Rows with more goals than shots: %d.",
              "Correct the counts at their source and import again; a goal needs a shot.",
              """
              SELECT player_name || ' in match ' || match_id || ': ' || goals || ' goals, ' || shots
                || ' shots' FROM player_matches WHERE goals > shots ORDER BY match_id, player_id
              """),
          new Check(
              "too_many_minutes",
              "Teams with more minutes in a match than eleven players can play: %d.",
              "Look for players listed twice under two ids, or for wrong minutes.",
              """
              SELECT MAX(team_name) || ' in match ' || match_id || ': ' || SUM(minutes)
                || ' minutes by ' || COUNT(*) || ' players' FROM player_matches
              GROUP BY match_id, team_id
              HAVING SUM(minutes) > 11 * CASE WHEN MAX(minutes) > 90 THEN MAX(minutes) ELSE 90 END
                + %d ORDER BY match_id, team_id
              """
                  .formatted(MINUTES_SLACK)),
          new Check(
              "incomplete_team",
              "Teams with fewer than 11 players in a match: %d.",
              "Import the complete match; form and opponents' strength lean on every row.",
              """
              SELECT MAX(team_name) || ' in match ' || match_id || ': ' || COUNT(*) || ' players'
              FROM player_matches GROUP BY match_id, team_id HAVING COUNT(*) < 11
              ORDER BY match_id, team_id
              """),
          new Check(
              "one_team_only",
              "Matches with rows of one team only: %d.",
              "Import the other team's rows as well.",
              """
              SELECT 'match ' || p.match_id || ' on ' || m.match_date || ': only '
                || MAX(p.team_name) FROM player_matches p JOIN matches m ON m.match_id = p.match_id
              GROUP BY p.match_id, m.match_date HAVING COUNT(DISTINCT p.team_id) = 1
              ORDER BY p.match_id
              """),
          new Check(
              "more_than_two_teams",
              "Matches with rows of more than two teams: %d.",
              "Two sources may use the same match id; import one of them into another database.",
              """
              SELECT 'match ' || match_id || ': ' || COUNT(DISTINCT team_id) || ' teams'
              FROM player_matches GROUP BY match_id HAVING COUNT(DISTINCT team_id) > 2
              ORDER BY match_id
              """),
          new Check(
              "home_unclear",
              "Matches with a team both at home and away, or with both teams at home: %d.",
              "Correct was_home at the source and import again.",
              """
              SELECT 'match ' || match_id FROM (SELECT match_id, team_id,
                  COUNT(DISTINCT was_home) kinds, MAX(CASE WHEN was_home THEN 1 ELSE 0 END) home
                FROM player_matches GROUP BY match_id, team_id) t
              GROUP BY match_id HAVING MAX(kinds) > 1 OR SUM(home) > 1 ORDER BY match_id
              """),
          new Check(
              "many_cards",
              "Rows with more than two cards: %d.",
              "Count yellow plus red: a second yellow that turns red is two cards.",
              """
              SELECT player_name || ' in match ' || match_id || ': ' || cards || ' cards'
              FROM player_matches WHERE cards > 2 ORDER BY match_id, player_id
              """),
          new Check(
              "two_positions",
              "Players who appear at more than one position: %d.",
              "Nothing needs doing: the position of most of his rows counts for a player.",
              """
              SELECT MAX(player_name) || ' (' || player_id || '): '
                || COUNT(DISTINCT player_position) || ' positions' FROM player_matches
              GROUP BY player_id HAVING COUNT(DISTINCT player_position) > 1 ORDER BY player_id
              """),
          new Check(
              "two_names",
              "Players spelled in more than one way: %d.",
              "Check that each id is one person; the last spelling is shown.",
              """
              SELECT player_id || ': ' || MIN(player_name) || ', ' || MAX(player_name)
              FROM player_matches GROUP BY player_id HAVING COUNT(DISTINCT player_name) > 1
              ORDER BY player_id
              """),
          new Check(
              "two_ids",
              "Names that stand for more than one player id in the same team: %d.",
              "Check whether it is one person; then give all his rows one id.",
              """
              SELECT player_name || ' (' || MAX(team_name) || '): ids ' || MIN(player_id) || ' and '
                || MAX(player_id) FROM player_matches GROUP BY player_name, team_id
              HAVING COUNT(DISTINCT player_id) > 1 ORDER BY player_name, team_id
              """),
          new Check(
              "two_team_names",
              "Teams spelled in more than one way: %d.",
              "Check that each id is one team.",
              """
              SELECT team_id || ': ' || MIN(team_name) || ', ' || MAX(team_name)
              FROM player_matches GROUP BY team_id HAVING COUNT(DISTINCT team_name) > 1
              ORDER BY team_id
              """),
          new Check(
              "future_date",
              "Matches in the future: %d.",
              "Correct the dates at the source and import again.",
              """
              SELECT 'match ' || match_id || ' on ' || match_date FROM matches
              WHERE match_date > CURRENT_DATE ORDER BY match_date, match_id
              """),
          new Check(
              "missing_days",
              "Pauses of more than three weeks within a competition: %d.",
              "Check whether matches are missing, unless it is the time between two seasons.",
              """
              SELECT competition || ': nothing between ' || before || ' and ' || match_date
              FROM (SELECT competition, match_date, LAG(match_date)
                  OVER (PARTITION BY competition ORDER BY match_date) before
                FROM (SELECT DISTINCT competition, match_date FROM matches) d) t
              WHERE before IS NOT NULL AND before < match_date - %d
              ORDER BY competition, match_date
              """
                  .formatted(LONGEST_PAUSE_DAYS)),
          new Check(
              "prop_never_occurs",
              "Props that never occur in a competition: %d.",
              "The source may not record them: leave them out of training (--props).",
              """
              SELECT competition || ': no ' || prop FROM (
                SELECT m.competition, 'goals' prop, SUM(p.goals) total FROM matches m
                  JOIN player_matches p ON p.match_id = m.match_id GROUP BY m.competition
                UNION ALL SELECT m.competition, 'shots', SUM(p.shots) FROM matches m
                  JOIN player_matches p ON p.match_id = m.match_id GROUP BY m.competition
                UNION ALL SELECT m.competition, 'cards', SUM(p.cards) FROM matches m
                  JOIN player_matches p ON p.match_id = m.match_id GROUP BY m.competition) t
              WHERE total = 0 ORDER BY competition, prop
              """));

  private DataChecks() {}

  static List<DataProblem> run(Connection connection) throws SQLException {
    List<DataProblem> problems = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (Check check : CHECKS) {
        long count = 0;
        List<String> examples = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(check.sql)) {
          while (result.next()) {
            count++;
            if (examples.size() < EXAMPLES) {
              examples.add(result.getString(1));
            }
          }
        }
        if (count > 0) {
          problems.add(
              new DataProblem(
                  check.key,
                  count,
                  check.message.formatted(count),
                  check.remedy,
                  List.copyOf(examples)));
        }
      }
    }
    return List.copyOf(problems);
  }
}
