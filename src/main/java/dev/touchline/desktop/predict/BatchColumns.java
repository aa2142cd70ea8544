/// Which column of a list is what, and how a line falls into cells.
package dev.touchline.desktop.predict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Without a heading the columns are player, opponent, venue, minutes. A heading may order them in
/// another way, leave out all but the player, and add his team and features; further columns mean
/// nothing.
final class BatchColumns {
  static final String PLAYER = "player";
  static final String OPPONENT = "opponent";
  static final String VENUE = "venue";
  static final String MINUTES = "minutes";
  static final String TEAM = "team";

  /// Names that exports of rows give to the same columns.
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "player_name", PLAYER,
          "opponent_name", OPPONENT,
          "team_name", TEAM,
          "home", VENUE,
          "was_home", VENUE,
          "home or away", VENUE,
          "home/away", VENUE,
          "h/a", VENUE);

  private final List<String> names;

  private BatchColumns(List<String> names) {
    this.names = names;
  }

  /// The columns of a list without a heading.
  static BatchColumns usual() {
    return new BatchColumns(List.of(PLAYER, OPPONENT, VENUE, MINUTES));
  }

  /// The columns that a line names, if it is a heading.
  static Optional<BatchColumns> heading(List<String> cells) {
    List<String> names =
        cells.stream()
            .map(cell -> cell.toLowerCase(Locale.ROOT))
            .map(name -> OTHER_NAMES.getOrDefault(name, name))
            .toList();
    return names.contains(PLAYER) ? Optional.of(new BatchColumns(names)) : Optional.empty();
  }

  int size() {
    return names.size();
  }

  /// Cells by column; of columns of one name the first counts.
  Map<String, String> named(List<String> cells) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
      named.putIfAbsent(names.get(i), cells.get(i));
    }
    return named;
  }

  /// Cells apart by tabs, else semicolons, else commas, whichever stands outside quotes; a quote
  /// within quotes is doubled.
  static List<String> cells(String line) {
    for (char separator : new char[] {'\t', ';'}) {
      List<String> cells = cells(line, separator);
      if (cells.size() > 1) {
        return cells;
      }
    }
    return cells(line, ',');
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && (quoted || cell.toString().isBlank())) {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
