/// Prices a pasted list: a line a question, wrong lines answered in place.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.work.PriceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Columns are player, opponent, venue (home or away; home where it is missing) and minutes (90
/// where they are missing), apart by tabs, semicolons or commas. A heading is left out.
final class BatchPricing {
  private static final double REGULAR = 90;
  private static final int MOST_MINUTES = 120;

  private final PriceDesk desk;
  private final double interval;

  BatchPricing(PriceDesk desk, double interval) {
    this.desk = desk;
    this.interval = interval;
  }

  List<BatchRow> price(String text) {
    List<BatchRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || number == 1 && line.toLowerCase(Locale.ROOT).startsWith("player")) {
        continue;
      }
      rows.add(one(number, line));
    }
    return rows;
  }

  private BatchRow one(int number, String line) {
    String separator = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ",";
    String[] cells = line.split(separator, -1);
    String player = unquoted(cells[0]);
    String opponent = cells.length > 1 ? unquoted(cells[1]) : "";
    String venue = cells.length > 2 ? unquoted(cells[2]).toLowerCase(Locale.ROOT) : "";
    String minutes = cells.length > 3 ? unquoted(cells[3]) : "";
    try {
      boolean home = home(venue);
      double played = minutes(minutes);
      Priced priced =
          desk.price(new PriceRequest(player, null, opponent, home, played, Map.of(), interval));
      return new BatchRow(
          number,
          priced.player(),
          opponent,
          home ? "home" : "away",
          "%.0f".formatted(played),
          priced,
          priced.good() ? "" : priced.known());
    } catch (Fault fault) {
      return new BatchRow(
          number,
          player,
          opponent,
          venue,
          minutes,
          null,
          Message.of(fault).text() + " " + fault.remedy());
    }
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }

  private static boolean home(String venue) {
    return switch (venue) {
      case "", "home", "h", "true", "1", "yes" -> true;
      case "away", "a", "false", "0", "no" -> false;
      default ->
          throw new Fault(
              Fault.Kind.DATA,
              "The venue \"" + venue + "\" is neither home nor away.",
              "Write home or away.");
    };
  }

  private static double minutes(String text) {
    if (text.isEmpty()) {
      return REGULAR;
    }
    try {
      double minutes = Double.parseDouble(text);
      if (minutes >= 0 && minutes <= MOST_MINUTES) {
        return minutes;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Fault(
        Fault.Kind.DATA,
        "The minutes \"" + text + "\" are not between 0 and 120.",
        "Write the minutes that he will play, such as 90.");
  }
}
