/// Counts what a store holds.
package dev.touchline.data;

import dev.touchline.data.StoreStatus.CompetitionStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Reads [StoreStatus].
final class StatusReader {
  private static final String TOTALS =
      """
      SELECT COUNT(*), COUNT(DISTINCT match_id), COUNT(DISTINCT player_id),
        MIN(match_date), MAX(match_date) FROM {rows} r
      """;

  private static final String TEAMS =
      """
      SELECT COUNT(*) FROM (SELECT team_id FROM {rows} r UNION SELECT opponent_id FROM {rows} s) t
      """;

  private static final String COMPETITIONS =
      """
      SELECT competition, COUNT(*), COUNT(DISTINCT match_id), COUNT(DISTINCT player_id),
        MIN(match_date), MAX(match_date)
      FROM {rows} r GROUP BY competition ORDER BY competition
      """;

  private StatusReader() {}

  static StoreStatus read(
      Connection connection, RowTables tables, String database, boolean withChecks)
      throws SQLException {
    List<CompetitionStatus> competitions = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet result = statement.executeQuery(filled(COMPETITIONS, tables))) {
        while (result.next()) {
          competitions.add(
              new CompetitionStatus(
                  result.getString(1),
                  result.getLong(2),
                  result.getLong(3),
                  result.getLong(4),
                  result.getObject(5, LocalDate.class),
                  result.getObject(6, LocalDate.class)));
        }
      }
      long teams;
      try (ResultSet result = statement.executeQuery(filled(TEAMS, tables))) {
        result.next();
        teams = result.getLong(1);
      }
      try (ResultSet result = statement.executeQuery(filled(TOTALS, tables))) {
        result.next();
        return new StoreStatus(
            database,
            List.copyOf(competitions),
            result.getLong(1),
            result.getLong(2),
            result.getLong(3),
            teams,
            result.getObject(4, LocalDate.class),
            result.getObject(5, LocalDate.class),
            withChecks ? DataChecks.run(connection, tables) : List.of());
      }
    }
  }

  /// A query with the rows in the place that it leaves for them.
  static String filled(String sql, RowTables tables) {
    return sql.replace("{rows}", "(" + tables.select() + ")")
        .replace("{all}", "(" + tables.selectAll() + ")");
  }
}
