/// Writes player-match rows inside one transaction, counting what is new.
package dev.touchline.data;

import dev.touchline.data.feed.ReadMatch;
import dev.touchline.football.PlayerMatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Compares each row with the stored one and merges those that differ, in batches. Merging, not
/// inserting, so that two imports at once do not trip over each other's new rows.
final class RowWriter implements AutoCloseable {
  private static final String MERGE_MATCH =
      """
      MERGE INTO matches t
      USING (VALUES (CAST(? AS BIGINT), CAST(? AS DATE), CAST(? AS VARCHAR(100))))
        s (match_id, match_date, competition)
      ON t.match_id = s.match_id
      WHEN MATCHED THEN UPDATE SET match_date = s.match_date, competition = s.competition
      WHEN NOT MATCHED THEN INSERT (match_id, match_date, competition)
        VALUES (s.match_id, s.match_date, s.competition)
      """;

  private static final String MERGE_ROW =
      """
      MERGE INTO player_matches t
      USING (VALUES (CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS VARCHAR(200)),
          CAST(? AS CHAR(3)), CAST(? AS BIGINT), CAST(? AS VARCHAR(200)), CAST(? AS BIGINT),
          CAST(? AS VARCHAR(200)), CAST(? AS BOOLEAN), CAST(? AS INTEGER), CAST(? AS INTEGER),
          CAST(? AS INTEGER), CAST(? AS INTEGER)))
        s (match_id, player_id, player_name, player_position, team_id, team_name, opponent_id,
          opponent_name, was_home, minutes, goals, shots, cards)
      ON t.match_id = s.match_id AND t.player_id = s.player_id
      WHEN MATCHED THEN UPDATE SET player_name = s.player_name,
        player_position = s.player_position, team_id = s.team_id, team_name = s.team_name,
        opponent_id = s.opponent_id, opponent_name = s.opponent_name, was_home = s.was_home,
        minutes = s.minutes, goals = s.goals, shots = s.shots, cards = s.cards
      WHEN NOT MATCHED THEN INSERT (match_id, player_id, player_name, player_position, team_id,
          team_name, opponent_id, opponent_name, was_home, minutes, goals, shots, cards)
        VALUES (s.match_id, s.player_id, s.player_name, s.player_position, s.team_id, s.team_name,
          s.opponent_id, s.opponent_name, s.was_home, s.minutes, s.goals, s.shots, s.cards)
      """;

  private static final String MERGE_SCORE =
      """
      MERGE INTO match_scores t
      USING (VALUES (CAST(? AS BIGINT), CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER),
          CAST(? AS INTEGER)))
        s (match_id, home_score, away_score, home_own_goals, away_own_goals)
      ON t.match_id = s.match_id
      WHEN MATCHED THEN UPDATE SET home_score = s.home_score, away_score = s.away_score,
        home_own_goals = s.home_own_goals, away_own_goals = s.away_own_goals
      WHEN NOT MATCHED THEN INSERT (match_id, home_score, away_score, home_own_goals,
          away_own_goals)
        VALUES (s.match_id, s.home_score, s.away_score, s.home_own_goals, s.away_own_goals)
      """;

  /// From so many changed rows on, PostgreSQL takes them faster as a stream.
  private static final int WORTH_COPYING = 200;

  private final Connection connection;
  private final PreparedStatement mergeMatch;
  private final PreparedStatement mergeRow;
  private long added;
  private long updated;
  private long unchanged;

  RowWriter(Connection connection) throws SQLException {
    this.connection = connection;
    lookUpByIndex(connection);
    this.mergeMatch = connection.prepareStatement(MERGE_MATCH);
    this.mergeRow = connection.prepareStatement(MERGE_ROW);
  }

