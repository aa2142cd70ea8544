/// Stores the matches that an importer of event data reads.
package dev.touchline.data;

import dev.touchline.data.feed.Feed;
import dev.touchline.data.feed.ReadMatch;
import dev.touchline.football.PlayerMatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One transaction a match: all of its rows are stored or none.
final class MatchImport implements Feed.Output {
  private final JdbcRowStore store;
  private final ImportProgress progress;
  private final BooleanSupplier stop;
  private final @Nullable String competition;
  private final Set<Long> matches = new HashSet<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long read;
  private long added;
  private long updated;
  private long unchanged;

  /// @param competition key under which all matches are stored; null for each one's own
  MatchImport(
      JdbcRowStore store,
      ImportProgress progress,
      BooleanSupplier stop,
      @Nullable String competition) {
    this.store = store;
    this.progress = progress;
    this.stop = stop;
    this.competition = competition;
  }

  /// What came of it so far; stays right when the user stops.
  FileImport.Outcome outcome() {
    return new FileImport.Outcome(read, added, updated, unchanged, rejected, matches, notes);
  }

  @Override
  public String competition(String otherwise) {
    return competition == null ? otherwise : competition;
  }

  @Override
  public void match(String file, ReadMatch match) {
    heedStop();
    List<PlayerMatch> rows = match.rows();
    long id = rows.getFirst().matchId();
    if (matches.contains(id)) {
      refuse(file, id, "it was read already in this import");
      return;
    }
    read += rows.size();
    String competition = rows.getFirst().competition();
    Stored done = store.transaction(connection -> stored(connection, match));
    if (done.owner().equals(competition)) {
      added += done.added();
      updated += done.updated();
      unchanged += done.unchanged();
      matches.add(id);
    } else {
      refuse(file, id, "it is already stored under \"" + done.owner() + "\"");
    }
    progress.onRows(file, read);
  }

  /// What a transaction did.
  ///
  /// @param owner the competition under which the match stands
  private record Stored(String owner, long added, long updated, long unchanged) {}

  private static Stored stored(Connection connection, ReadMatch match) throws SQLException {
    List<PlayerMatch> rows = match.rows();
    try (RowWriter writer = new RowWriter(connection)) {
      Map<Long, Map<Long, PlayerMatch>> before = writer.stored(rows);
      String owner = RowWriter.owner(rows.getFirst(), before);
      if (owner.equals(rows.getFirst().competition())) {
        writer.write(rows, before);
        writer.score(rows.getFirst().matchId(), match.score());
      }
      return new Stored(owner, writer.added(), writer.updated(), writer.unchanged());
    }
  }

  @Override
  public void refuse(String file, long matchId, String reason) {
    String match = matchId == 0 ? "A match: " : "Match " + matchId + ": ";
    rejected.add(new Rejection(file, 0, "", match + reason + "."));
  }

  @Override
  public void refuseFile(String file, String reason) {
    rejected.add(new Rejection(file, 0, "", "The file " + reason + "."));
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public void progress(String file, long records) {
    heedStop();
    progress.onRows(file, records);
  }

  private void heedStop() {
    if (stop.getAsBoolean()) {
      throw new FileImport.Stopped();
    }
  }
}
