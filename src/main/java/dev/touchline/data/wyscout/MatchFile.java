/// Reads the Wyscout form of one file a match.
package dev.touchline.data.wyscout;

import com.google.gson.JsonObject;
import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.MatchRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `{"events": […], "teams": {id: {"team": {…}}}, "players": {id: [{"player": {…}}]}, "match":
/// {…}}`. The public form has no `match`: its day then comes from a matches file or an index beside
/// it, and without a matches file the minutes are estimated and the first of the teams is the one
/// at home.
final class MatchFile {
  private final Feed.Part part;
  private final MatchBook book;
  private final Feed.Output output;
  private final Directory directory = new Directory();
  private final Activity activity = new Activity();
  private final List<Long> teams = new ArrayList<>();
  private @Nullable JsonObject match;
  private long matchId;

  MatchFile(Feed.Part part, MatchBook book, Feed.Output output) {
    this.part = part;
    this.book = book;
    this.output = output;
    String stem = part.file().stem();
    matchId = stem.matches("\\d{1,12}") ? Long.parseLong(stem) : 0;
  }

  void read() {
    String file = part.file().name();
    try {
      JsonText.read(part.file(), this::read);
      book.finish(file, sheet(), activity, directory);
    } catch (MatchRefused refused) {
      book.refuse(file, matchId, refused.reason());
    } catch (JsonText.Unreadable e) {
      book.refuse(file, matchId, "its file " + e.reason());
    }
  }

  private void read(JsonText text) throws IOException {
    text.open();
    while (text.more()) {
      switch (text.name()) {
        case "events" -> text.each(this::event);
        case "teams" -> teams(text.object());
        case "players" -> players(text);
        case "match" -> match = text.object();
        default -> text.skip();
      }
    }
    text.closeToEnd();
  }

  private void event(JsonObject object) {
    JsonFields event = new JsonFields(object, "an event");
    matchId = event.whole("matchId");
    activity.take(event);
  }

  private void teams(JsonObject object) {
    JsonFields all = new JsonFields(object, "teams");
    for (String id : object.keySet()) {
      JsonFields team = all.child(id).child("team");
      teams.add(team.whole("wyId"));
      directory.team(team);
    }
  }

  private void players(JsonText text) throws IOException {
    text.open();
    while (text.more()) {
      text.name();
      text.each(
          entry -> {
            JsonFields player = new JsonFields(entry, "the entry").childOrNull("player");
            if (player != null) {
              directory.player(player);
            }
          });
    }
    text.leave();
  }

  private Sheet sheet() {
    if (match != null) {
      JsonFields fields = new JsonFields(match, "the match");
      return Sheet.of(fields, output.competition(MatchBook.numbered(fields)));
    }
    Sheet sheet = book.sheet(matchId);
    if (sheet != null) {
      return sheet;
    }
    MatchBook.Entry entry = book.entry(matchId);
    if (entry == null) {
      throw new MatchRefused(
          "the file says no date, and neither a matches file nor an index (README.md) beside it"
              + " lists the match");
    }
    if (teams.size() != 2) {
      throw new MatchRefused("it names " + teams.size() + " teams");
    }
    return new Sheet(
        matchId,
        Sheet.day(entry.date()),
        output.competition(entry.competition()),
        new Sheet.Side(teams.getFirst(), List.of(), List.of(), 0),
        new Sheet.Side(teams.getLast(), List.of(), List.of(), 0),
        null);
  }
}