  /// The rows of a few matches are looked up again and again while the tables grow. PostgreSQL
  /// knows nothing yet about the distribution of rows that this transaction brings, guesses that a
  /// few matches are a third of them, and reads the whole table each time. Holds for this
  /// transaction.
  private static void lookUpByIndex(Connection connection) throws SQLException {
    if (connection.isWrapperFor(PGConnection.class)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL enable_seqscan = off");
      }
    }
  }

  /// The stored rows of the given rows' matches, by match and player.
  Map<Long, Map<Long, PlayerMatch>> stored(Collection<PlayerMatch> rows) throws SQLException {
    Map<Long, Map<Long, PlayerMatch>> stored = new HashMap<>();
    List<Long> ids = rows.stream().map(PlayerMatch::matchId).distinct().toList();
    RowReader.ofMatches(
        connection,
        ids,
        row ->
            stored.computeIfAbsent(row.matchId(), id -> new HashMap<>()).put(row.playerId(), row));
    return stored;
  }

  /// The competition under which a row's match is stored; the row's own where it is not.
  static String owner(PlayerMatch row, Map<Long, Map<Long, PlayerMatch>> stored) {
    return stored.getOrDefault(row.matchId(), Map.of()).values().stream()
        .findFirst()
        .map(PlayerMatch::competition)
        .orElse(row.competition());
  }

  /// Merges rows, of which no two are of the same match and player.
  void write(List<PlayerMatch> rows, Map<Long, Map<Long, PlayerMatch>> stored) throws SQLException {
    Map<Long, PlayerMatch> matches = new LinkedHashMap<>();
    List<PlayerMatch> changed = new ArrayList<>();
    for (PlayerMatch row : rows) {
      Map<Long, PlayerMatch> ofMatch = stored.getOrDefault(row.matchId(), Map.of());
      PlayerMatch old = ofMatch.get(row.playerId());
      if (row.equals(old)) {
        unchanged++;
        continue;
      }
      changed.add(row);
      if (old == null) {
        added++;
      } else {
        updated++;
      }
      matches.putIfAbsent(row.matchId(), row);
    }
    CopyIn copy = changed.size() >= WORTH_COPYING ? CopyIn.of(connection) : null;
    if (copy != null) {
      copy.write(List.copyOf(matches.values()), changed);
      return;
    }
    for (PlayerMatch row : matches.values()) {
      mergeMatch.setLong(1, row.matchId());
      mergeMatch.setObject(2, row.matchDate());
      mergeMatch.setString(3, row.competition());
      mergeMatch.addBatch();
    }
    for (PlayerMatch row : changed) {
      bind(row);
      mergeRow.addBatch();
    }
    if (!changed.isEmpty()) {
      mergeMatch.executeBatch();
      mergeRow.executeBatch();
    }
  }

  /// Notes a match's result; one that is unchanged costs no right to write.
  void score(long matchId, ReadMatch.@Nullable Score score) throws SQLException {
    if (score == null || score.equals(storedScore(matchId))) {
      return;
    }
    try (PreparedStatement merge = connection.prepareStatement(MERGE_SCORE)) {
      merge.setLong(1, matchId);
      merge.setInt(2, score.home());
      merge.setInt(3, score.away());
      merge.setInt(4, score.homeOwnGoals());
      merge.setInt(5, score.awayOwnGoals());
      merge.executeUpdate();
    }
  }

  private ReadMatch.@Nullable Score storedScore(long matchId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT home_score, away_score, home_own_goals, away_own_goals FROM match_scores WHERE"
                + " match_id = ?")) {
      select.setLong(1, matchId);
      try (ResultSet result = select.executeQuery()) {
        return result.next()
            ? new ReadMatch.Score(
                result.getInt(1), result.getInt(2), result.getInt(3), result.getInt(4))
            : null;
      }
    }
  }

  private void bind(PlayerMatch row) throws SQLException {
    mergeRow.setLong(1, row.matchId());
    mergeRow.setLong(2, row.playerId());
    mergeRow.setString(3, row.playerName());
    mergeRow.setString(4, row.position().name());
    mergeRow.setLong(5, row.teamId());
    mergeRow.setString(6, row.teamName());
    mergeRow.setLong(7, row.opponentId());
    mergeRow.setString(8, row.opponentName());
    mergeRow.setBoolean(9, row.wasHome());
    mergeRow.setInt(10, row.minutes());
    mergeRow.setInt(11, row.goals());
    mergeRow.setInt(12, row.shots());
    mergeRow.setInt(13, row.cards());
  }

  long added() {
    return added;
  }

  long updated() {
    return updated;
  }

  long unchanged() {
    return unchanged;
  }

  @Override
  public void close() throws SQLException {
    try (mergeMatch) {
      mergeRow.close();
    }
  }
}
