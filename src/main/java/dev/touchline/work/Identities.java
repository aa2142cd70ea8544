/// Decides which players are one person; never by itself.
package dev.touchline.work;

import dev.touchline.data.MergeProposal;
import dev.touchline.data.PlayerMerges;
import dev.touchline.data.PlayerSummary;
import dev.touchline.data.RowStore;
import dev.touchline.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges and takes merges back. Models that were trained before keep the players they had.
public final class Identities {
  private final MergesFile file;
  private final RowStore rows;

  Identities(MergesFile file, RowStore rows) {
    this.file = file;
    this.rows = rows;
  }

  /// Players who may be one person.
  public List<MergeProposal> proposals() {
    return rows.mergeProposals();
  }

  /// Kept id by merged id.
  public Map<Long, Long> merged() {
    return file.read().kept();
  }

  /// Reads the rows of one player as those of another from now on; returns him as he is now. A
  /// fault of kind DATA: unknown ids, one player twice, or two players who met in a match.
  public PlayerSummary merge(long id, long into) {
    PlayerMerges before = file.read();
    long from = before.id(id);
    long target = before.id(into);
    List<PlayerSummary> players = rows.players();
    PlayerSummary one = player(players, id, from);
    PlayerSummary other = player(players, into, target);
    if (from == target) {
      throw refused(
          "%d and %d are one player already.".formatted(id, into),
          "See the merged players with data merge.");
    }
    long together = rows.matchesTogether(from, target);
    if (together > 0) {
      throw refused(
          "%s (%d) and %s (%d) played in the same match %d %s: they are two persons."
              .formatted(
                  one.name(), id, other.name(), into, together, together == 1 ? "time" : "times"),
          "Check the ids; data status lists players who may be one person.");
    }
    file.write(before.with(id, into));
    return player(rows.players(), into, target);
  }

  /// Takes the merge of a player back. A fault of kind DATA where he is not merged.
  public void split(long id) {
    PlayerMerges before = file.read();
    if (!before.kept().containsKey(id)) {
      throw refused(
          "The player " + id + " is not merged into another.",
          "See the merged players with data merge.");
    }
    file.write(before.without(id));
  }

  private static PlayerSummary player(List<PlayerSummary> players, long asked, long id) {
    Optional<PlayerSummary> player = players.stream().filter(one -> one.id() == id).findFirst();
    return player.orElseThrow(
        () ->
            refused(
                "The database holds no player with the id " + asked + ".",
                "See the ids with data export, or in the Data panel."));
  }

  private static Fault refused(String message, String remedy) {
    return new Fault(Fault.Kind.DATA, message, remedy);
  }
}
