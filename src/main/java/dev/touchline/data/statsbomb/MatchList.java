/// The matches files of StatsBomb open data.
package dev.touchline.data.statsbomb;

import com.google.gson.JsonObject;
import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.Fixture;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.Keys;
import dev.touchline.data.feed.MatchRefused;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which matches there are, when, and between whom.
final class MatchList {
  private static final int MOST = 200_000;

  private final Feed.Output output;
  private final Map<Long, Fixture> fixtures = new HashMap<>();
  private final Set<Long> asked = new HashSet<>();

  MatchList(Feed.Output output) {
    this.output = output;
  }

  /// The number in an events file's name, or -1.
  static long id(Feed.Part part) {
    String stem = part.file().stem();
    return stem.matches("\\d{1,9}") ? Long.parseLong(stem) : -1;
  }

  /// What was read, by match.
  Map<Long, Fixture> fixtures() {
    return fixtures;
  }

  /// Whether the match stands in a matches file that the user named.
  boolean asked(long id) {
    return asked.contains(id);
  }

  /// Reads a matches file.
  void read(Feed.Part part) {
    try {
      JsonText.records(part.file(), record -> take(record, part));
    } catch (JsonText.Unreadable e) {
      if (part.asked()) {
        output.refuseFile(part.file().name(), e.reason());
      }
    }
  }

  private void take(JsonObject object, Feed.Part part) throws IOException {
    JsonFields match = new JsonFields(object, "the match");
    long id = 0;
    try {
      id = match.whole("match_id");
      if (fixtures.size() == MOST) {
        throw new IOException("it lists more than %,d matches".formatted(MOST));
      }
      fixtures.putIfAbsent(id, fixture(id, match));
      if (part.asked()) {
        asked.add(id);
      }
    } catch (MatchRefused refused) {
      if (part.asked()) {
        output.refuse(part.file().name(), id, refused.reason());
      }
    }
  }

  private Fixture fixture(long id, JsonFields match) {
    String name =
        match.child("competition").text("competition_name")
            + " "
            + match.child("season").text("season_name");
    return new Fixture(
        id,
        date(match),
        output.competition(Keys.of(name)),
        club(match, "home"),
        club(match, "away"),
        Fixture.Goals.of(match.textOrEmpty("home_score"), match.textOrEmpty("away_score")));
  }

  private static LocalDate date(JsonFields match) {
    String text = match.text("match_date");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new MatchRefused("its date \"" + text + "\" is not one such as 2018-09-23");
    }
  }

  private static Fixture.Club club(JsonFields match, String side) {
    JsonFields team = match.child(side + "_team");
    return new Fixture.Club(Ids.of(team.whole(side + "_team_id")), team.text(side + "_team_name"));
  }

  /// Tells how many matches of the files that were named have no events.
  void tellMissing(Set<Long> read) {
    long missing = asked.stream().filter(id -> !read.contains(id)).count();
    if (missing > 0) {
      output.note(
          missing
              + (missing == 1 ? " match has" : " matches have")
              + " no events file here and "
              + (missing == 1 ? "was" : "were")
              + " left out.");
    }
  }
}
