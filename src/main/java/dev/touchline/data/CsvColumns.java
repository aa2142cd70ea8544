/// The columns of player-match CSV, and how one field is read.
package dev.touchline.data;

import dev.touchline.data.feed.RowBounds;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where each column of a file stands. A field that is wrong is told with its column and reason;
/// every wrong field of a line is told, not only the first.
final class CsvColumns {
  /// Column names, in the order of exports.
  static final List<String> NAMES =
      List.of(
          "match_id",
          "match_date",
          "competition",
          "player_id",
          "player_name",
          "position",
          "team_id",
          "team_name",
          "opponent_id",
          "opponent_name",
          "was_home",
          "minutes",
          "goals",
          "shots",
          "cards");

  /// Whole numbers, also as 90.0, which is how tables with gaps elsewhere are often written.
  private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,18})(?:\\.0+)?");

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<String> repeated = new ArrayList<>();
  private final int width;

  /// @param header a file's first record
  CsvColumns(List<String> header) {
    width = header.size();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip().toLowerCase(Locale.ROOT);
      if (!NAMES.contains(name)) {
        ignored.add(header.get(i).strip());
      } else if (indexes.putIfAbsent(name, i) != null) {
        repeated.add(name);
      }
    }
  }

  /// Columns that a file must have and this one has not.
  List<String> missing() {
    return NAMES.stream().filter(name -> !indexes.containsKey(name)).toList();
  }

  /// Columns that stand twice.
  List<String> repeated() {
    return repeated;
  }

  /// Columns that mean nothing here.
  List<String> ignored() {
    return ignored;
  }

  /// How many columns the header has.
  int width() {
    return width;
  }

  /// The row of a record, or null after telling what is wrong with which column.
  @Nullable PlayerMatch row(List<String> fields, BiConsumer<String, String> wrong) {
    Line line = new Line(fields, wrong);
    long matchId = line.id("match_id");
    LocalDate date = line.date();
    String competition = line.text("competition", RowBounds.MAX_COMPETITION);
    long playerId = line.id("player_id");
    String playerName = line.text("player_name", RowBounds.MAX_NAME);
    Position position = line.position();
    long teamId = line.id("team_id");
    String teamName = line.text("team_name", RowBounds.MAX_NAME);
    long opponentId = line.id("opponent_id");
    String opponentName = line.text("opponent_name", RowBounds.MAX_NAME);
    boolean home = line.home();
    int minutes = (int) line.whole("minutes", 1, RowBounds.MAX_MINUTES);
    int goals = (int) line.whole("goals", 0, RowBounds.MAX_COUNT);
    int shots = (int) line.whole("shots", 0, RowBounds.MAX_COUNT);
    int cards = (int) line.whole("cards", 0, RowBounds.MAX_COUNT);
    if (line.good && teamId == opponentId) {
      line.reject("opponent_id", "team " + teamId + " cannot be its own opponent");
    }
    return line.good
        ? new PlayerMatch(
            matchId,
            date,
            competition,
            playerId,
            playerName,
            position,
            teamId,
            teamName,
            opponentId,
            opponentName,
            home,
            minutes,
            goals,
            shots,
            cards)
        : null;
  }

  /// A row as fields, in the order of `NAMES`.
  static List<String> fields(PlayerMatch row) {
    return Arrays.asList(
        Long.toString(row.matchId()),
        row.matchDate().toString(),
        row.competition(),
        Long.toString(row.playerId()),
        row.playerName(),
        row.position().name(),
        Long.toString(row.teamId()),
        row.teamName(),
        Long.toString(row.opponentId()),
        row.opponentName(),
        row.wasHome() ? "1" : "0",
        Integer.toString(row.minutes()),
        Integer.toString(row.goals()),
        Integer.toString(row.shots()),
        Integer.toString(row.cards()));
  }

  /// One record while it is read.
  private final class Line {
    private final List<String> fields;
    private final BiConsumer<String, String> wrong;
    private boolean good = true;

    Line(List<String> fields, BiConsumer<String, String> wrong) {
      this.fields = fields;
      this.wrong = wrong;
    }

    void reject(String column, String reason) {
      good = false;
      wrong.accept(column, reason);
    }

    String field(String column) {
      Integer index = indexes.get(column);
      return index == null || index >= fields.size() ? "" : fields.get(index).strip();
    }

    long id(String column) {
      return whole(column, 1, Long.MAX_VALUE);
    }

    long whole(String column, long least, long most) {
      String field = field(column);
      var matcher = WHOLE.matcher(field);
      if (!matcher.matches()) {
        reject(column, field.isEmpty() ? "is empty" : quoted(field) + " is not a whole number");
        return least;
      }
      long number = Long.parseLong(matcher.group(1));
      if (number < least || number > most) {
        reject(
            column,
            most == Long.MAX_VALUE
                ? number + " is not a positive id"
                : number + " is not between " + least + " and " + most);
      }
      return number;
    }

    String text(String column, int longest) {
      String field = field(column);
      if (field.isEmpty()) {
        reject(column, "is empty");
      } else if (field.length() > longest) {
        reject(column, "is longer than " + longest + " characters");
      } else if (field.chars().anyMatch(Character::isISOControl)) {
        reject(column, "holds a control character");
      }
      return field;
    }

    LocalDate date() {
      String field = field("match_date");
      try {
        LocalDate day = LocalDate.parse(field);
        if (day.isBefore(RowBounds.FIRST_DAY) || day.isAfter(RowBounds.LAST_DAY)) {
          reject(
              "match_date",
              day + " is not between " + RowBounds.FIRST_DAY + " and " + RowBounds.LAST_DAY);
        }
        return day;
      } catch (DateTimeParseException e) {
        reject(
            "match_date",
            field.isEmpty() ? "is empty" : quoted(field) + " is not a date such as 2018-06-14");
        return RowBounds.FIRST_DAY;
      }
    }

    Position position() {
      String field = field("position");
      try {
        return Position.parse(field);
      } catch (Fault e) {
        reject(
            "position",
            field.isEmpty() ? "is empty" : quoted(field) + " is not GKP, DEF, MID or FWD");
        return Position.GKP;
      }
    }

    boolean home() {
      String field = field("was_home").toLowerCase(Locale.ROOT);
      switch (field) {
        case "1", "1.0", "true" -> {
          return true;
        }
        case "0", "0.0", "false" -> {
          return false;
        }
        default -> {
          reject(
              "was_home",
              field.isEmpty() ? "is empty" : quoted(field) + " is not 0, 1, true or false");
          return false;
        }
      }
    }

    private String quoted(String field) {
      String cut = field.length() > 60 ? field.substring(0, 60) + "…" : field;
      return "\"" + cut.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
  }
}
