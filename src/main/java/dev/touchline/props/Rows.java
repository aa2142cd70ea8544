/// Training rows in the order and form in which the density reads them.
package dev.touchline.props;

import dev.touchline.football.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Rows sorted by player, players sorted by position; props sorted by how much was counted.
///
/// The most counted prop comes first inside the density, since it is the best conditioned one to
/// hang the correlations on; [#propOrder] leads back to the model's order.
final class Rows {
  final int count;
  final int props;

  /// Columns of x: the features and, where its exponent is free, the log exposure last.
  final int features;

  /// The column of the log exposure, or −1.
  final int exponentAt;

  final int players;
  final int opponents;

  /// Own teams, 0 where the model has no effects of them.
  final int teams;

  /// Model's index of each internal prop.
  final int[] propOrder;

  /// Model's index of each internal player.
  final int[] playerOrder;

  /// First internal player of each position, and the end: length 5.
  final int[] positionStart;

  /// First row of each internal player, and the end.
  final int[] rowStart;

  /// Opponent of each fixture. A fixture is a team against an opponent; without own teams' effects
  /// an opponent alone.
  final int[] fixtureOpponent;

  /// Own team of each fixture; empty without own teams' effects.
  final int[] fixtureTeam;

  /// 2 × fixture + home of each row.
  final int[] cell;

  /// Minutes / 90 of each row.
  final double[] exposure;

  /// Standardised features and the log exposure, [column][row].
  final double[][] x;

  /// Counts, [prop][row].
  final double[][] y;

  /// Sums of counts by player, [prop][player].
  final double[][] playerCounts;

  /// Sums of counts by cell, [prop][cell].
  final double[][] cellCounts;

  /// Share of the rows against each opponent.
  final double[] opponentShare;

  /// Share of the rows of each own team.
  final double[] teamShare;

  /// Sums of features times counts, [feature * K + prop].
  final double[] featureCounts;

  Rows(ModelData data) {
    count = data.rows();
    props = data.props().size();
    exponentAt = data.variant().freeExponent() ? data.featureCount() : -1;
    features = data.featureCount() + (exponentAt < 0 ? 0 : 1);
    players = data.players().size();
    opponents = data.opponents().size();
    teams = data.teams().size();
    propOrder = propOrder(data);
    positionStart = new int[Layout.POSITIONS + 1];
    playerOrder = playerOrder(data);
    rowStart = new int[players + 1];
    int[] pairs = pairs(data);
    fixtureOpponent = IntStream.of(pairs).map(pair -> pair % opponents).toArray();
    fixtureTeam =
        teams == 0 ? new int[0] : IntStream.of(pairs).map(pair -> pair / opponents).toArray();
    cell = new int[count];
    exposure = new double[count];
    x = new double[features][count];
    y = new double[props][count];
    playerCounts = new double[props][players];
    cellCounts = new double[props][cells()];
    featureCounts = new double[features * props];
    opponentShare = new double[opponents];
    teamShare = new double[teams];
    fill(data, pairs);
  }

  /// Length of a table of cells.
  int cells() {
    return 2 * fixtureOpponent.length;
  }

  /// Team × O + opponent of each fixture, ascending; all opponents without own teams' effects.
  private int[] pairs(ModelData data) {
    return teams == 0
        ? IntStream.range(0, opponents).toArray()
        : IntStream.range(0, count).map(i -> pair(data, i)).distinct().sorted().toArray();
  }

  private int pair(ModelData data, int row) {
    return (teams == 0 ? 0 : data.team()[row] * opponents) + data.opponent()[row];
  }

  /// Most rows that any block of players has.
  int largestBlock() {
    int largest = 0;
    for (int q = 0; q < Layout.POSITIONS; q++) {
      for (int from = positionStart[q];
          from < positionStart[q + 1];
          from += WhitenedEffects.BLOCK) {
        int to = Math.min(from + WhitenedEffects.BLOCK, positionStart[q + 1]);
        largest = Math.max(largest, rowStart[to] - rowStart[from]);
      }
    }
    return largest;
  }

  private int[] propOrder(ModelData data) {
    long[] totals = new long[props];
    for (int i = 0; i < data.y().length; i++) {
      totals[i % props] += data.y()[i];
    }
    return IntStream.range(0, props)
        .boxed()
        .sorted(Comparator.comparingLong(j -> -totals[j]))
        .mapToInt(j -> j)
        .toArray();
  }

  private int[] playerOrder(ModelData data) {
    int[] order = new int[players];
    int at = 0;
    for (Position position : Position.values()) {
      positionStart[position.ordinal()] = at;
      for (int p = 0; p < players; p++) {
        if (data.players().get(p).position() == position) {
          order[at++] = p;
        }
      }
    }
    positionStart[Layout.POSITIONS] = at;
    return order;
  }

  private void fill(ModelData data, int[] pairs) {
    List<List<Integer>> rowsOf = new ArrayList<>();
    for (int p = 0; p < players; p++) {
      rowsOf.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      rowsOf.get(data.player()[i]).add(i);
    }
    int at = 0;
    for (int p = 0; p < players; p++) {
      rowStart[p] = at;
      for (int i : rowsOf.get(playerOrder[p])) {
        copyRow(data, i, at++, p, Arrays.binarySearch(pairs, pair(data, i)));
      }
    }
    rowStart[players] = at;
  }

  private void copyRow(ModelData data, int from, int to, int player, int fixture) {
    cell[to] = 2 * fixture + (data.home()[from] > 0.5 ? 1 : 0);
    opponentShare[data.opponent()[from]] += 1.0 / count;
    if (teams > 0) {
      teamShare[data.team()[from]] += 1.0 / count;
    }
    exposure[to] = Math.exp(data.logExposure()[from]);
    int named = data.featureCount();
    for (int f = 0; f < named; f++) {
      x[f][to] = data.x()[from * named + f];
    }
    if (exponentAt >= 0) {
      x[exponentAt][to] = data.logExposure()[from];
    }
    for (int k = 0; k < props; k++) {
      double value = data.y()[from * props + propOrder[k]];
      y[k][to] = value;
      playerCounts[k][player] += value;
      cellCounts[k][cell[to]] += value;
      for (int f = 0; f < features; f++) {
        featureCounts[f * props + k] += value * x[f][to];
      }
    }
  }
}
