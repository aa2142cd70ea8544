/// Prices a pasted list: a line a question, wrong lines answered in place.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.work.PriceRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The venue is home where it is missing, the minutes those expected, the opponent the average one,
/// the team his last one; features come from form where the list does not give them.
final class BatchPricing {
  private static final int MOST_MINUTES = 120;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final PriceDesk desk;
  private final double interval;

  BatchPricing(PriceDesk desk, double interval) {
    this.desk = desk;
    this.interval = interval;
  }

  List<BatchRow> price(String text) {
    List<BatchRow> rows = new ArrayList<>();
    BatchColumns columns = BatchColumns.usual();
    boolean first = true;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String plain = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
      if (plain.isBlank()) {
        continue;
      }
      List<String> cells = BatchColumns.cells(plain);
      Optional<BatchColumns> heading =
          first ? BatchColumns.heading(cells) : Optional.<BatchColumns>empty();
      first = false;
      if (heading.isPresent()) {
        columns = heading.get();
      } else {
        rows.add(one(number, cells, columns));
      }
    }
    return rows;
  }

  private BatchRow one(int number, List<String> cells, BatchColumns columns) {
    Map<String, String> named = columns.named(cells);
    String player = named.getOrDefault(BatchColumns.PLAYER, "");
    String opponent = named.getOrDefault(BatchColumns.OPPONENT, "");
    String venue = named.getOrDefault(BatchColumns.VENUE, "");
    String minutes = named.getOrDefault(BatchColumns.MINUTES, "");
    try {
      check(cells, columns, player);
      boolean home = home(venue.toLowerCase(Locale.ROOT));
      OptionalDouble asked =
          minutes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(minutes(minutes));
      Priced priced =
          desk.price(
              new PriceRequest(
                  player,
                  null,
                  opponent,
                  home,
                  asked,
                  features(named),
                  interval,
                  named.getOrDefault(BatchColumns.TEAM, "")));
      return new BatchRow(
          number,
          priced.player(),
          opponent.isEmpty() ? "average" : priced.opponent(),
          home ? "home" : "away",
          played(asked, priced),
          priced,
          note(priced));
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

  private static String note(Priced priced) {
    return (priced.understood() + (priced.good() ? "" : " " + priced.known())).strip();
  }

  /// Minutes as asked for, else those expected, marked as such.
  private static String played(OptionalDouble asked, Priced priced) {
    if (asked.isEmpty()) {
      return "~" + Digits.fixed(priced.minutes(), 0);
    }
    double minutes = asked.getAsDouble();
    return Digits.fixed(minutes, minutes == Math.rint(minutes) ? 0 : 1);
  }

  private static void check(List<String> cells, BatchColumns columns, String player) {
    if (cells.size() > columns.size()) {
      throw new Fault(
          Fault.Kind.DATA,
          "The line has " + cells.size() + " cells, but there are " + columns.size() + " columns.",
          "Put names that hold a comma into quotes.");
    }
    if (player.isEmpty()) {
      throw new Fault(Fault.Kind.DATA, "The line names no player.", "Write his name or id.");
    }
  }

  private Map<String, Double> features(Map<String, String> named) {
    Map<String, Double> features = new HashMap<>();
    for (String name : desk.features().names()) {
      String text = named.getOrDefault(name, "");
      if (text.isEmpty()) {
        continue;
      }
      try {
        features.put(name, Double.valueOf(text));
      } catch (NumberFormatException e) {
        throw new Fault(
            Fault.Kind.DATA,
            name + " \"" + text + "\" is not a number.",
            "Write a number, or leave the cell empty for his form.",
            e);
      }
    }
    return features;
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
