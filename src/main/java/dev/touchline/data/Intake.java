/// Finds out what the paths of an import hold.
package dev.touchline.data;

import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.FeedFile;
import dev.touchline.data.feed.JsonText;
import dev.touchline.data.feed.Listing;
import dev.touchline.data.feed.Shape;
import dev.touchline.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sorts files into CSV and event data of the known kinds, by their endings and their beginnings.
final class Intake {
  private final List<Feed> feeds;
  private final boolean csvWanted;
  private final List<FeedFile> csv = new ArrayList<>();
  private final Map<Feed, List<Feed.Part>> parts = new LinkedHashMap<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /// @param known the kinds of event data
  /// @param format `auto`, `csv` or the key of one of them
  Intake(List<Feed> known, String format) {
    String wanted = format.toLowerCase(Locale.ROOT);
    boolean any = wanted.equals("auto");
    csvWanted = any || wanted.equals("csv");
    feeds = known.stream().filter(feed -> any || feed.key().equals(wanted)).toList();
    if (!csvWanted && feeds.isEmpty()) {
      throw new Fault(
          Fault.Kind.USAGE,
          "\"" + format + "\" is not an import format.",
          "Use auto, csv, " + String.join(" or ", known.stream().map(Feed::key).toList()) + ".");
    }
  }

  /// CSV texts, in the order of the paths and then of names.
  List<FeedFile> csv() {
    return csv;
  }

  /// The files of each kind of event data.
  Map<Feed, List<Feed.Part>> parts() {
    return parts;
  }

  /// What was refused on the way.
  List<Rejection> rejected() {
    return rejected;
  }

  /// What was recognised.
  List<String> notes() {
    return notes;
  }

  /// Adds what the paths hold. A path that does not exist or holds nothing to import is a fault of
  /// kind DATA.
  Intake add(List<Path> paths) {
    if (paths.isEmpty()) {
      throw new Fault(Fault.Kind.USAGE, "No file to import was named.", "Name files or folders.");
    }
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Fault(Fault.Kind.DATA, path + " does not exist.", "Check the path's spelling.");
      }
      try {
        add(path);
      } catch (IOException e) {
        throw new Fault(
            Fault.Kind.STORAGE,
            path + " cannot be read.",
            "Check that the file is whole and that you may read it.",
            e);
      }
    }
    return this;
  }

  private void add(Path path) throws IOException {
    int refusals = rejected.size();
    int texts = csv.size();
    boolean alone = Files.isRegularFile(path);
    boolean found = false;
    for (FeedFile file : new Listing(this::reject).files(path)) {
      found |= addFile(file, alone && !file.name().contains("!"), true);
    }
    if (!found && rejected.size() == refusals) {
      throw nothing(path);
    }
    if (csv.size() > texts && !(alone && csv.size() == texts + 1)) {
      notes.add(path.getFileName() + " holds " + (csv.size() - texts) + " CSV files.");
    }
    for (Feed feed : List.copyOf(parts.keySet())) {
      Listing beside = new Listing((name, reason) -> {});
      for (Path near : feed.around(path)) {
        for (FeedFile file : beside.files(near)) {
          addFile(file, false, false);
        }
      }
    }
  }

  private Fault nothing(Path path) {
    boolean only = feeds.isEmpty();
    return new Fault(
        Fault.Kind.DATA,
        path + " holds no " + (only ? "CSV file." : "rows that can be imported."),
        only
            ? "Name player-match CSV files, or leave --format away."
            : "Name player-match CSV, StatsBomb open data or Wyscout public data, as docs/data-formats.md"
                + " describes them.");
  }

  /// Whether the file is one to import.
  private boolean addFile(FeedFile file, boolean alone, boolean asked) {
    String name = file.shortName().toLowerCase(Locale.ROOT);
    boolean json =
        name.endsWith(".json") || (alone && !name.endsWith(".csv") && looksLikeJson(file));
    if (!json && csvWanted && asked && (alone || name.endsWith(".csv"))) {
      csv.add(file);
      return true;
    }
    boolean index = name.equals("readme.md");
    if (!json && !index) {
      return false;
    }
    try {
      Shape shape = index ? Shape.TEXT : Shape.of(file);
      return claimed(file, shape, asked) && !index;
    } catch (IOException e) {
      if (asked && !feeds.isEmpty()) {
        reject(file.name(), JsonText.reason(e));
      }
      return false;
    }
  }

  private boolean claimed(FeedFile file, Shape shape, boolean asked) {
    for (Feed feed : feeds) {
      if (feed.claims(shape)) {
        parts.computeIfAbsent(feed, f -> new ArrayList<>()).add(new Feed.Part(file, shape, asked));
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeJson(FeedFile file) {
    try (InputStream stream = file.open()) {
      for (byte one : stream.readNBytes(64)) {
        if (one == '[' || one == '{') {
          return true;
        }
        if (one > ' ') {
          return false;
        }
      }
    } catch (IOException e) {
      return false;
    }
    return false;
  }

  private void reject(String file, String reason) {
    rejected.add(new Rejection(file, 0, "", "The file " + reason + "."));
  }
}
