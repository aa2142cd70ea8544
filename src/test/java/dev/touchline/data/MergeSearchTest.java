/// Who is proposed as one person, and who is not.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MergeSearchTest {
  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

  private static PlayerSummary player(
      long id, String name, String team, Position position, long rows) {
    return new PlayerSummary(
        id, List.of(name), new TreeSet<>(List.of(team)), Map.of(position, rows), rows, DAY, DAY);
  }

  private static List<String> found(PlayerSummary... players) {
    return new MergeSearch(List.of(players))
        .candidates().stream()
            .map(one -> one.player().id() + "→" + one.into().id() + " " + one.reason())
            .toList();
  }

  @Test
  void spellingsOfOneNameInATeam() {
    assertThat(
            found(
                player(1, "Luka Modrić", "Real Madrid", Position.MID, 30),
                player(2, "L. Modric", "Real Madrid", Position.MID, 4),
                player(3, "Luka Modrič", "REAL MADRID", Position.MID, 5),
                player(4, "Luca Modric", "Real Madrid", Position.MID, 6)))
        .containsExactly(
            "2→1 one name shortens the other, in the same team",
            "2→3 one name shortens the other, in the same team",
            "2→4 one name shortens the other, in the same team",
            "3→1 the same name in the same team",
            "3→4 nearly the same name in the same team",
            "4→1 nearly the same name in the same team");
  }

  @Test
  void namesakesElsewhereOnlyByTheirFullName() {
    assertThat(
            found(
                player(1, "Danny Ward", "Liverpool", Position.GKP, 3),
                player(2, "Danny Ward", "Leicester", Position.GKP, 9),
                player(3, "Danny Ward", "Rotherham", Position.FWD, 9),
                player(4, "Fernando", "Porto", Position.GKP, 9),
                player(5, "Fernando", "Liverpool", Position.GKP, 9)))
        .containsExactly("1→2 the same name in different teams");
  }

  @Test
  void othersOfATeamAreLeftAlone() {
    assertThat(
            found(
                player(1, "Eden Hazard", "Belgium", Position.MID, 6),
                player(2, "Thorgan Hazard", "Belgium", Position.MID, 2),
                player(3, "Jan Vertonghen", "Belgium", Position.DEF, 6),
                player(4, "J. Vertonghen", "Belgium", Position.FWD, 6)))
        .isEmpty();
  }
}
