/// Writes player-match rows as CSV.
package dev.touchline.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/// Writes beside the file and renames, so that a half-written file is never seen.
public final class CsvExport {
  private CsvExport() {}

  /// Where rows come from; it may fail in a way of its own.
  @FunctionalInterface
  public interface Source<E extends Exception> {
    /// Hands over every row.
    void to(Consumer<PlayerMatch> taker) throws E;
  }

  /// Where records come from.
  @FunctionalInterface
  interface Records<E extends Exception> {
    /// Hands over the fields of every record.
    void to(Consumer<List<String>> taker) throws E;
  }

  /// Writes the rows that a source hands over; returns how many. Trouble with the file is a fault
  /// of kind STORAGE.
  public static <E extends Exception> long write(Path file, Source<E> source) throws E {
    return write(
        file, CsvColumns.NAMES, taker -> source.to(row -> taker.accept(CsvColumns.fields(row))));
  }

  /// Writes a header and records of as many fields; returns how many records.
  static <E extends Exception> long write(Path file, List<String> header, Records<E> records)
      throws E {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      long count = writePart(part, header, records);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          file + " cannot be written.",
          "Choose a folder that you may write to and that has room.",
          e);
    } finally {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        // A leftover that cannot be deleted either: the fault above says enough.
      }
    }
  }

  private static <E extends Exception> long writePart(
      Path part, List<String> header, Records<E> records) throws IOException, E {
    long[] count = {0};
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part, StandardCharsets.UTF_8)) {
      csv.writeRecord(header);
      records.to(
          fields -> {
            csv.writeRecord(fields);
            count[0]++;
          });
    }
    return count[0];
  }
}
