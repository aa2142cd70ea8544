/// The rows and anchors in the order in which the vector kernel reads them.
package dev.touchline.props;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Constants of a run, shared by all chains. Lanes are props, padded with zeros to four; players
/// are padded to a multiple of four in each block, so that vectors over players have no rest.
///
/// One record a row and one a player, so that each is read in one stretch of memory.
final class PackedRows {
  /// Lanes of a vector.
  static final int LANES = 4;

  /// Props that the fourth lane leaves room for, and that [VectorWhitening] is written for.
  static final int PROPS = 3;

  /// Features in a row's record.
  static final int FEATURES = 4;

  /// Slopes: of the features, and of the log exposure where its exponent is free.
  static final int SLOPES = FEATURES + 1;

  /// Doubles in a row's record: weight in the player's means by prop, features, ln exposure. The
  /// weights come first, so that the vector of them lies in one cache line.
  static final int ROW = 8;

  static final int X = PROPS;
  static final int LOG_EXPOSURE = X + FEATURES;

  /// Doubles in a player's record: target, counts and mean features by prop.
  static final int PLAYER = LANES * (2 + SLOPES);

  static final int COUNTS = LANES;
  static final int MEANS = 2 * LANES;

  final List<Block> blocks = new ArrayList<>();

  /// Records of rows.
  final double[] row;

  /// 0 for the first row of a player and 1 for the others: what a running sum is multiplied by.
  final double[] keep;

  /// Where the cell of a row begins in a table [cell * 4 + prop].
  final int[] cellAt;

  /// Where the player of a row begins in an array [player * 4 + prop] of the block.
  final int[] playerAt;

  /// Records of players, padded.
  final double[] player;

  /// D of padded players, [prop * padded + player].
  final double[] info;

  /// 1 for a player, 0 for padding.
  final double[] real;

  /// Number of players with padding.
  final int padded;

  /// Largest |x| of each feature, and of the log exposure.
  final double[] largestSlot = new double[SLOPES];

  /// Whether no player is without a row.
  final boolean allHaveRows;

  /// Players `from` to `from + n` of one position, their rows, and where they lie padded.
  record Block(int position, int from, int n, int padded, int at, int firstRow, int rows) {}

  PackedRows(Rows rows, Anchors anchors) {
    int at = 0;
    for (int q = 0; q < Layout.POSITIONS; q++) {
      int end = rows.positionStart[q + 1];
      for (int from = rows.positionStart[q]; from < end; from += WhitenedEffects.BLOCK) {
        int n = Math.min(WhitenedEffects.BLOCK, end - from);
        int roundedUp = (n + LANES - 1) / LANES * LANES;
        int firstRow = rows.rowStart[from];
        blocks.add(
            new Block(q, from, n, roundedUp, at, firstRow, rows.rowStart[from + n] - firstRow));
        at += roundedUp;
      }
    }
    padded = at;
    allHaveRows =
        IntStream.range(0, rows.players).allMatch(p -> rows.rowStart[p] < rows.rowStart[p + 1]);
    row = new double[ROW * rows.count];
    keep = new double[rows.count];
    cellAt = new int[rows.count];
    playerAt = new int[rows.count];
    player = new double[PLAYER * padded];
    info = new double[PROPS * padded];
    real = new double[padded];
    for (Block block : blocks) {
      for (int g = 0; g < block.n(); g++) {
        packPlayer(rows, anchors, block.from() + g, block.at() + g);
        for (int i = rows.rowStart[block.from() + g];
            i < rows.rowStart[block.from() + g + 1];
            i++) {
          playerAt[i] = LANES * g;
          packRow(rows, anchors, i);
          keep[i] = i == rows.rowStart[block.from() + g] ? 0 : 1;
        }
      }
    }
  }

  /// Whether rows have few enough props and features.
  static boolean fits(Rows rows) {
    return rows.props <= PROPS && rows.features <= (rows.exponentAt < 0 ? FEATURES : SLOPES);
  }

  /// Where a column of the rows lies: the log exposure has a place of its own.
  static int slot(Rows rows, int column) {
    return column == rows.exponentAt ? FEATURES : column;
  }

  private void packRow(Rows rows, Anchors anchors, int i) {
    row[ROW * i + LOG_EXPOSURE] = Math.log(rows.exposure[i]);
    for (int f = 0; f < rows.features; f++) {
      row[ROW * i + X + slot(rows, f)] = rows.x[f][i];
    }
    for (int slot = 0; slot < SLOPES; slot++) {
      largestSlot[slot] = Math.max(largestSlot[slot], Math.abs(row[ROW * i + X + slot]));
    }
    cellAt[i] = LANES * rows.cell[i];
    for (int j = 0; j < rows.props; j++) {
      row[ROW * i + j] = anchors.rowWeight()[j][i];
    }
  }

  private void packPlayer(Rows rows, Anchors anchors, int from, int to) {
    real[to] = 1;
    for (int j = 0; j < rows.props; j++) {
      info[padded * j + to] = anchors.playerInfo()[j][from];
      player[PLAYER * to + j] = anchors.playerTarget()[j][from];
      player[PLAYER * to + COUNTS + j] = rows.playerCounts[j][from];
      for (int f = 0; f < rows.features; f++) {
        player[PLAYER * to + MEANS + LANES * slot(rows, f) + j] =
            anchors.featureMean()[f * rows.props + j][from];
      }
    }
  }
}
