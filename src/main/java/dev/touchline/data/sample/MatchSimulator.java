/// Plays one simulated match.
package dev.touchline.data.sample;

import dev.touchline.data.RunningForm;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Draws who plays how long and what he does in the time.
///
/// Cards come as a process in time and the second one, or a straight red, ends the player's match.
/// The end depends on the cards seen so far only, so the likelihood of count and minutes is still
/// the Poisson one. Goals and shots are drawn for the minutes that came of it.
final class MatchSimulator {
  /// Chances of a first card being a straight red.
  private static final double STRAIGHT_RED = 0.02;

  private static final int REGULAR = 90;
  private static final int EXTRA = 120;

  /// Starters by position: 4-4-2, 4-3-3, 3-5-2, 5-3-2.
  private static final int[][] FORMATIONS = {
    {1, 4, 4, 2}, {1, 4, 3, 3}, {1, 3, 5, 2}, {1, 5, 3, 2}
  };

  /// A match to be played.
  ///
  /// @param home index of the team named first
  /// @param away index of the other
  /// @param knockout whether it needs a winner
  record Fixture(
      long matchId, LocalDate day, String competition, int home, int away, boolean knockout) {}

  /// A match that has been played.
  ///
  /// @param winner index of the winner, or -1 for a draw
  record Result(
      List<PlayerMatch> rows, int homeGoals, int awayGoals, int winner, List<Integer> sentOff) {}

  /// One player's match while it is played.
  private static final class Part {
    final int player;
    final boolean home;
    final int from;
    final int[] counts = new int[Truth.PROPS];
    final double[] rate = new double[Truth.PROPS];
    int to;
    boolean sentOff;

    Part(int player, boolean home, int from, int to) {
      this.player = player;
      this.home = home;
      this.from = from;
      this.to = to;
    }
  }

  private final Truth truth;
  private final Dice dice;
  private final RunningForm form;
  private final boolean goalsAmongShots;

  MatchSimulator(Truth truth, Dice dice, RunningForm form, boolean goalsAmongShots) {
    this.truth = truth;
    this.dice = dice;
    this.form = form;
    this.goalsAmongShots = goalsAmongShots;
  }

  Result play(Fixture fixture, Set<Integer> suspended) {
    List<Part> parts = new ArrayList<>();
    lineUp(fixture.home, true, suspended, parts);
    lineUp(fixture.away, false, suspended, parts);
    for (Part part : parts) {
      rates(part, part.home ? fixture.away : fixture.home);
      happen(part, part.from, part.to);
    }
    int home = goals(parts, true);
    int away = goals(parts, false);
    if (fixture.knockout && home == away) {
      for (Part part : parts) {
        if (part.to == REGULAR && !part.sentOff) {
          part.to = EXTRA;
          happen(part, REGULAR, EXTRA);
        }
      }
      home = goals(parts, true);
      away = goals(parts, false);
    }
    int winner = home > away ? fixture.home : away > home ? fixture.away : -1;
    if (fixture.knockout && winner < 0) {
      // Penalty shoot-out, which counts for no prop.
      winner = dice.chance(0.5) ? fixture.home : fixture.away;
    }
    List<PlayerMatch> rows = parts.stream().map(part -> row(part, fixture)).toList();
    List<Integer> sentOff = parts.stream().filter(p -> p.sentOff).map(p -> p.player).toList();
    return new Result(rows, home, away, winner, sentOff);
  }

  /// Eleven starters and up to three substitutes. Squads are listed best first within a position; a
  /// regular is left out one time in ten.
  private void lineUp(int team, boolean home, Set<Integer> suspended, List<Part> parts) {
    int[] formation = FORMATIONS[team % FORMATIONS.length];
    List<Part> starters = new ArrayList<>();
    List<Integer> bench = new ArrayList<>();
    int player = team * World.SQUAD_SIZE;
    for (Position position : Position.values()) {
      int q = position.ordinal();
      List<Integer> fit = new ArrayList<>();
      List<Integer> rested = new ArrayList<>();
      for (int i = 0; i < World.SQUAD[q]; i++, player++) {
        if (suspended.contains(player)) {
          continue;
        }
        (dice.chance(position == Position.GKP ? 0.03 : 0.1) ? rested : fit).add(player);
      }
      fit.addAll(rested);
      for (int i = 0; i < fit.size(); i++) {
        if (i < formation[q]) {
          starters.add(new Part(fit.get(i), home, 0, REGULAR));
        } else if (position != Position.GKP) {
          bench.add(fit.get(i));
        }
      }
    }
    List<Part> entered = new ArrayList<>();
    int substitutions = dice.chance(0.9) ? 3 : 2;
    List<Part> outfield =
        new ArrayList<>(
            starters.stream().filter(p -> truth.position(p.player) != Position.GKP).toList());
    for (int i = 0; i < substitutions && !bench.isEmpty(); i++) {
      Part off = outfield.remove(weighted(outfield));
      int minute = dice.chance(0.15) ? 45 : dice.between(50, 89);
      off.to = minute;
      int on = bench.remove(replacement(bench, truth.position(off.player)));
      entered.add(new Part(on, home, minute, REGULAR));
    }
    parts.addAll(starters);
    parts.addAll(entered);
  }

