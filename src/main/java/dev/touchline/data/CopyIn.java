/// Brings many rows into PostgreSQL at once.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Streams rows into staging tables of this transaction and merges them from there with one
/// statement each. Two imports at once do not trip over each other's new rows.
final class CopyIn {
  private static final String STAGING =
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS staged_matches (LIKE matches) ON COMMIT DROP;
      CREATE TEMPORARY TABLE IF NOT EXISTS staged_rows (LIKE player_matches) ON COMMIT DROP;
      TRUNCATE staged_matches, staged_rows
      """;

  private static final String MATCHES =
      """
      INSERT INTO matches (match_id, match_date, competition)
      SELECT match_id, match_date, competition FROM staged_matches ORDER BY match_id
      ON CONFLICT (match_id) DO UPDATE
        SET match_date = EXCLUDED.match_date, competition = EXCLUDED.competition
      """;

  private static final String COLUMNS =
      "match_id, player_id, player_name, player_position, team_id, team_name, opponent_id,"
          + " opponent_name, was_home, minutes, goals, shots, cards";

  private static final String ROWS =
      """
      INSERT INTO player_matches ({columns})
      SELECT {columns} FROM staged_rows ORDER BY match_id, player_id
      ON CONFLICT (match_id, player_id) DO UPDATE SET player_name = EXCLUDED.player_name,
        player_position = EXCLUDED.player_position, team_id = EXCLUDED.team_id,
        team_name = EXCLUDED.team_name, opponent_id = EXCLUDED.opponent_id,
        opponent_name = EXCLUDED.opponent_name, was_home = EXCLUDED.was_home,
        minutes = EXCLUDED.minutes, goals = EXCLUDED.goals, shots = EXCLUDED.shots,
        cards = EXCLUDED.cards
      """
          .replace("{columns}", COLUMNS);

  private final Connection connection;

  private CopyIn(Connection connection) {
    this.connection = connection;
  }

  /// A way in, or null where the database is not PostgreSQL or the account may not make temporary
  /// tables.
  static @Nullable CopyIn of(Connection connection) throws SQLException {
    if (!connection.isWrapperFor(PGConnection.class)) {
      return null;
    }
    try (Statement statement = connection.createStatement();
        var result =
            statement.executeQuery("SELECT has_database_privilege(current_database(), 'TEMP')")) {
      return result.next() && result.getBoolean(1) ? new CopyIn(connection) : null;
    }
  }

  /// Merges matches and rows, no two of which are the same one.
  ///
  /// @param matches one row of each match concerned
  void write(List<PlayerMatch> matches, List<PlayerMatch> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(STAGING);
      StringBuilder text = new StringBuilder();
      for (PlayerMatch row : matches) {
        line(text, row.matchId(), row.matchDate(), row.competition());
      }
      copy("COPY staged_matches (match_id, match_date, competition) FROM STDIN", text);
      text.setLength(0);
      for (PlayerMatch row : rows) {
        line(
            text,
            row.matchId(),
            row.playerId(),
            row.playerName(),
            row.position(),
            row.teamId(),
            row.teamName(),
            row.opponentId(),
            row.opponentName(),
            row.wasHome(),
            row.minutes(),
            row.goals(),
            row.shots(),
            row.cards());
      }
      copy("COPY staged_rows (" + COLUMNS + ") FROM STDIN", text);
      statement.executeUpdate(MATCHES);
      statement.executeUpdate(ROWS);
    }
  }

  private void copy(String sql, StringBuilder text) throws SQLException {
    CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
    try {
      manager.copyIn(sql, new StringReader(text.toString()));
    } catch (IOException e) {
      throw new SQLException("the rows could not be sent", "08006", e);
    }
  }

  /// A line of the text format, in which only the backslash needs care: rows hold no control
  /// characters.
  private static void line(StringBuilder text, Object... values) {
    for (Object value : Arrays.asList(values)) {
      text.append(value.toString().replace("\\", "\\\\")).append('\t');
    }
    text.setCharAt(text.length() - 1, '\n');
  }
}
