/// Imports CSV and event data into a store.
package dev.touchline.data;

import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.FeedFile;
import dev.touchline.data.feed.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs CSV through [FileImport] (one transaction a file) and event data through [MatchImport] (one
/// a match) and adds their reports up.
final class Importer {
  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

  private final JdbcRowStore store;
  private final ImportProgress progress;
  private final BooleanSupplier stop;

  Importer(JdbcRowStore store, ImportProgress progress, BooleanSupplier stop) {
    this.store = store;
    this.progress = progress;
    this.stop = stop;
  }

  /// Imports what the paths hold.
  ImportReport run(Intake intake, ImportOptions options) {
    Total total = new Total();
    total.rejected.addAll(intake.rejected());
    total.notes.addAll(intake.notes());
    String competition = options.competition();
    if (competition != null && !intake.csv().isEmpty()) {
      total.notes.add(
          "The competition \"" + competition + "\" was not given to CSV rows; they name theirs.");
    }
    for (FeedFile source : intake.csv()) {
      if (stop.getAsBoolean() || !attempt(source, Set.of(), total)) {
        total.notes.add(
            "Stopped: nothing was taken from " + source.name() + " and the files behind it.");
        return total.report();
      }
    }
    for (Map.Entry<Feed, List<Feed.Part>> kind : intake.parts().entrySet()) {
      if (!read(kind.getKey(), kind.getValue(), options, total)) {
        break;
      }
    }
    return total.report();
  }

  /// Whether the event data were read to their end, not stopped.
  private boolean read(Feed feed, List<Feed.Part> parts, ImportOptions options, Total total) {
    if (parts.stream().allMatch(part -> part.shape().equals(Shape.TEXT))) {
      return true;
    }
    MatchImport matches = new MatchImport(store, progress, stop, options.competition());
    total.files += (int) parts.stream().filter(Feed.Part::asked).count();
    boolean done = true;
    try {
      feed.read(parts, matches);
    } catch (FileImport.Stopped stopped) {
      done = false;
    }
    FileImport.Outcome outcome = matches.outcome();
    int taken = outcome.matches().size();
    total.notes.add(
        "Read as %s: %d %s taken."
            .formatted(feed.title(), taken, taken == 1 ? "match" : "matches"));
    total.add(outcome);
    if (!done) {
      total.notes.add("Stopped: the matches read so far are stored, the others are not.");
    }
    return done;
  }

  /// Imports one file after deleting the competitions that it replaces, in the same transaction.
  ImportReport replaceCompetitions(FeedFile source, Set<String> competitions) {
    Total total = new Total();
    attempt(source, competitions, total);
    return total.report();
  }

  /// Whether the file was done, not stopped.
  private boolean attempt(FeedFile source, Set<String> replaced, Total total) {
    total.files++;
    try {
      FileImport.Outcome outcome =
          store.transaction(
              connection -> new FileImport(source, progress, stop).run(connection, replaced));
      total.add(outcome);
      for (Rejection rejection : outcome.rejected()) {
        LOG.debug("Rejected {}", rejection);
      }
      return true;
    } catch (FileImport.Refused refused) {
      total.rejected.addAll(refused.rejections());
      return true;
    } catch (FileImport.Stopped stopped) {
      return false;
    }
  }

  /// Sums over files.
  private static final class Total {
    private int files;
    private long read;
    private long added;
    private long updated;
    private long unchanged;
    private final List<Rejection> rejected = new ArrayList<>();
    private final Set<Long> matches = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    void add(FileImport.Outcome outcome) {
      read += outcome.read();
      added += outcome.added();
      updated += outcome.updated();
      unchanged += outcome.unchanged();
      rejected.addAll(outcome.rejected());
      matches.addAll(outcome.matches());
      notes.addAll(outcome.notes());
    }

    ImportReport report() {
      return new ImportReport(
          files,
          read,
          added,
          updated,
          unchanged,
          List.copyOf(rejected),
          matches.size(),
          List.copyOf(notes));
    }
  }
}
