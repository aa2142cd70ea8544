/// Training rows in the order and form in which the density reads them.
package dev.touchline.props;

import dev.touchline.football.Position;
import java.util.ArrayList;
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
  final int features;
  final int players;
  final int opponents;

  /// Model's index of each internal prop.
  final int[] propOrder;

  /// Model's index of each internal player.
  final int[] playerOrder;

  /// First internal player of each position, and the end: length 5.
  final int[] positionStart;

  /// First row of each internal player, and the end.
  final int[] rowStart;

  /// 2 × opponent + home of each row.
  final int[] cell;

  /// Minutes / 90 of each row.
  final double[] exposure;

  /// Standardised features, [feature][row].
  final double[][] x;

  /// Counts, [prop][row].
  final double[][] y;

  /// Sums of counts by player, [prop][player].
  final double[][] playerCounts;

  /// Sums of counts by cell, [prop][cell].
  final double[][] cellCounts;

  /// Share of the rows against each opponent.
  final double[] opponentShare;

  /// Sums of features times counts, [feature * K + prop].
  final double[] featureCounts;

  Rows(ModelData data) {
    count = data.rows();
    props = data.props().size();
    features = data.featureCount();
    players = data.players().size();
    opponents = data.opponents().size();
    propOrder = propOrder(data);
    positionStart = new int[Layout.POSITIONS + 1];
    playerOrder = playerOrder(data);
    rowStart = new int[players + 1];
    cell = new int[count];
    exposure = new double[count];
    x = new double[features][count];
    y = new double[props][count];
    playerCounts = new double[props][players];
    cellCounts = new double[props][2 * opponents];
    featureCounts = new double[features * props];
    opponentShare = new double[opponents];
    fill(data);
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

  private void fill(ModelData data) {
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
        copyRow(data, i, at++, p);
      }
    }
    rowStart[players] = at;
  }

  private void copyRow(ModelData data, int from, int to, int player) {
    cell[to] = 2 * data.opponent()[from] + (data.home()[from] > 0.5 ? 1 : 0);
    opponentShare[data.opponent()[from]] += 1.0 / count;
    exposure[to] = Math.exp(data.logExposure()[from]);
    for (int f = 0; f < features; f++) {
      x[f][to] = data.x()[from * features + f];
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