  /// Forwards and midfielders are taken off more often.
  private int weighted(List<Part> outfield) {
    while (true) {
      int i = dice.below(outfield.size());
      Position position = truth.position(outfield.get(i).player);
      if (position != Position.DEF || dice.chance(0.3)) {
        return i;
      }
    }
  }

  private int replacement(List<Integer> bench, Position position) {
    List<Integer> same = new ArrayList<>();
    for (int i = 0; i < bench.size(); i++) {
      if (truth.position(bench.get(i)) == position) {
        same.add(i);
      }
    }
    return same.isEmpty() || dice.chance(0.25) ? dice.below(bench.size()) : dice.pick(same);
  }

  /// Rates per minute.
  private void rates(Part part, int opponent) {
    double[] raw = new double[RunningForm.NAMES.size()];
    form.features(truth.players().get(part.player).id(), truth.position(part.player), raw, 0);
    double[] z = truth.scale().standardise(raw);
    for (int k = 0; k < Truth.PROPS; k++) {
      double log =
          truth.alpha()[k]
              + (part.home ? truth.home()[k] : 0)
              + truth.playerEffect()[part.player][k]
              + truth.opponentEffect()[opponent][k];
      for (int f = 0; f < z.length; f++) {
        log += z[f] * truth.beta()[f][k];
      }
      part.rate[k] = StrictMath.exp(log) / REGULAR;
    }
  }

  /// What a player does from one minute to another; shortens his match where he is sent off.
  private void happen(Part part, int from, int to) {
    int cards = Prop.CARDS.ordinal();
    double clock = from;
    while (!part.sentOff) {
      clock += dice.exponential() / part.rate[cards];
      if (clock >= to) {
        break;
      }
      part.counts[cards]++;
      if (part.counts[cards] == 2 || dice.chance(STRAIGHT_RED)) {
        part.sentOff = true;
        part.to = (int) clock + 1;
      }
    }
    int minutes = part.to - from;
    double goalMean = part.rate[Prop.GOALS.ordinal()] * minutes;
    double shotMean = part.rate[Prop.SHOTS.ordinal()] * minutes;
    int goals = dice.poisson(goalMean);
    part.counts[Prop.GOALS.ordinal()] += goals;
    part.counts[Prop.SHOTS.ordinal()] +=
        goalsAmongShots
            ? goals + dice.poisson(Math.max(0, shotMean - goalMean))
            : dice.poisson(shotMean);
  }

  private static int goals(List<Part> parts, boolean home) {
    return parts.stream()
        .filter(part -> part.home == home)
        .mapToInt(part -> part.counts[Prop.GOALS.ordinal()])
        .sum();
  }

  private PlayerMatch row(Part part, Fixture fixture) {
    int own = part.home ? fixture.home : fixture.away;
    int other = part.home ? fixture.away : fixture.home;
    return new PlayerMatch(
        fixture.matchId,
        fixture.day,
        fixture.competition,
        truth.players().get(part.player).id(),
        truth.players().get(part.player).name(),
        truth.position(part.player),
        truth.opponents().get(own).id(),
        truth.opponents().get(own).name(),
        truth.opponents().get(other).id(),
        truth.opponents().get(other).name(),
        part.home,
        part.to - part.from,
        part.counts[Prop.GOALS.ordinal()],
        part.counts[Prop.SHOTS.ordinal()],
        part.counts[Prop.CARDS.ordinal()]);
  }
}
