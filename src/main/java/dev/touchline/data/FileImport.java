/// Imports one CSV file.
package dev.touchline.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.touchline.data.feed.FeedFile;
import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// One file inside one transaction: its good lines are taken, its bad ones told; a file that is not
/// player-match CSV at all is refused whole.
final class FileImport {
  private static final int BATCH = 2_000;

  /// Rejections that are kept of one file, so that a huge file of rubbish does not fill the memory.
  static final int MOST_REJECTIONS = 10_000;

  /// What came of a file.
  record Outcome(
      long read,
      long added,
      long updated,
      long unchanged,
      List<Rejection> rejected,
      Set<Long> matches,
      List<String> notes) {}

  /// The whole file is refused.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Rejection> rejections;

    Refused(List<Rejection> rejections) {
      super("file refused", null, false, false);
      this.rejections = List.copyOf(rejections);
    }

    List<Rejection> rejections() {
      return rejections;
    }
  }

  /// The user stopped the import.
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /// A good row and the line it stands in.
  private record Placed(PlayerMatch row, long line) {}

  private final FeedFile source;
  private final ImportProgress progress;
  private final BooleanSupplier stop;
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<Long> matches = new HashSet<>();
  private final FileChecks checks = new FileChecks();
  private long read;
  private long goalsWithoutShots;
  private long unlisted;

  FileImport(FeedFile source, ImportProgress progress, BooleanSupplier stop) {
    this.source = source;
    this.progress = progress;
    this.stop = stop;
  }

  /// Reads and writes the whole file.
  ///
  /// @param replaced competitions whose other rows are deleted
  Outcome run(Connection connection, Set<String> replaced) throws SQLException {
    try (Utf8Text text = new Utf8Text(source);
        RowWriter writer = new RowWriter(connection)) {
      readRecords(text, writer);
      for (String competition : replaced) {
        deleteOthers(connection, competition);
      }
      remarks();
      return new Outcome(
          read, writer.added(), writer.updated(), writer.unchanged(), rejected, matches, notes);
    } catch (IOException | UncheckedIOException e) {
      throw refused(e);
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw refused(io);
      }
      throw whole("is not well-formed CSV: " + e.getMessage());
    }
  }

  private void readRecords(Utf8Text text, RowWriter writer) throws IOException, SQLException {
    Reader reader = text.reader();
    char separator = text.separator();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(reader)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw whole("is empty");
      }
      CsvColumns columns = header(records.next(), separator);
      if (separator != ',') {
        notes.add(source.name() + " is separated by " + (separator == ';' ? ";" : "tabs") + ".");
      }
      List<Placed> batch = new ArrayList<>(BATCH);
      while (records.hasNext()) {
        take(records.next(), columns, batch);
        if (batch.size() == BATCH) {
          flush(batch, writer);
        }
      }
      flush(batch, writer);
    }
  }

  private CsvColumns header(CsvRecord record, char separator) {
    CsvColumns columns = new CsvColumns(record.getFields());
    if (ForeignHeader.is(columns)) {
      throw new Refused(
          List.of(new Rejection(source.name(), 0, "", ForeignHeader.reason(columns, separator))));
    }
    List<Rejection> faults = new ArrayList<>();
    for (String name : columns.missing()) {
      faults.add(new Rejection(source.name(), 0, name, "The column is missing."));
    }
    for (String name : columns.repeated()) {
      faults.add(new Rejection(source.name(), 0, name, "The column stands twice."));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    if (!columns.ignored().isEmpty()) {
      notes.add(
          source.name()
              + ": columns not needed were ignored: "
              + String.join(", ", columns.ignored())
              + ".");
    }
    return columns;
  }

  private void take(CsvRecord record, CsvColumns columns, List<Placed> batch) {
    read++;
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() != columns.width()) {
      reject(
          line, "", "has " + record.getFieldCount() + " fields, the header has " + columns.width());
      return;
    }
    PlayerMatch row =
        columns.row(record.getFields(), (column, reason) -> reject(line, column, reason));
    if (row == null) {
      return;
    }
    String[] contradiction = checks.check(row, line);
    if (contradiction != null) {
      reject(line, contradiction[0], contradiction[1]);
      return;
    }
    batch.add(new Placed(row, line));
  }

  private void flush(List<Placed> batch, RowWriter writer) throws SQLException {
    if (stop.getAsBoolean()) {
      throw new Stopped();
    }
    Map<Long, Map<Long, PlayerMatch>> stored =
        writer.stored(batch.stream().map(Placed::row).toList());
    List<PlayerMatch> good = new ArrayList<>(batch.size());
    for (Placed placed : batch) {
      PlayerMatch row = placed.row;
      String owner = RowWriter.owner(row, stored);
      if (!owner.equals(row.competition())) {
        reject(
            placed.line,
            "match_id",
            "match " + row.matchId() + " is already stored under \"" + owner + "\"");
        continue;
      }
      good.add(row);
      matches.add(row.matchId());
      goalsWithoutShots += row.goals() > row.shots() ? 1 : 0;
    }
    writer.write(good, stored);
    batch.clear();
    progress.onRows(source.name(), read);
  }

  private void remarks() {
    if (unlisted > 0) {
      notes.add(
          "%s: only the first %,d rejections are listed, %,d more are not."
              .formatted(source.name(), MOST_REJECTIONS, unlisted));
    }
    if (goalsWithoutShots > 0) {
      notes.add(
          source.name()
              + ": "
              + goalsWithoutShots
              + (goalsWithoutShots == 1 ? " row has" : " rows have")
              + " more goals than shots; taken as they are.");
    }
  }

  /// A line counts as read once, whatever the number of its wrong columns.
  private void reject(long line, String column, String reason) {
    if (rejected.size() == MOST_REJECTIONS) {
      unlisted++;
      return;
    }
    String subject = column.isEmpty() ? "The line " : column + ": ";
    rejected.add(new Rejection(source.name(), line, column, subject + reason + "."));
  }

  private Refused refused(Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    return cause instanceof CharacterCodingException
        ? whole("is not valid UTF-8 " + Utf8Text.firstBadPlace(source))
        : whole("cannot be read to its end (" + (cause == null ? e : cause).getMessage() + ")");
  }

  private Refused whole(String reason) {
    return new Refused(List.of(new Rejection(source.name(), 0, "", "The file " + reason + ".")));
  }

  /// Deletes a competition's rows that do not stand in this file, then its matches without rows.
  private void deleteOthers(Connection connection, String competition) throws SQLException {
    List<PlayerMatch> others = new ArrayList<>();
    RowReader.each(
        connection,
        RowTables.own(),
        new RowQuery(null, null, List.of(competition)),
        BATCH,
        row -> {
          if (!checks.has(row.matchId(), row.playerId())) {
            others.add(row);
          }
        });
    try (PreparedStatement rows =
            connection.prepareStatement(
                "DELETE FROM player_matches WHERE match_id = ? AND player_id = ?");
        PreparedStatement empty =
            connection.prepareStatement(
                "DELETE FROM matches WHERE competition = ? AND NOT EXISTS (SELECT 1 FROM"
                    + " player_matches p WHERE p.match_id = matches.match_id)")) {
      for (PlayerMatch row : others) {
        rows.setLong(1, row.matchId());
        rows.setLong(2, row.playerId());
        rows.addBatch();
      }
      if (!others.isEmpty()) {
        rows.executeBatch();
        empty.setString(1, competition);
        empty.executeUpdate();
      }
    }
  }
}
