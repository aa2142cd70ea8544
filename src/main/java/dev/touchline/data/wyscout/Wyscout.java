/// Imports Wyscout public data.
package dev.touchline.data.wyscout;

import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.JsonFields;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The published layout (`matches_*.json`, `events_*.json`, `players.json`, `teams.json`, each
/// zipped or not) and the form of one file a match (`events`, `teams`, `players` and perhaps
/// `match`). Ids are kept as they are, so that rows of other exports of the same data meet them.
public final class Wyscout implements Feed {
  @Override
  public String key() {
    return "wyscout";
  }

  @Override
  public String title() {
    return "Wyscout public data";
  }

  @Override
  public boolean claims(Shape shape) {
    return matches(shape)
        || events(shape)
        || players(shape)
        || teams(shape)
        || match(shape)
        || shape.equals(Shape.TEXT);
  }

  private static boolean matches(Shape shape) {
    return shape.list() && shape.has("wyId", "teamsData");
  }

  private static boolean events(Shape shape) {
    return shape.list() && shape.has("matchPeriod", "eventSec", "matchId");
  }

  private static boolean players(Shape shape) {
    return shape.list() && shape.has("wyId", "shortName", "role");
  }

  private static boolean teams(Shape shape) {
    return shape.list() && shape.has("wyId", "officialName", "type");
  }

  private static boolean match(Shape shape) {
    return !shape.list()
        && (shape.has("events") || shape.has("teams", "players") || shape.has("match", "teams"));
  }

  @Override
  public List<Path> around(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Stream<Path> above = Stream.of(folder.resolveSibling("README.md"));
      return Stream.concat(files.filter(Wyscout::belongs).sorted(), above)
          .filter(Files::isRegularFile)
          .filter(file -> !file.equals(path.toAbsolutePath().normalize()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean belongs(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.matches("(matches(_.*)?|players|teams)\\.(json|zip)|readme\\.md");
  }

  @Override
  public void read(List<Part> parts, Output output) {
    MatchBook book = new MatchBook(output);
    Directory directory = new Directory();
    each(parts, part -> part.shape().equals(Shape.TEXT), book::readIndex);
    each(parts, part -> matches(part.shape()), book::read);
    each(parts, part -> players(part.shape()), part -> records(part, directory::player, output));
    each(parts, part -> teams(part.shape()), part -> records(part, directory::team, output));
    each(
        parts,
        part -> part.asked() && events(part.shape()),
        part -> new EventsFile(part, book, directory, output).read());
    each(
        parts,
        part -> part.asked() && match(part.shape()),
        part -> new MatchFile(part, book, output).read());
    book.tell();
  }

  private static void each(List<Part> parts, Predicate<Part> which, Consumer<Part> reader) {
    parts.stream().filter(which).forEach(reader);
  }

  private static void records(Part part, Consumer<JsonFields> taker, Output output) {
    try {
      JsonText.records(part.file(), record -> taker.accept(new JsonFields(record, "the record")));
    } catch (JsonText.Unreadable e) {
      output.refuseFile(part.file().name(), e.reason());
    }
  }
}
