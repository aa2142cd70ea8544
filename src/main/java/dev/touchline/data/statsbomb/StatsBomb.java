/// Imports StatsBomb open data.
package dev.touchline.data.statsbomb;

import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.Fixture;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.MatchRefused;
import dev.touchline.data.feed.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The layout of the public repository: `matches/COMPETITION/SEASON.json`, `events/MATCH.json` and
/// `lineups/MATCH.json`; the line-ups may be absent, `competitions.json` and the 360 frames are not
/// needed. An events file names its match by its own name alone.
public final class StatsBomb implements Feed {
  /// How far above a file its layout's root is looked for.
  private static final int STEPS_UP = 4;

  @Override
  public String key() {
    return "statsbomb";
  }

  @Override
  public String title() {
    return "StatsBomb open data";
  }

  @Override
  public boolean claims(Shape shape) {
    return shape.list()
        && (matches(shape)
            || events(shape)
            || lineups(shape)
            || shape.has("competition_id", "season_id", "competition_name"));
  }

  private static boolean matches(Shape shape) {
    return shape.has("match_id", "home_team", "away_team");
  }

  private static boolean events(Shape shape) {
    return shape.has("index", "period", "type", "possession_team");
  }

  private static boolean lineups(Shape shape) {
    return shape.has("team_id", "lineup");
  }

  @Override
  public List<Path> around(Path path) {
    Path file = path.toAbsolutePath().normalize();
    Path root = file;
    for (int step = 0; step <= STEPS_UP && root != null; step++, root = root.getParent()) {
      if (Files.isDirectory(root.resolve("matches")) && Files.isDirectory(root.resolve("events"))) {
        return beside(root, file);
      }
    }
    return List.of();
  }

  private static List<Path> beside(Path root, Path file) {
    if (root.equals(file)) {
      return List.of();
    }
    List<Path> beside = new ArrayList<>();
    if (file.startsWith(root.resolve("matches"))) {
      beside.add(root.resolve("events"));
      beside.add(root.resolve("lineups"));
    } else {
      beside.add(root.resolve("matches"));
      boolean alone = Files.isRegularFile(file);
      Path lineups = root.resolve("lineups");
      beside.add(alone ? lineups.resolve(file.getFileName()) : lineups);
    }
    return beside.stream().filter(Files::exists).toList();
  }

  @Override
  public void read(List<Part> parts, Output output) {
    MatchList list = new MatchList(output);
    parts.stream().filter(part -> matches(part.shape())).forEach(list::read);
    LineupNames names =
        new LineupNames(parts.stream().filter(part -> lineups(part.shape())).toList());
    Booked booked = new Booked();
    Set<Long> read = new HashSet<>();
    for (Part part : parts) {
      if (events(part.shape())
          && (part.asked() || list.asked(MatchList.id(part)))
          && (read.add(MatchList.id(part)) || MatchList.id(part) < 0)) {
        match(part, list.fixtures(), names, booked, output);
      }
    }
    list.tellMissing(read);
    booked.tell(output);
  }

  private static void match(
      Part part, Map<Long, Fixture> fixtures, LineupNames names, Booked booked, Output output) {
    String file = part.file().name();
    long id = MatchList.id(part);
    if (id < 0) {
      output.refuseFile(file, "is not named after its match, such as 15986.json");
      return;
    }
    Fixture fixture = fixtures.get(id);
    if (fixture == null) {
      output.refuse(file, id, "no matches file lists it, so its date and its teams are unknown");
      return;
    }
    try {
      MatchEvents events = new MatchEvents(fixture, names.of(id));
      JsonText.records(part.file(), event -> events.take(new JsonFields(event, "an event")));
      output.match(file, events.match());
      booked.add(events.booked());
    } catch (MatchRefused refused) {
      output.refuse(file, id, refused.reason());
    } catch (JsonText.Unreadable e) {
      output.refuse(file, id, "its file " + e.reason());
    }
  }

  /// Cards of players who were never on the pitch, over all matches.
  private static final class Booked {
    private int cards;

    void add(int more) {
      cards += more;
    }

    void tell(Output output) {
      if (cards > 0) {
        output.note(
            cards
                + (cards == 1 ? " player was" : " players were")
                + " booked without having been on the pitch; they have no row.");
      }
    }
  }
}
