/// Where the columns of a row stand in the database at hand.
package dev.touchline.data;

import dev.touchline.data.feed.RowBounds;
import dev.touchline.football.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one place that knows whether rows come from Touchline's own tables or from a mapped one.
/// Every text here is made of constants and of names that [TableMapping] has checked.
final class RowTables {
  /// Our columns and the names they have in the results of queries here.
  static final List<String> COLUMNS =
      CsvColumns.NAMES.stream().map(n -> n.equals("position") ? "player_position" : n).toList();

  private static final Set<String> OF_MATCHES = Set.of("match_id", "match_date", "competition");

  private static final String OWN = "matches m JOIN player_matches p ON p.match_id = m.match_id";

  private final String from;
  private final Map<String, String> expressions;
  private final String condition;
  private final @Nullable TableMapping mapping;

  private RowTables(
      String from,
      Map<String, String> expressions,
      String condition,
      @Nullable TableMapping mapping) {
    this.from = from;
    this.expressions = expressions;
    this.condition = condition;
    this.mapping = mapping;
  }

  /// Touchline's tables.
  static RowTables own() {
    return new RowTables(OWN, plain(), "", null);
  }

  /// A mapped table.
  static RowTables of(TableMapping mapping) {
    Map<String, String> expressions = new LinkedHashMap<>();
    COLUMNS.forEach(column -> expressions.put(column, "r." + column));
    String valid =
        COLUMNS.stream().map(column -> "r." + column + " IS NOT NULL").collect(joined())
            + " AND r.minutes BETWEEN 1 AND "
            + RowBounds.MAX_MINUTES
            + " AND r.goals BETWEEN 0 AND "
            + RowBounds.MAX_COUNT
            + " AND r.shots BETWEEN 0 AND "
            + RowBounds.MAX_COUNT
            + " AND r.cards BETWEEN 0 AND "
            + RowBounds.MAX_COUNT
            + " AND r.team_id <> r.opponent_id";
    return new RowTables("(" + all(mapping) + ") r", expressions, valid, mapping);
  }

  /// The same rows with the kept ids of merged players.
  RowTables with(PlayerMerges merges) {
    if (merges.kept().isEmpty()) {
      return this;
    }
    String id = expression("player_id");
    StringBuilder cases = new StringBuilder("CASE ").append(id);
    merges
        .kept()
        .forEach(
            (merged, into) -> cases.append(" WHEN ").append(merged).append(" THEN ").append(into));
    Map<String, String> merged = new LinkedHashMap<>(expressions);
    merged.put("player_id", cases.append(" ELSE ").append(id).append(" END").toString());
    return new RowTables(from, merged, condition, mapping);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" AND ");
  }

  private static Map<String, String> plain() {
    Map<String, String> expressions = new LinkedHashMap<>();
    COLUMNS.forEach(
        column -> expressions.put(column, (OF_MATCHES.contains(column) ? "m." : "p.") + column));
    return expressions;
  }

  /// The mapped table, or null for Touchline's own.
  @Nullable TableMapping mapping() {
    return mapping;
  }

  /// The expression of one of [#COLUMNS].
  String expression(String column) {
    String expression = expressions.get(column);
    if (expression == null) {
      throw new IllegalArgumentException(column);
    }
    return expression;
  }

  /// `SELECT` of all columns, in order; conditions may follow it, beginning with AND.
  String select() {
    return "SELECT "
        + expressions.entrySet().stream()
            .map(entry -> entry.getValue() + " AS " + entry.getKey())
            .collect(Collectors.joining(", "))
        + " FROM "
        + from
        + " WHERE "
        + (condition.isEmpty() ? "TRUE" : condition);
  }

  /// The same with every row of a mapped table, those that cannot be used too.
  String selectAll() {
    TableMapping other = mapping;
    return other == null ? select() : all(other);
  }

  /// The condition by which a row of `selectAll`, called r, can be used.
  String usable() {
    return condition.isEmpty() ? "TRUE" : condition;
  }

  private static String all(TableMapping mapping) {
    return "SELECT "
        + CsvColumns.NAMES.stream()
            .map(
                name ->
                    cast(name, mapping)
                        + " AS "
                        + (name.equals("position") ? "player_" : "")
                        + name)
            .collect(Collectors.joining(", "))
        + " FROM "
        + mapping.quotedTable();
  }

  /// The types of [RowReader], whatever the mapped column's are.
  private static String cast(String column, TableMapping mapping) {
    String source = mapping.source(column);
    String text = "TRIM(CAST(" + source + " AS VARCHAR))";
    return switch (column) {
      case "match_id", "player_id", "team_id", "opponent_id" -> "CAST(" + source + " AS BIGINT)";
      case "match_date" -> "CAST(" + source + " AS DATE)";
      case "minutes", "goals", "shots", "cards" -> "CAST(" + source + " AS INTEGER)";
      case "position" -> "CASE UPPER(" + text + ") " + positions(mapping) + "END";
      case "was_home" ->
          "CASE WHEN LOWER("
              + text
              + ") IN ('true', 't', '1', '1.0', 'h', 'home') THEN TRUE WHEN LOWER("
              + text
              + ") IN ('false', 'f', '0', '0.0', 'a', 'away') THEN FALSE END";
      default -> "NULLIF(" + text + ", '')";
    };
  }

  private static String positions(TableMapping mapping) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (Position position : Position.values()) {
      codes.put(position.name(), position.name());
    }
    mapping.positions().forEach((code, position) -> codes.put(code, position.name()));
    StringBuilder cases = new StringBuilder();
    codes.forEach(
        (code, position) ->
            cases
                .append("WHEN ")
                .append(literal(code))
                .append(" THEN ")
                .append(literal(position))
                .append(' '));
    return cases.toString();
  }

  /// A text as a literal of SQL; its only sign with a meaning is the quote.
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
