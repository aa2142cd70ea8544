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
      SELECT (SELECT COUNT(*) FROM player_matches), (SELECT COUNT(*) FROM matches),
        (SELECT COUNT(DISTINCT player_id) FROM player_matches),
        (SELECT COUNT(*) FROM (SELECT team_id FROM player_matches
          UNION SELECT opponent_id FROM player_matches) t),
        (SELECT MIN(match_date) FROM matches), (SELECT MAX(match_date) FROM matches)
      """;

  private static final String COMPETITIONS =
      """
      SELECT m.competition, COUNT(*), COUNT(DISTINCT m.match_id), COUNT(DISTINCT p.player_id),
        MIN(m.match_date), MAX(m.match_date)
      FROM matches m JOIN player_matches p ON p.match_id = m.match_id
      GROUP BY m.competition ORDER BY m.competition
      """;

  private StatusReader() {}

  static StoreStatus read(Connection connection, String database, boolean withChecks)
      throws SQLException {
    List<CompetitionStatus> competitions = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet result = statement.executeQuery(COMPETITIONS)) {
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
      try (ResultSet result = statement.executeQuery(TOTALS)) {
        result.next();
        return new StoreStatus(
            database,
            List.copyOf(competitions),
            result.getLong(1),
            result.getLong(2),
            result.getLong(3),
            result.getLong(4),
            result.getObject(5, LocalDate.class),
            result.getObject(6, LocalDate.class),
            withChecks ? DataChecks.run(connection) : List.of());
      }
    }
  }
}
