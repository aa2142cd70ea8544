/// Every match that Wyscout's matches files and indexes announce, and what became of it.
package dev.touchline.data.wyscout;

import com.google.gson.JsonObject;
import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.Keys;
import dev.touchline.data.feed.MatchRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The sheets by match.
final class MatchBook {
  private static final int MOST = 200_000;
  private static final int MOST_INDEX_BYTES = 4 << 20;
  private static final int LONGEST_LINE = 1_000;
  private static final int SHOWN = 5;

  /// Tournaments by the names of their files, which say no year.
  private static final Map<String, String> TOURNAMENTS =
      Map.of(
          "world-cup", "world-cup-2018",
          "european-championship", "european-championship-2016");

  /// A line of an index: match, day and the matches file that it came from.
  private static final Pattern LINE =
      Pattern.compile(
          "\\|\\s*\\[(\\d{1,12})]\\([^)]*\\)\\s*\\|[^|]*\\|\\s*([^|]+? at [^|]*?)\\s*\\|"
              + "\\s*(matches_[^|]+?)\\s*\\|?\\s*");

  /// What an index says of a match.
  record Entry(String date, String competition) {}

  private final Feed.Output output;
  private final Map<Long, Sheet> sheets = new LinkedHashMap<>();
  private final Map<Long, Entry> index = new HashMap<>();
  private final Set<Long> done = new HashSet<>();
  private final List<String> estimated = new ArrayList<>();

  MatchBook(Feed.Output output) {
    this.output = output;
  }

  /// Reads a matches file.
  void read(Feed.Part part) {
    try {
      JsonText.records(part.file(), record -> take(record, part));
    } catch (JsonText.Unreadable e) {
      output.refuseFile(part.file().name(), e.reason());
    }
  }

  private void take(JsonObject object, Feed.Part part) throws IOException {
    JsonFields match = new JsonFields(object, "the match");
    long id = 0;
    try {
      id = match.whole("wyId");
      if (sheets.size() == MOST) {
        throw new IOException("it lists more than %,d matches".formatted(MOST));
      }
      String key = competition(part.file().stem());
      sheets.putIfAbsent(
          id, Sheet.of(match, output.competition(key.isEmpty() ? numbered(match) : key)));
    } catch (MatchRefused refused) {
      done.add(id);
      if (part.asked()) {
        output.refuse(part.file().name(), id, refused.reason());
      }
    }
  }

  /// The key of a matches file such as `matches_World_Cup`; empty where the name says none.
  private static String competition(String stem) {
    String key = stem.startsWith("matches_") ? Keys.of(stem.substring(8)) : "";
    return TOURNAMENTS.getOrDefault(key, key);
  }

  /// The key of a match whose file says only numbers.
  static String numbered(JsonFields match) {
    return "wyscout-" + match.whole("competitionId") + "-" + match.whole("seasonId");
  }

  /// Reads the table of an index, the only place where days of match files may stand.
  void readIndex(Feed.Part part) {
    try (InputStream stream = part.file().open()) {
      new String(stream.readNBytes(MOST_INDEX_BYTES), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.length() < LONGEST_LINE)
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .forEach(
              line -> {
                String file = line.group(3).replaceFirst("\\.json$", "");
                index.put(
                    Long.parseLong(line.group(1)), new Entry(line.group(2), competition(file)));
              });
    } catch (IOException e) {
      output.note(part.file().name() + " could not be read; it was left out.");
    }
  }

  /// The sheet of a match, or null.
  @Nullable Sheet sheet(long matchId) {
    return sheets.get(matchId);
  }

  /// Whether the match was refused or taken already.
  boolean done(long matchId) {
    return done.contains(matchId);
  }

  /// What an index says of a match, or null.
  @Nullable Entry entry(long matchId) {
    return index.get(matchId);
  }

  /// Makes the match's rows and hands them over, or refuses it.
  void finish(String file, Sheet sheet, Activity activity, Directory directory) {
    done.add(sheet.matchId());
    try {
      MatchRows match = new MatchRows(sheet, activity, directory);
      output.match(file, match.read());
      match.estimated().forEach(name -> estimated.add(name + " in match " + sheet.matchId()));
    } catch (MatchRefused refused) {
      output.refuse(file, sheet.matchId(), refused.reason());
    }
  }

  /// Refuses a match.
  void refuse(String file, long matchId, String reason) {
    done.add(matchId);
    output.refuse(file, matchId, reason);
  }

  /// Tells what is left and what was estimated.
  void tell() {
    long missing = sheets.keySet().stream().filter(id -> !done.contains(id)).count();
    if (missing > 0) {
      output.note(
          missing
              + (missing == 1 ? " match has" : " matches have")
              + " no events here and "
              + (missing == 1 ? "was" : "were")
              + " left out.");
    }
    if (!estimated.isEmpty()) {
      output.note(
          "Minutes estimated from events, because no line-up or substitution names the player: "
              + String.join(", ", estimated.subList(0, Math.min(SHOWN, estimated.size())))
              + (estimated.size() > SHOWN ? " and " + (estimated.size() - SHOWN) + " more." : "."));
    }
  }
}
