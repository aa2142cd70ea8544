/// Writes player-match rows with the features that the model sees.
package dev.touchline.data;

import dev.touchline.football.DataSet;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The columns of player-match CSV, then the raw features, written so that reading them gives the
/// same numbers; the import passes over them with a note.
public final class FeatureCsv {
  private FeatureCsv() {}

  /// Writes the rows of a selection. The source hands over every earlier row too, ordered by date,
  /// as form grows from them.
  static <E extends Exception> long write(Path file, RowQuery query, CsvExport.Source<E> source)
      throws E {
    FeatureStream features = new FeatureStream();
    double[] values = new double[RunningForm.NAMES.size()];
    return CsvExport.write(
        file,
        header(List.of()),
        taker ->
            source.to(
                row -> {
                  features.next(row, values, 0);
                  if (query.from() == null || !row.matchDate().isBefore(query.from())) {
                    taker.accept(record(row, values, 0, List.of()));
                  }
                }));
  }

  /// Writes training and validation rows, told apart by a last column, `window`.
  public static long write(Path file, DataSet data) {
    return CsvExport.<RuntimeException>write(
        file,
        header(List.of("window")),
        taker -> {
          each(data.training(), "training", taker);
          each(data.validation(), "validation", taker);
        });
  }

  private static void each(RowSet set, String window, Consumer<List<String>> taker) {
    for (int i = 0; i < set.size(); i++) {
      int at = i * set.featureNames().size();
      taker.accept(record(set.rows().get(i), set.features(), at, List.of(window)));
    }
  }

  private static List<String> header(List<String> more) {
    List<String> header = new ArrayList<>(CsvColumns.NAMES);
    header.addAll(RunningForm.NAMES);
    header.addAll(more);
    return header;
  }

  private static List<String> record(
      PlayerMatch row, double[] features, int at, List<String> more) {
    List<String> record = new ArrayList<>(CsvColumns.fields(row));
    for (int j = 0; j < RunningForm.NAMES.size(); j++) {
      record.add(Double.toString(features[at + j]));
    }
    record.addAll(more);
    return record;
  }
}
