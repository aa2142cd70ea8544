/// Imports CSV sources into a store, one transaction a file.
package dev.touchline.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs files through [FileImport] and adds their reports up.
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

  ImportReport run(List<CsvSource> sources) {
    Total total = new Total();
    for (CsvSource source : sources) {
      FileImport file = new FileImport(source, progress, stop);
      if (stop.getAsBoolean() || !attempt(file, Set.of(), total)) {
        total.notes.add(
            "Stopped: nothing was taken from " + source.name() + " and the files behind it.");
        break;
      }
    }
    return total.report();
  }

  /// Imports one file after deleting the competitions that it replaces, in the same transaction.
  ImportReport replaceCompetitions(CsvSource source, Set<String> competitions) {
    Total total = new Total();
    attempt(new FileImport(source, progress, stop), competitions, total);
    return total.report();
  }

  /// Whether the file was done, not stopped.
  private boolean attempt(FileImport file, Set<String> replaced, Total total) {
    total.files++;
    try {
      FileImport.Outcome outcome = store.transaction(connection -> file.run(connection, replaced));
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
