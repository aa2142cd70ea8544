/// The formulas of the forecast of minutes.
package dev.touchline.data;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Minutes as of now, given the rows seen so far and that the player plays.
///
/// Appearances fall into seven classes: up to 15, 30, 45, 60, 75, 89 minutes, and more. The first
/// three are mostly those of substitutes, the others those of starters. With n_c a player's
/// appearances of class c among his last ten, each weighted by 0.8 for every later one, W their
/// sum, π the shares of the classes at his position so far, and S the substitutes' or the starters'
/// classes:
///
/// - P(S) = (Σ_S n + 2 π_S) / (W + 2): his share of starts, shrunk by two appearances' worth;
/// - P(c | S) = (n_c + 10 π_c / π_S) / (Σ_S n + 10): when he comes on or goes off is mostly his
///   position's.
///
/// The numbers were chosen by the log score of the classes on half a season of one league, and
/// serve unchanged elsewhere. A class stands for the mean minutes that the position has in it.
public final class RunningMinutes {
  private static final int[] UPPER = {15, 30, 45, 60, 75, 89, 150};

  /// First class of starters.
  private static final int STARTERS = 3;

  private static final int APPEARANCES = 10;
  private static final double DECAY = 0.8;
  private static final double SHRINK_STARTS = 2;
  private static final double SHRINK_CLASSES = 10;

  private final double[][] counts = new double[Position.values().length][UPPER.length];
  private final double[][] sums = new double[Position.values().length][UPPER.length];

  /// Classes of each player's last appearances, the latest first.
  private final Map<Long, Deque<Integer>> players = new HashMap<>();

  /// Nothing seen yet: one appearance of each class at each position, in the middle of the class.
  public RunningMinutes() {
    for (int q = 0; q < counts.length; q++) {
      for (int c = 0; c < UPPER.length; c++) {
        counts[q][c] = 1;
        sums[q][c] = c == UPPER.length - 1 ? 90 : UPPER[c] - 7;
      }
    }
  }

  /// Takes a row that has been played.
  public void observe(PlayerMatch row) {
    int c = 0;
    while (row.minutes() > UPPER[c]) {
      c++;
    }
    counts[row.position().ordinal()][c]++;
    sums[row.position().ordinal()][c] += row.minutes();
    Deque<Integer> recent = players.computeIfAbsent(row.playerId(), id -> new ArrayDeque<>());
    recent.addFirst(c);
    if (recent.size() > APPEARANCES) {
      recent.removeLast();
    }
  }

  /// Minutes of a player who is about to play.
  ///
  /// @param position his position; null where nobody knows it: all of them count
  public MinutesForecast forecast(long playerId, @Nullable Position position) {
    double[] population = new double[UPPER.length];
    double[] minutes = new double[UPPER.length];
    for (int q = 0; q < counts.length; q++) {
      for (int c = 0; c < UPPER.length && (position == null || position.ordinal() == q); c++) {
        population[c] += counts[q][c];
        minutes[c] += sums[q][c];
      }
    }
    double[] own = new double[UPPER.length];
    double weight = 1;
    for (int c : players.getOrDefault(playerId, new ArrayDeque<>())) {
      own[c] += weight;
      weight *= DECAY;
    }
    double[] probability = new double[UPPER.length];
    share(own, population, 0, STARTERS, probability);
    share(own, population, STARTERS, UPPER.length, probability);
    for (int c = 0; c < UPPER.length; c++) {
      minutes[c] /= population[c];
    }
    return new MinutesForecast(minutes, probability);
  }

  private static void share(
      double[] own, double[] population, int from, int to, double[] probability) {
    double ownPart = sum(own, from, to);
    double part = sum(population, from, to);
    double chance =
        (ownPart + SHRINK_STARTS * part / sum(population, 0, UPPER.length))
            / (sum(own, 0, UPPER.length) + SHRINK_STARTS);
    for (int c = from; c < to; c++) {
      probability[c] =
          chance * (own[c] + SHRINK_CLASSES * population[c] / part) / (ownPart + SHRINK_CLASSES);
    }
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int c = from; c < to; c++) {
      sum += values[c];
    }
    return sum;
  }
}
