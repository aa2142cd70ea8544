/// How draws are cut into the chunks of a file.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;

/// Chunks of one chain, some draws and some rows of a parameter's first dimension (its others
/// whole): about 256 KiB, so that both a few draws of all scalars and all draws of a few scalars
/// can be read without much waste.
///
/// @param draws draws of a chunk
/// @param rows entries along the parameter's first dimension (1 where it has none)
/// @param rowSize scalars of one such entry
record Chunking(int draws, int rows, int rowSize) {
  private static final int DRAWS = 256;
  private static final int DOUBLES = 1 << 15;

  /// Rows of a chunk of data without draws.
  static final int ROWS = 1 << 13;

  static Chunking of(Parameter parameter, int allDraws) {
    int draws = Math.max(1, Math.min(allDraws, DRAWS));
    int leading = parameter.shape().length == 0 ? 1 : Math.max(1, parameter.shape()[0]);
    int rowSize = Math.max(1, parameter.size() / leading);
    int rows = Math.clamp(DOUBLES / ((long) draws * rowSize), 1, leading);
    return new Chunking(draws, rows, rowSize);
  }

  /// The chunk's shape (chain, draw, parameter dimensions).
  long[] shape(Parameter parameter) {
    int[] own = parameter.shape();
    long[] shape = new long[2 + own.length];
    shape[0] = 1;
    shape[1] = draws;
    for (int i = 0; i < own.length; i++) {
      shape[2 + i] = i == 0 ? rows : own[i];
    }
    return shape;
  }
}
