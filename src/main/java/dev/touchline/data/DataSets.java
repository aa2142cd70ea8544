/// Builds the data set of a training run from the rows of a store.
package dev.touchline.data;

import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.football.DateSplit;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.RowSet;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Streams rows, adds features, splits by date.
public final class DataSets {
  /// Fewest training rows that a model is trained on.
  public static final int MINIMUM_TRAINING_ROWS = 101;

  /// The data set of a split. Features use all earlier rows of the chosen competitions, also those
  /// before the training window. Faults of kind DATA: no rows, not more than 100 training rows, no
  /// validation rows.
  ///
  /// @param competitions competition keys; empty: all
  public DataSet load(RowStore store, DateSplit split, List<String> competitions) {
    List<RowSet> parts = parts(store, split, competitions);
    RowSet training = parts.getFirst();
    RowSet validation = parts.getLast();
    if (training.size() < MINIMUM_TRAINING_ROWS) {
      throw tooFew(
          store,
          competitions,
          split,
          "The training window %s to %s holds %s; more than %d are needed."
              .formatted(
                  split.trainStart(),
                  split.trainEnd(),
                  counted(training.size()),
                  MINIMUM_TRAINING_ROWS - 1),
          training.size());
    }
    if (validation.size() == 0) {
      throw tooFew(
          store,
          competitions,
          split,
          "The validation window %s to %s holds no rows."
              .formatted(split.trainEnd().plusDays(1), split.valEnd()),
          training.size());
    }
    return of(split, parts);
  }

  /// Training and validation rows of a split, however few.
  public List<RowSet> parts(RowStore store, DateSplit split, List<String> competitions) {
    return store.read(
        new RowQuery(null, split.valEnd(), competitions),
        () ->
            new WindowTaker(
                2,
                row ->
                    split.inTraining(row.matchDate())
                        ? 0
                        : split.inValidation(row.matchDate()) ? 1 : -1));
  }

  /// The data set of training and validation rows.
  public DataSet of(DateSplit split, List<RowSet> parts) {
    RowSet training = parts.getFirst();
    return new DataSet(
        split, training, parts.getLast(), FeatureScale.of(training), hash(split, parts));
  }

  /// The fingerprint of training and validation rows.
  public static String hash(DateSplit split, List<RowSet> parts) {
    return DataHash.of(split, parts.getFirst(), parts.getLast());
  }

  /// The rows of a date range with the features they had before kick-off, for judging a model on
  /// other matches than its validation window. An empty range is a fault of kind DATA.
  public RowSet window(RowStore store, LocalDate from, LocalDate to, List<String> competitions) {
    RowSet window =
        store
            .read(
                new RowQuery(null, to, competitions),
                () -> new WindowTaker(1, row -> row.matchDate().isBefore(from) ? -1 : 0))
            .getFirst();
    if (window.size() == 0) {
      throw new Fault(
          Fault.Kind.DATA,
          "The database holds no rows from " + from + " to " + to + among(competitions) + ".",
          available(store, competitions));
    }
    return window;
  }

  private static Fault tooFew(
      RowStore store, List<String> competitions, DateSplit split, String message, int rows) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("train_start", split.trainStart().toString());
    details.put("train_end", split.trainEnd().toString());
    details.put("val_end", split.valEnd().toString());
    details.put("training_rows", rows);
    return new Fault(
        Fault.Kind.DATA,
        message.substring(0, message.length() - 1) + among(competitions) + ".",
        available(store, competitions),
        details,
        null);
  }

  private static String available(RowStore store, List<String> competitions) {
    StoreStatus status = store.status(false);
    List<StoreStatus.CompetitionStatus> concerned =
        status.competitions().stream()
            .filter(c -> competitions.isEmpty() || competitions.contains(c.competition()))
            .toList();
    if (concerned.isEmpty()) {
      return status.competitions().isEmpty()
          ? "The database is empty: import rows with data import, or the sample with data sample."
          : "Choose a competition that the database holds: "
              + String.join(", ", status.competitions().stream().map(c -> c.competition()).toList())
              + ".";
    }
    LocalDate first =
        concerned.stream().map(c -> c.firstDay()).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        concerned.stream().map(c -> c.lastDay()).max(LocalDate::compareTo).orElseThrow();
    long rows = concerned.stream().mapToLong(c -> c.rows()).sum();
    return "Choose dates within %s to %s, where the database holds %s, or import more rows."
        .formatted(first, last, counted(rows));
  }

  private static String among(List<String> competitions) {
    return competitions.isEmpty() ? "" : " (competition " + String.join(", ", competitions) + ")";
  }

  private static String counted(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }
}
