/// Reads player-match rows from a connection.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Selections of rows, streamed in blocks (PostgreSQL streams only inside a transaction).
final class RowReader {
  private static final int FETCH_SIZE = 5_000;

  private static final String SELECT =
      """
      SELECT m.match_id, m.match_date, m.competition, p.player_id, p.player_name,
        p.player_position, p.team_id, p.team_name, p.opponent_id, p.opponent_name, p.was_home,
        p.minutes, p.goals, p.shots, p.cards
      FROM matches m JOIN player_matches p ON p.match_id = m.match_id
      """;

  /// One instance of each text, however many rows carry it.
  private final Map<String, String> texts = new HashMap<>();

  private RowReader() {}

  static boolean any(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM matches FETCH FIRST 1 ROWS ONLY");
        ResultSet result = statement.executeQuery()) {
      return result.next();
    }
  }

  /// Every row of a selection, ordered by date, match, team, player.
  static void each(Connection connection, RowQuery query, Consumer<PlayerMatch> consumer)
      throws SQLException {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (query.from() != null) {
      conditions.add("m.match_date >= ?");
      values.add(Date.valueOf(query.from()));
    }
    if (query.to() != null) {
      conditions.add("m.match_date <= ?");
      values.add(Date.valueOf(query.to()));
    }
    if (!query.competitions().isEmpty()) {
      conditions.add("m.competition IN (" + marks(query.competitions().size()) + ")");
      values.addAll(query.competitions());
    }
    String sql =
        SELECT
            + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
            + " ORDER BY m.match_date, m.match_id, p.team_id, p.player_id";
    read(connection, sql, values, consumer);
  }

  /// Every row of some matches, in no order.
  static void ofMatches(Connection connection, List<Long> matchIds, Consumer<PlayerMatch> consumer)
      throws SQLException {
    if (!matchIds.isEmpty()) {
      String sql = SELECT + " WHERE m.match_id IN (" + marks(matchIds.size()) + ")";
      read(connection, sql, matchIds, consumer);
    }
  }

  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static void read(
      Connection connection, String sql, List<?> values, Consumer<PlayerMatch> consumer)
      throws SQLException {
    RowReader reader = new RowReader();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_SIZE);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          consumer.accept(reader.row(result));
        }
      }
    }
  }

  private PlayerMatch row(ResultSet result) throws SQLException {
    return new PlayerMatch(
        result.getLong(1),
        result.getObject(2, java.time.LocalDate.class),
        text(result.getString(3)),
        result.getLong(4),
        text(result.getString(5)),
        Position.valueOf(result.getString(6)),
        result.getLong(7),
        text(result.getString(8)),
        result.getLong(9),
        text(result.getString(10)),
        result.getBoolean(11),
        result.getInt(12),
        result.getInt(13),
        result.getInt(14),
        result.getInt(15));
  }

  private String text(String text) {
    return texts.computeIfAbsent(text, t -> t);
  }
}
