/// A simulated league of any length, for trying how well truth is recovered.
package dev.touchline.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Round-robin rounds, one a week, every team in each.
///
/// @param seed the same seed gives the same rows
/// @param teams an even number, 2 to 32, of 23 players each
/// @param rounds rounds of teams/2 matches
/// @param goalsAmongShots whether a goal also counts as a shot. False draws the props independently
///   given their rates, exactly as the reference model has it; true keeps each prop's own
///   distribution and makes every goal one of the shots
public record SimulatedLeague(long seed, int teams, int rounds, boolean goalsAmongShots) {
  /// The competition key of its rows.
  public static final String COMPETITION = "simulated-league";

  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 8, 1);
  private static final long FIRST_MATCH_ID = 910_001;

  /// Refuses sizes that cannot be played.
  public SimulatedLeague {
    if (teams < 2 || teams > NameMaker.NATIONS.size() || teams % 2 != 0 || rounds < 1) {
      throw new IllegalArgumentException(
          teams + " teams and " + rounds + " rounds cannot be played");
    }
  }

  /// Ten times the sample tournament: 640 matches, about 17,900 rows, twenty-odd a player.
  public static SimulatedLeague tenfold(long seed) {
    return new SimulatedLeague(seed, 32, 40, false);
  }

  /// Plays every round.
  public SimulatedSeason simulate() {
    Dice dice = new Dice(seed);
    SimulatedSeason.Player player =
        new SimulatedSeason.Player(World.draw(teams, dice), dice, goalsAmongShots);
    long matchId = FIRST_MATCH_ID;
    for (int round = 0; round < rounds; round++) {
      List<MatchSimulator.Fixture> fixtures = new ArrayList<>();
      for (int pair = 0; pair < teams / 2; pair++) {
        // The circle method: the last team stands still, the others move on one seat a round.
        int one = pair == 0 ? teams - 1 : (round + pair) % (teams - 1);
        int two = (round + teams - 1 - pair) % (teams - 1);
        boolean swap = (pair == 0 ? round : pair + round / (teams - 1)) % 2 == 1;
        fixtures.add(
            new MatchSimulator.Fixture(
                matchId++,
                FIRST_DAY.plusWeeks(round),
                COMPETITION,
                swap ? two : one,
                swap ? one : two,
                false));
      }
      player.day(fixtures);
    }
    return player.season();
  }
}
