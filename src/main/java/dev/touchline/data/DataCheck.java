/// What the checks ask.
package dev.touchline.data;

import java.util.List;

/// A check is one query whose rows are the cases; its first column is the case in words. `{rows}`
/// stands for the rows, `{all}` for those of a mapped table that cannot be used too.
///
/// @param key its name in JSON
/// @param message one sentence with a place for the number of cases
/// @param remedy what to do
/// @param sql the query
record DataCheck(String key, String message, String remedy, String sql) {
  /// A team's minutes may pass eleven whole matches by this much: sources estimate them.
  private static final int MINUTES_SLACK = 30;

  /// Longest nominal time of a match, extra time and estimates of stoppage included.
  private static final int LONGEST_MATCH = 130;

  /// Longest pause within a competition that is not worth a remark: international breaks are two
  /// weeks.
  private static final int LONGEST_PAUSE_DAYS = 21;

  /// What is looked at in every database.
  static final List<DataCheck> USUAL =
      List.of(
          new DataCheck(
              "duplicate_rows",
              "Players with more than one row in a match: %d.",
              "Take the surplus rows away.",
              """
              SELECT MAX(player_name) || ' (' || player_id || ') in match ' || match_id || ': '
                || COUNT(*) || ' rows'
              FROM {rows} r GROUP BY match_id, player_id HAVING COUNT(*) > 1
              ORDER BY match_id, player_id
              """),
          new DataCheck(
              "duplicate_matches",
              "Matches of the same teams on the same day under two ids: %d.",
              "Two sources hold the same match: keep one of them, or train on one competition.",
              """
              SELECT match_date || ': ' || MAX(one) || ' and ' || MAX(other) || ', matches '
                || MIN(match_id) || ' and ' || MAX(match_id)
              FROM (SELECT DISTINCT match_id, match_date, LEAST(team_name, opponent_name) one,
                  GREATEST(team_name, opponent_name) other,
                  LEAST(LOWER(team_name), LOWER(opponent_name)) low,
                  GREATEST(LOWER(team_name), LOWER(opponent_name)) high FROM {rows} r) t
              GROUP BY match_date, low, high HAVING COUNT(DISTINCT match_id) > 1
              ORDER BY match_date, low
              """),
          new DataCheck(
              "impossible_minutes",
              "Rows with minutes that no match has: %d.",
              "Correct the minutes at their source: 90 is a whole match, 120 one with extra time.",
              """
              SELECT player_name || ' in match ' || match_id || ': ' || minutes || ' minutes'
              FROM {all} r WHERE minutes < 0 OR minutes > %d ORDER BY match_id, player_id
              """
                  .formatted(LONGEST_MATCH)),
          new DataCheck(
              "too_many_starters",
              "Teams with more than eleven players for a whole match: %d.",
              "Correct the minutes at their source, or look for players listed under two ids.",
              """
              SELECT MAX(team_name) || ' in match ' || match_id || ': ' || COUNT(*)
                || ' players with ' || MAX(longest) || ' minutes'
              FROM (SELECT match_id, team_id, team_name, minutes,
                  MAX(minutes) OVER (PARTITION BY match_id, team_id) longest FROM {rows} r) t
              WHERE minutes = longest AND longest >= 90
              GROUP BY match_id, team_id HAVING COUNT(*) > 11 ORDER BY match_id, team_id
              """),
          new DataCheck(
              "goals_over_shots",
              "Rows with more goals than shots: %d.",
              "Correct the counts at their source and import again; a goal needs a shot.",
              """
              SELECT player_name || ' in match ' || match_id || ': ' || goals || ' goals, ' || shots
                || ' shots' FROM {rows} r WHERE goals > shots ORDER BY match_id, player_id
              """),
          new DataCheck(
              "too_many_minutes",
              "Teams with more minutes in a match than eleven players can play: %d.",
              "Look for players listed twice under two ids, or for wrong minutes.",
              """
              SELECT MAX(team_name) || ' in match ' || match_id || ': ' || SUM(minutes)
                || ' minutes by ' || COUNT(*) || ' players' FROM {rows} r
              GROUP BY match_id, team_id
              HAVING SUM(minutes) > 11 * CASE WHEN MAX(minutes) > 90 THEN MAX(minutes) ELSE 90 END
                + %d ORDER BY match_id, team_id
              """
                  .formatted(MINUTES_SLACK)),
          new DataCheck(
              "incomplete_team",
              "Teams with fewer than 11 players in a match: %d.",
              "Import the complete match; form and opponents' strength lean on every row.",
              """
              SELECT MAX(team_name) || ' in match ' || match_id || ': ' || COUNT(*) || ' players'
              FROM {rows} r GROUP BY match_id, team_id HAVING COUNT(*) < 11
              ORDER BY match_id, team_id
              """),
          new DataCheck(
              "one_team_only",
              "Matches with rows of one team only: %d.",
              "Import the other team's rows as well.",
              """
              SELECT 'match ' || match_id || ' on ' || match_date || ': only '
                || MAX(team_name) FROM {rows} r
              GROUP BY match_id, match_date HAVING COUNT(DISTINCT team_id) = 1
              ORDER BY match_id
              """),
          new DataCheck(
              "more_than_two_teams",
              "Matches with rows of more than two teams: %d.",
              "Two sources may use the same match id; import one of them into another database.",
              """
              SELECT 'match ' || match_id || ': ' || COUNT(DISTINCT team_id) || ' teams'
              FROM {rows} r GROUP BY match_id HAVING COUNT(DISTINCT team_id) > 2
              ORDER BY match_id
              """),
          new DataCheck(
              "home_unclear",
              "Matches with a team both at home and away, or with both teams at home: %d.",
              "Correct was_home at the source and import again.",
              """
              SELECT 'match ' || match_id FROM (SELECT match_id, team_id,
                  COUNT(DISTINCT was_home) kinds, MAX(CASE WHEN was_home THEN 1 ELSE 0 END) home
                FROM {rows} r GROUP BY match_id, team_id) t
              GROUP BY match_id HAVING MAX(kinds) > 1 OR SUM(home) > 1 ORDER BY match_id
              """),
          new DataCheck(
              "many_cards",
              "Rows with more than two cards: %d.",
              "Count yellow plus red: a second yellow that turns red is two cards.",
              """
              SELECT player_name || ' in match ' || match_id || ': ' || cards || ' cards'
              FROM {rows} r WHERE cards > 2 ORDER BY match_id, player_id
              """),
          new DataCheck(
              "two_positions",
              "Players who appear at more than one position: %d.",
              "Nothing needs doing: the position of most of his rows counts.",
              """
              SELECT name || ' (' || player_id || '):' || CASE WHEN g > 0 THEN ' GKP ' || g ELSE ''
                END || CASE WHEN d > 0 THEN ' DEF ' || d ELSE '' END || CASE WHEN m > 0 THEN
                ' MID ' || m ELSE '' END || CASE WHEN f > 0 THEN ' FWD ' || f ELSE '' END
              FROM (SELECT MAX(player_name) name, player_id,
                  SUM(CASE WHEN player_position = 'GKP' THEN 1 ELSE 0 END) g,
                  SUM(CASE WHEN player_position = 'DEF' THEN 1 ELSE 0 END) d,
                  SUM(CASE WHEN player_position = 'MID' THEN 1 ELSE 0 END) m,
                  SUM(CASE WHEN player_position = 'FWD' THEN 1 ELSE 0 END) f
                FROM {rows} r GROUP BY player_id HAVING COUNT(DISTINCT player_position) > 1) t
              ORDER BY player_id
              """),
          new DataCheck(
              "two_names",
              "Players spelled in more than one way: %d.",
              "Check that each id is one person; the last spelling is shown.",
              """
              SELECT player_id || ': ' || MIN(player_name) || ', ' || MAX(player_name)
              FROM {rows} r GROUP BY player_id HAVING COUNT(DISTINCT player_name) > 1
              ORDER BY player_id
              """),
          new DataCheck(
              "two_team_names",
              "Teams spelled in more than one way: %d.",
              "Check that each id is one team.",
              """
              SELECT team_id || ': ' || MIN(team_name) || ', ' || MAX(team_name)
              FROM {rows} r GROUP BY team_id HAVING COUNT(DISTINCT team_name) > 1
              ORDER BY team_id
              """),
          new DataCheck(
              "future_date",
              "Matches in the future: %d.",
              "Correct the dates at the source and import again.",
              """
              SELECT DISTINCT 'match ' || match_id || ' on ' || match_date, match_date, match_id
              FROM {rows} r
              WHERE match_date > CURRENT_DATE ORDER BY match_date, match_id
              """),
          new DataCheck(
              "missing_days",
              "Pauses of more than three weeks within a competition: %d.",
              "Check whether matches are missing, unless it is the time between two seasons.",
              """
              SELECT competition || ': nothing between ' || before || ' and ' || match_date
              FROM (SELECT competition, match_date, LAG(match_date)
                  OVER (PARTITION BY competition ORDER BY match_date) before
                FROM (SELECT DISTINCT competition, match_date FROM {rows} r) d) t
              WHERE before IS NOT NULL AND before < match_date - %d
              ORDER BY competition, match_date
              """
                  .formatted(LONGEST_PAUSE_DAYS)),
          new DataCheck(
              "prop_never_occurs",
              "Props that never occur in a competition: %d.",
              "The source may not record them: leave them out of training (--props).",
              """
              SELECT competition || ': no ' || prop FROM (
                SELECT competition, 'goals' prop, SUM(goals) total FROM {rows} r
                  GROUP BY competition
                UNION ALL SELECT competition, 'shots', SUM(shots) FROM {rows} s
                  GROUP BY competition
                UNION ALL SELECT competition, 'cards', SUM(cards) FROM {rows} u
                  GROUP BY competition) t
              WHERE total = 0 ORDER BY competition, prop
              """));

