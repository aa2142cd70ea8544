/// Reads player-match rows from a connection.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Selections of rows, streamed in blocks (PostgreSQL streams only inside a transaction).
final class RowReader {
  /// One instance of each text, however many rows carry it.
  private final Map<String, String> texts = new HashMap<>();

  private @Nullable LocalDate day;

  private RowReader() {}

  static boolean any(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM matches FETCH FIRST 1 ROWS ONLY");
        ResultSet result = statement.executeQuery()) {
      return result.next();
    }
  }

  /// Every row of a selection, ordered by date, match, team, player.
  ///
  /// @param fetchSize rows that are held at once
  static void each(
      Connection connection,
      RowTables tables,
      RowQuery query,
      int fetchSize,
      Consumer<PlayerMatch> consumer)
      throws SQLException {
    StringBuilder sql = new StringBuilder(tables.select());
    List<Object> values = new ArrayList<>();
    String date = tables.expression("match_date");
    if (query.from() != null) {
      sql.append(" AND ").append(date).append(" >= ?");
      values.add(Date.valueOf(query.from()));
    }
    if (query.to() != null) {
      sql.append(" AND ").append(date).append(" <= ?");
      values.add(Date.valueOf(query.to()));
    }
    if (!query.competitions().isEmpty()) {
      sql.append(" AND ")
          .append(tables.expression("competition"))
          .append(" IN (" + marks(query.competitions().size()) + ")");
      values.addAll(query.competitions());
    }
    sql.append(" ORDER BY ")
        .append(
            Stream.of("match_date", "match_id", "team_id", "player_id")
                .map(tables::expression)
                .collect(Collectors.joining(", ")));
    read(connection, sql.toString(), values, fetchSize, consumer);
  }

  /// Every row of some matches of Touchline's own tables as it was imported, in no order.
  static void ofMatches(Connection connection, List<Long> matchIds, Consumer<PlayerMatch> consumer)
      throws SQLException {
    if (!matchIds.isEmpty()) {
      String sql = RowTables.own().select() + " AND m.match_id IN (" + marks(matchIds.size()) + ")";
      read(connection, sql, matchIds, DatabaseSettings.DEFAULT.fetchSize(), consumer);
    }
  }

  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static void read(
      Connection connection,
      String sql,
      List<?> values,
      int fetchSize,
      Consumer<PlayerMatch> consumer)
      throws SQLException {
    RowReader reader = new RowReader();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(fetchSize);
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

  /// A row that no import can have written is a failure of the database, in state 22 like any value
  /// that cannot be read.
  private PlayerMatch row(ResultSet result) throws SQLException {
    try {
      return unchecked(result);
    } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
      throw new SQLException("a row is none: " + e.getMessage(), "22000", e);
    }
  }

  private PlayerMatch unchecked(ResultSet result) throws SQLException {
    return new PlayerMatch(
        result.getLong(1),
        day(result.getObject(2, LocalDate.class)),
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

  /// Rows come day by day: those of one day share its date.
  private LocalDate day(LocalDate read) {
    LocalDate before = day;
    if (before != null && before.equals(read)) {
      return before;
    }
    day = read;
    return read;
  }
}
