/// Sums up the players of a database.
package dev.touchline.data;

import dev.touchline.football.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Two queries: who there is, and who played in which match.
final class PlayerReader {
  private static final String PLAYERS =
      """
      SELECT player_id, player_name, team_name, player_position, COUNT(*), MIN(match_date),
        MAX(match_date)
      FROM {rows} r GROUP BY player_id, player_name, team_name, player_position
      """;

  /// Of spellings that are equally frequent the longer one says more.
  private static final Comparator<Map.Entry<String, Long>> USUAL_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .thenComparing(spelling -> spelling.getKey().length())
          .reversed();

  /// Players asked for at once.
  private static final int BLOCK = 500;

  private PlayerReader() {}

  private static final class Collected {
    final Map<String, Long> names = new TreeMap<>();
    final SortedSet<String> teams = new TreeSet<>();
    final Map<Position, Long> positions = new EnumMap<>(Position.class);
    long rows;
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;

    PlayerSummary summary(long id) {
      List<String> spellings =
          names.entrySet().stream().sorted(USUAL_FIRST).map(Map.Entry::getKey).toList();
      return new PlayerSummary(id, spellings, teams, positions, rows, first, last);
    }
  }

  private static Position position(String code) throws SQLException {
    try {
      return Position.valueOf(code);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new SQLException("no position: " + e.getMessage(), "22000", e);
    }
  }

  /// Every player, by id.
  static List<PlayerSummary> players(Connection connection, RowTables tables) throws SQLException {
    Map<Long, Collected> players = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(StatusReader.filled(PLAYERS, tables))) {
      while (result.next()) {
        Position position = position(result.getString(4));
        Collected player = players.computeIfAbsent(result.getLong(1), id -> new Collected());
        long rows = result.getLong(5);
        player.names.merge(result.getString(2), rows, Long::sum);
        player.teams.add(result.getString(3));
        player.positions.merge(position, rows, Long::sum);
        player.rows += rows;
        LocalDate first = result.getObject(6, LocalDate.class);
        LocalDate last = result.getObject(7, LocalDate.class);
        player.first = first.isBefore(player.first) ? first : player.first;
        player.last = last.isAfter(player.last) ? last : player.last;
      }
    }
    List<PlayerSummary> summaries = new ArrayList<>();
    players.forEach((id, player) -> summaries.add(player.summary(id)));
    summaries.sort(Comparator.comparingLong(PlayerSummary::id));
    return List.copyOf(summaries);
  }

  /// The matches of some players.
  static Map<Long, Set<Long>> matches(
      Connection connection, RowTables tables, Collection<Long> players) throws SQLException {
    Map<Long, Set<Long>> matches = new HashMap<>();
    List<Long> ids = List.copyOf(players);
    for (int from = 0; from < ids.size(); from += BLOCK) {
      List<Long> block = ids.subList(from, Math.min(ids.size(), from + BLOCK));
      String sql =
          "SELECT player_id, match_id FROM {rows} r WHERE player_id IN ("
              + RowReader.marks(block.size())
              + ")";
      try (PreparedStatement statement =
          connection.prepareStatement(StatusReader.filled(sql, tables))) {
        for (int i = 0; i < block.size(); i++) {
          statement.setLong(i + 1, block.get(i));
        }
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            matches
                .computeIfAbsent(result.getLong(1), id -> new HashSet<>())
                .add(result.getLong(2));
          }
        }
      }
    }
    return matches;
  }
}
