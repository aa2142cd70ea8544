/// Simulated rows together with the truth behind them.
package dev.touchline.data.sample;

import dev.touchline.data.RunningForm;
import dev.touchline.football.PlayerMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A season.
///
/// @param rows rows ordered by date, match, team, player
/// @param truth the parameters that they were drawn from
public record SimulatedSeason(List<PlayerMatch> rows, Truth truth) {

  /// Plays days one after the other; form is known up to the day before.
  static final class Player {
    private final RunningForm form = new RunningForm();
    private final Set<Integer> suspended = new HashSet<>();
    private final List<PlayerMatch> rows = new ArrayList<>();
    private final Truth truth;
    private final MatchSimulator simulator;

    Player(Truth truth, Dice dice, boolean goalsAmongShots) {
      this.truth = truth;
      this.simulator = new MatchSimulator(truth, dice, form, goalsAmongShots);
    }

    /// The results of one day's matches, in their order.
    List<MatchSimulator.Result> day(List<MatchSimulator.Fixture> fixtures) {
      List<MatchSimulator.Result> results = new ArrayList<>();
      for (MatchSimulator.Fixture fixture : fixtures) {
        MatchSimulator.Result result = simulator.play(fixture, suspended);
        // Who sat this match out may play the next.
        suspended.removeIf(
            player ->
                player / World.SQUAD_SIZE == fixture.home()
                    || player / World.SQUAD_SIZE == fixture.away());
        suspended.addAll(result.sentOff());
        results.add(result);
      }
      for (MatchSimulator.Result result : results) {
        result.rows().forEach(form::observe);
        rows.addAll(result.rows());
      }
      return results;
    }

    SimulatedSeason season() {
      rows.sort(
          Comparator.comparing(PlayerMatch::matchDate)
              .thenComparing(PlayerMatch::matchId)
              .thenComparing(PlayerMatch::teamId)
              .thenComparing(PlayerMatch::playerId));
      return new SimulatedSeason(List.copyOf(rows), truth);
    }
  }
}
