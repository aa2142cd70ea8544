/// Looks for players who may be one person.
package dev.touchline.data;

import dev.touchline.football.NameIndex;
import dev.touchline.football.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Candidates are players of the same team whose names fit by the forgiving search, and players
/// anywhere of the same full name; they must share a position. Who played in the same match is two
/// persons, which is looked up afterwards: `apart` tells.
final class MergeSearch {
  /// Names that are looked at for each player of a team.
  private static final int FITS = 8;

  /// The largest cost of the search for a name that may be the same: one slip in a word of four
  /// letters or more, words cut short or left out.
  private static final double MOST_COST = 1.3;

  private record Pair(long one, long other) {
    static Pair of(PlayerSummary a, PlayerSummary b) {
      return new Pair(Math.min(a.id(), b.id()), Math.max(a.id(), b.id()));
    }
  }

  private final List<PlayerSummary> players;
  private final Map<Pair, MergeProposal> found = new LinkedHashMap<>();

  MergeSearch(List<PlayerSummary> players) {
    this.players = players;
  }

  /// Candidates, by the id of the player to be merged.
  List<MergeProposal> candidates() {
    Map<String, List<PlayerSummary>> byName = new HashMap<>();
    Map<String, List<PlayerSummary>> byTeam = new HashMap<>();
    for (PlayerSummary player : players) {
      String folded = Names.fold(player.name());
      if (folded.indexOf(' ') > 0) {
        byName.computeIfAbsent(folded, name -> new ArrayList<>()).add(player);
      }
      for (String team : player.teams()) {
        byTeam.computeIfAbsent(Names.fold(team), name -> new ArrayList<>()).add(player);
      }
    }
    byTeam.forEach((team, squad) -> squad(squad));
    byName.values().forEach(this::namesakes);
    List<MergeProposal> proposals = new ArrayList<>(found.values());
    proposals.sort(
        Comparator.<MergeProposal>comparingLong(one -> one.player().id())
            .thenComparingLong(one -> one.into().id()));
    return proposals;
  }

  private void namesakes(List<PlayerSummary> same) {
    for (int i = 0; i < same.size(); i++) {
      for (int j = i + 1; j < same.size(); j++) {
        propose(same.get(i), same.get(j), "the same name in different teams");
      }
    }
  }

  private void squad(List<PlayerSummary> squad) {
    if (squad.size() < 2) {
      return;
    }
    NameIndex<PlayerSummary> index = new NameIndex<>(squad, PlayerSummary::name);
    for (PlayerSummary player : squad) {
      for (NameIndex.Match<PlayerSummary> match : index.search(player.name(), FITS)) {
        if (match.item() != player && match.cost() <= MOST_COST) {
          propose(
              player,
              match.item(),
              switch (match.kind()) {
                case EXACT -> "the same name in the same team";
                case PARTIAL -> "one name shortens the other, in the same team";
                case NEAR -> "nearly the same name in the same team";
              });
        }
      }
    }
  }

  private void propose(PlayerSummary a, PlayerSummary b, String reason) {
    if (a.id() == b.id() || Collections.disjoint(a.positions().keySet(), b.positions().keySet())) {
      return;
    }
    boolean second = a.rows() > b.rows() || (a.rows() == b.rows() && a.id() < b.id());
    found.putIfAbsent(
        Pair.of(a, b), second ? new MergeProposal(b, a, reason) : new MergeProposal(a, b, reason));
  }
}
