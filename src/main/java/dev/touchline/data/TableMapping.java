/// Another table or view that holds player-match rows under other names.
package dev.touchline.data;

import dev.touchline.fault.Fault;
import dev.touchline.football.Position;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the fifteen columns of [CsvColumns] stand in a table that Touchline only reads. Names and
/// values are checked against narrow patterns here, and names are quoted wherever they are used, so
/// that nothing in a settings file can become a statement.
///
/// @param schema the table's schema, or null for those that the account looks in by itself
/// @param table the table or view
/// @param columns the table's column by ours; where one is not named, it is called like ours
/// @param constants values by our column, for what the table does not say, such as a competition
/// @param positions what the table writes for each position, in upper case, besides the usual codes
public record TableMapping(
    @Nullable String schema,
    String table,
    Map<String, String> columns,
    Map<String, String> constants,
    Map<String, Position> positions) {
  /// Names as databases have them, case included.
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]{0,62}");

  /// Words that may stand as a value in a statement.
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,99}");

  /// The column for which one value may hold in the whole table.
  private static final String CONSTANT = "competition";

  /// Refuses names and values that could be more than names and values.
  public TableMapping {
    if (schema != null) {
      name("schema", schema);
    }
    name("table", table);
    columns.forEach(
        (ours, theirs) -> {
          known(ours);
          name("column " + ours, theirs);
        });
    for (Map.Entry<String, String> constant : constants.entrySet()) {
      String ours = constant.getKey();
      if (!CONSTANT.equals(ours) || columns.containsKey(ours)) {
        throw refused(
            "\"" + shown(ours) + "\" cannot have a constant value",
            "Give a constant only to competition, where no column says it");
      }
      word(constant.getValue());
    }
    Map<String, Position> codes = new TreeMap<>();
    positions.forEach(
        (code, position) -> {
          word(code);
          codes.put(code.toUpperCase(Locale.ROOT), position);
        });
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
    positions = Map.copyOf(codes);
  }

  /// What users call it: schema and table.
  String describe() {
    return schema == null ? table : schema + "." + table;
  }

  /// The quoted name of the table.
  String quotedTable() {
    return schema == null ? quoted(table) : quoted(schema) + "." + quoted(table);
  }

  /// The expression that stands for one of our columns: a quoted name, or a constant.
  String source(String ours) {
    String constant = constants.get(ours);
    return constant == null
        ? quoted(columns.getOrDefault(ours, ours))
        : RowTables.literal(constant);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static void known(String ours) {
    if (!CsvColumns.NAMES.contains(ours)) {
      throw refused(
          "\"" + shown(ours) + "\" is none of the columns of a row",
          "The columns are " + String.join(", ", CsvColumns.NAMES));
    }
  }

  private static void name(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw refused(
          "the name \"" + shown(name) + "\" for the " + what + " is not allowed",
          "Use letters, digits and underscores, 63 at most, as the database stores them; make a"
              + " view where the table has other names");
    }
  }

  private static void word(String value) {
    if (!WORD.matcher(value).matches()) {
      throw refused(
          "the value \"" + shown(value) + "\" is not allowed",
          "Use letters, digits, spaces and . _ / -, 100 at most");
    }
  }

  private static String shown(String text) {
    String cut = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  private static Fault refused(String what, String remedy) {
    return new Fault(
        Fault.Kind.USAGE,
        "In the mapping of " + DatabaseSettings.FILE + " " + what + ".",
        remedy + ".");
  }
}
