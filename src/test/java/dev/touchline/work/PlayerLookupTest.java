/// Who is meant by a name: one player, or nobody and a reason.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Team;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlayerLookupTest {
  private static final Team LEEDS = new Team(1, "Leeds");
  private static final Team YORK = new Team(2, "York");

  private final PlayerLookup lookup =
      new PlayerLookup(
          List.of(
              player(11, "H. Kane"),
              player(12, "Jan Vos"),
              player(13, "Joost Vos"),
              player(14, "Danilo"),
              player(15, "Danilo")),
          Map.of(
              11L, new LinkedHashSet<>(List.of(YORK, LEEDS)),
              12L, Set.of(LEEDS),
              13L, Set.of(YORK),
              14L, Set.of(LEEDS),
              15L, Set.of(YORK)),
          name -> name.equals("York") ? YORK : LEEDS);

  private static Player player(long id, String name) {
    return new Player(id, name, Position.FWD);
  }

  private Fault fault(String asked, String team) {
    return catchThrowableOfType(Fault.class, () -> lookup.find(asked, team));
  }

  @Test
  void aNameAsItIsStoredNeedsNoWord() {
    PlayerLookup.Found found = lookup.find("h kane", "");
    assertThat(found.player().id()).isEqualTo(11);
    assertThat(found.understood()).isEmpty();
  }

  @Test
  void aFirstNameIsUnderstoodAndSaidWithHisLastTeam() {
    for (String team : List.of("", "York", "Leeds")) {
      PlayerLookup.Found found = lookup.find("Harry Kane", team);
      assertThat(found.player().id()).isEqualTo(11);
      assertThat(found.understood()).isEqualTo("\"Harry Kane\" was understood as H. Kane (Leeds).");
      assertThat(found.byTeam()).isFalse();
    }
  }

  @Test
  void theTeamTellsThoseWhoShareAnInitialOrAName() {
    assertThat(lookup.find("J. Vos", "York").player().id()).isEqualTo(13);
    assertThat(lookup.find("J. Vos", "York").byTeam()).isTrue();
    assertThat(lookup.find("Danilo", "York").player().id()).isEqualTo(15);
    assertThat(lookup.find("Danilo", "York").understood()).isEmpty();
  }

  @Test
  void whereSeveralMayBeMeantNobodyIsTaken() {
    Fault fault = fault("J. Vos", "");
    assertThat(fault).hasMessage("2 players may be meant by \"J. Vos\".");
    assertThat(fault.remedy()).contains("12 is Jan Vos (Leeds), 13 is Joost Vos (York)");
    assertThat(fault("Danilo", "")).hasMessage("2 players are called \"Danilo\".");
  }

  @Test
  void theInitialOfAnotherTeamsPlayerIsNotEnough() {
    Fault fault = fault("Jan-Willem Kane", "York");
    assertThat(fault).hasMessage("No player is called \"Jan-Willem Kane\".");
    PlayerLookup one =
        new PlayerLookup(List.of(player(12, "Jan Vos")), Map.of(12L, Set.of(LEEDS)), name -> YORK);
    Fault other = catchThrowableOfType(Fault.class, () -> one.find("J. Vos", "York"));
    assertThat(other).hasMessage("No player is called \"J. Vos\".");
    assertThat(other.remedy()).isEqualTo("Did you mean Jan Vos?");
  }
}
