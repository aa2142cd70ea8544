/// The rows and anchors in the order in which the vector kernel reads them.
package dev.touchline.props;

import static dev.touchline.props.VectorWidth.ROWS;
import static dev.touchline.props.VectorWidth.WIDTH;

import java.util.ArrayList;
import java.util.List;

/// Constants of a run, shared by all chains. Lanes are props, padded with zeros to four. In each
/// block players and rows are padded so that wide vectors have no rest: a padding row has weights
/// and features of zero and belongs to a cell and to a player of its own, which nobody reads.
///
/// Arrays of four values a player or a cell have one vector of padding in front and one behind, so
/// that a wide vector may reach over either end.
final class PackedRows {
  /// Lanes of a vector.
  static final int LANES = 4;

  /// Props that the fourth lane leaves room for, and that [VectorWhitening] is written for.
  static final int PROPS = 3;

  /// Features in a row's record.
  static final int FEATURES = 4;

  /// Slopes: of the features, and of the log exposure where its exponent is free.
  static final int SLOPES = FEATURES + 1;

  /// Where the log exposure lies behind a row's weights: a feature's slot for the code that packs.
  static final int LOG_EXPOSURE = PROPS;

  /// Doubles in a player's record: target, counts and mean features by prop.
  static final int PLAYER = LANES * (2 + SLOPES);

  static final int COUNTS = LANES;
  static final int MEANS = 2 * LANES;

  final List<Block> blocks = new ArrayList<>();

  /// Weights of a row in its player's means by prop, and its ln exposure, [row * 4].
  final double[] weights;

  /// Features of a row, [row * 4 + feature].
  final double[] features;

  /// 0 for the first row of a player and 1 for the others: what a running sum is multiplied by.
  final double[] keep;

  /// Where the cell of a row lies in a table [4 + cell * 4 + prop].
  final int[] cellAt;

  /// Where the player of a row lies in an array [4 + player * 4 + prop] of the block.
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

  /// Players `from` to `from + n` of one position, and where they and their rows lie padded.
  ///
  /// @param padded players with padding
  /// @param at the first player among padded ones
  /// @param firstRow the first row among padded ones
  /// @param rows rows without padding
  /// @param paddedRows rows with it
  record Block(
      int position, int from, int n, int padded, int at, int firstRow, int rows, int paddedRows) {}

  PackedRows(Rows rows, Anchors anchors) {
    int at = 0;
    int rowAt = 0;
    for (int q = 0; q < Layout.POSITIONS; q++) {
      int end = rows.positionStart[q + 1];
      for (int from = rows.positionStart[q]; from < end; from += WhitenedEffects.BLOCK) {
        int n = Math.min(WhitenedEffects.BLOCK, end - from);
        int count = rows.rowStart[from + n] - rows.rowStart[from];
        Block block =
            new Block(
                q,
                from,
                n,
                VectorWidth.padded(n, WIDTH),
                at,
                rowAt,
                count,
                VectorWidth.padded(count, ROWS));
        blocks.add(block);
        at += block.padded();
        rowAt += block.paddedRows();
      }
    }
    padded = at;
    weights = new double[LANES * rowAt];
    features = new double[LANES * rowAt];
    keep = new double[rowAt];
    cellAt = new int[rowAt];
    playerAt = new int[rowAt];
    player = new double[PLAYER * padded];
    info = new double[PROPS * padded];
    real = new double[padded];
    for (Block block : blocks) {
      pack(rows, anchors, block);
    }
  }

  private void pack(Rows rows, Anchors anchors, Block block) {
    int to = block.firstRow();
    for (int g = 0; g < block.n(); g++) {
      packPlayer(rows, anchors, block.from() + g, block.at() + g);
      int first = rows.rowStart[block.from() + g];
      for (int i = first; i < rows.rowStart[block.from() + g + 1]; i++, to++) {
        packRow(rows, anchors, i, to);
        playerAt[to] = LANES * (1 + g);
        keep[to] = i == first ? 0 : 1;
      }
    }
    for (; to < block.firstRow() + block.paddedRows(); to++) {
      cellAt[to] = LANES * (1 + rows.cells());
      playerAt[to] = LANES * (1 + WhitenedEffects.BLOCK);
    }
  }

  /// Length of an array of four values for each of a block's players, with padding.
  static int byPlayer() {
    return LANES * (WhitenedEffects.BLOCK + 3);
  }

  /// Length of an array of four values for each cell, with padding.
  static int byCell(Rows rows) {
    return LANES * (rows.cells() + 3);
  }

  /// Whether rows have few enough props and features.
  static boolean fits(Rows rows) {
    return rows.props <= PROPS && rows.features <= (rows.exponentAt < 0 ? FEATURES : SLOPES);
  }

  /// Where a column of the rows lies: the log exposure has a place of its own.
  static int slot(Rows rows, int column) {
    return column == rows.exponentAt ? FEATURES : column;
  }

  private void packRow(Rows rows, Anchors anchors, int i, int to) {
    double logExposure = Math.log(rows.exposure[i]);
    weights[LANES * to + LOG_EXPOSURE] = logExposure;
    largestSlot[FEATURES] = Math.max(largestSlot[FEATURES], Math.abs(logExposure));
    for (int f = 0; f < rows.features; f++) {
      int slot = slot(rows, f);
      if (slot < FEATURES) {
        features[LANES * to + slot] = rows.x[f][i];
        largestSlot[slot] = Math.max(largestSlot[slot], Math.abs(rows.x[f][i]));
      }
    }
    cellAt[to] = LANES * (1 + rows.cell[i]);
    for (int j = 0; j < rows.props; j++) {
      weights[LANES * to + j] = anchors.rowWeight()[j][i];
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
