/// Reads a Wyscout events file, match by match.
package dev.touchline.data.wyscout;

import com.google.gson.JsonObject;
import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.MatchRefused;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Adds the events of all matches up and hands the matches over at the end of the file. Where the
/// file breaks off or is no JSON from some place on, the matches that were complete by then count.
final class EventsFile {
  private static final int REPORT_EVERY = 20_000;

  private final Feed.Part part;
  private final MatchBook book;
  private final Directory directory;
  private final Feed.Output output;
  private final Map<Long, Activity> activities = new LinkedHashMap<>();
  private final Map<Long, String> broken = new LinkedHashMap<>();
  private final Set<Long> unknown = new HashSet<>();
  private final Set<Long> resumed = new HashSet<>();
  private long current = -1;
  private long events;

  EventsFile(Feed.Part part, MatchBook book, Directory directory, Feed.Output output) {
    this.part = part;
    this.book = book;
    this.directory = directory;
    this.output = output;
  }

  void read() {
    String file = part.file().name();
    try {
      JsonText.records(part.file(), this::take);
    } catch (JsonText.Unreadable e) {
      String reason = e.reason();
      output.refuseFile(file, reason);
      activities.keySet().stream()
          .filter(id -> id == current || !resumed.isEmpty())
          .forEach(id -> broken.putIfAbsent(id, "its events file " + reason));
    }
    activities.forEach(
        (id, activity) -> {
          Sheet sheet = book.sheet(id);
          String reason = broken.get(id);
          if (reason != null) {
            book.refuse(file, id, reason);
          } else if (sheet != null) {
            book.finish(file, sheet, activity, directory);
          }
        });
    if (!unknown.isEmpty()) {
      output.refuseFile(
          file,
          "has events of "
              + unknown.size()
              + (unknown.size() == 1 ? " match that" : " matches that")
              + " no matches file lists, such as match "
              + unknown.iterator().next());
    }
  }

  private void take(JsonObject object) {
    JsonFields event = new JsonFields(object, "an event");
    if (++events % REPORT_EVERY == 0) {
      output.progress("events in " + part.file().name(), events);
    }
    long id = current;
    try {
      id = event.whole("matchId");
      if (id != current && activities.containsKey(id)) {
        resumed.add(id);
      }
      current = id;
      if (book.sheet(id) == null) {
        if (!book.done(id) && unknown.size() < REPORT_EVERY) {
          unknown.add(id);
        }
      } else {
        activities.computeIfAbsent(id, match -> new Activity());
        if (!broken.containsKey(id)) {
          activities.get(id).take(event);
        }
      }
    } catch (MatchRefused refused) {
      activities.computeIfAbsent(id, match -> new Activity());
      broken.putIfAbsent(id, refused.reason());
    }
  }
}