  /// What is looked at in Touchline's own tables only.
  static final List<DataCheck> OWN =
      List.of(
          new DataCheck(
              "score_mismatch",
              "Teams whose players' goals do not add up to the score: %d.",
              "Look at the match's events: a goal is missing, doubled or given to nobody.",
              """
              SELECT MAX(team_name) || ' in match ' || match_id || ': ' || MAX(score) || ' by the score, '
                || SUM(goals) || ' by its players, ' || MAX(gifts) || ' own goals of the other team'
              FROM (SELECT r.match_id, r.team_id, r.team_name, r.goals,
                  CASE WHEN r.was_home THEN c.home_score ELSE c.away_score END score,
                  CASE WHEN r.was_home THEN c.away_own_goals ELSE c.home_own_goals END gifts
                FROM {rows} r JOIN match_scores c ON c.match_id = r.match_id) t
              GROUP BY match_id, team_id HAVING SUM(goals) + MAX(gifts) <> MAX(score)
              ORDER BY match_id, team_id
              """));

  /// What is looked at in a mapped table only. Rows without minutes are those of players who did
  /// not play.
  ///
  /// @param usable the condition by which a row r can be used
  static DataCheck unusable(String usable) {
    return new DataCheck(
        "unusable_rows",
        "Rows of the mapped table that cannot be used and are left out: %d.",
        "Complete them where they are kept, or map the codes of positions.",
        """
        SELECT COALESCE(player_name, '?') || ' in match '
          || COALESCE(CAST(match_id AS VARCHAR), '?') || ': ' || CASE
          WHEN match_id IS NULL THEN 'no match_id' WHEN match_date IS NULL THEN 'no match_date'
          WHEN competition IS NULL THEN 'no competition' WHEN player_id IS NULL THEN 'no player_id'
          WHEN player_name IS NULL THEN 'no player_name'
          WHEN player_position IS NULL THEN 'no position, or one that is not mapped'
          WHEN team_id IS NULL OR team_name IS NULL THEN 'no team'
          WHEN opponent_id IS NULL OR opponent_name IS NULL THEN 'no opponent'
          WHEN was_home IS NULL THEN 'was_home says neither yes nor no'
          WHEN team_id = opponent_id THEN 'its team is its own opponent'
          ELSE 'a count is missing, negative or too large' END
        FROM {all} r WHERE NOT ("""
            + usable
            + ") AND r.minutes BETWEEN 1 AND 150 ORDER BY match_id, player_id");
  }
}
