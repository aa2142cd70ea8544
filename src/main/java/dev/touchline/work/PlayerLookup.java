/// Tells who is meant by a player's name.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.football.InitialedNames;
import dev.touchline.football.NameIndex;
import dev.touchline.football.Player;
import dev.touchline.football.Team;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A name as it is stored, case, accents and signs set aside; else a first name for its initial or
/// the reverse, where that means one player only. A team that is given decides between several, and
/// must be one of his where only the initial fits: a wrong player is worse than none.
final class PlayerLookup {
  private final NameIndex<Player> names;
  private final InitialedNames<Player> initialed;
  private final Map<Long, Set<Team>> teams;
  private final Function<String, Team> team;

  /// @param teams all teams that each player has played for, by his id, the last one last
  /// @param team the team of a name; a fault where there is none
  PlayerLookup(List<Player> players, Map<Long, Set<Team>> teams, Function<String, Team> team) {
    names = new NameIndex<>(players, Player::name);
    initialed = new InitialedNames<>(players, Player::name);
    this.teams = teams;
    this.team = team;
  }

  /// @param player who is meant
  /// @param understood a sentence where the name is not his as it is stored, else empty
  /// @param byTeam whether it took the team to tell
  record Found(Player player, String understood, boolean byTeam) {}

  /// @param asked the name
  /// @param ofTeam name or id of his team; blank where it was not said
  Found find(String asked, String ofTeam) {
    List<Player> exact = names.allExact(asked);
    if (exact.size() == 1) {
      return new Found(exact.getFirst(), "", false);
    }
    if (exact.size() > 1) {
      List<Player> his = of(exact, ofTeam);
      if (his.size() == 1) {
        return new Found(his.getFirst(), "", true);
      }
      throw new Fault(
          Fault.Kind.DATA, exact.size() + " players are called \"" + asked + "\".", askById(exact));
    }
    List<Player> meant = initialed.meant(asked);
    List<Player> his = meant.isEmpty() ? meant : of(meant, ofTeam);
    if (his.size() > 1) {
      throw new Fault(
          Fault.Kind.DATA,
          his.size() + " players may be meant by \"" + asked + "\".",
          "Name his team or write the name in full. " + askById(his));
    }
    if (his.isEmpty()) {
      throw Pricer.unknown("player", asked, Pricer.near(names, asked), "players");
    }
    Player found = his.getFirst();
    return new Found(
        found, "\"%s\" was understood as %s.".formatted(asked, described(found)), meant.size() > 1);
  }

  private List<Player> of(List<Player> players, String ofTeam) {
    if (ofTeam.isBlank()) {
      return players;
    }
    long id = team.apply(ofTeam).id();
    return players.stream()
        .filter(player -> teams(player).stream().anyMatch(one -> one.id() == id))
        .toList();
  }

  private Set<Team> teams(Player player) {
    return teams.getOrDefault(player.id(), Set.of());
  }

  private String askById(List<Player> players) {
    return "Ask by id: "
        + String.join(
            ", ", players.stream().map(one -> one.id() + " is " + described(one)).toList())
        + ".";
  }

  private String described(Player player) {
    List<String> of = teams(player).stream().map(Team::name).toList();
    return of.isEmpty() ? player.name() : player.name() + " (" + of.getLast() + ")";
  }
}
