/// One variable (chain, draw, …) of an open trace file.
package dev.touchline.trace;

import java.util.List;

/// Reads slices of a variable as doubles, whatever the format of the file.
interface FileVariable {
  /// Its name.
  String name();

  /// Dimensions after chain and draw.
  List<String> dims();

  /// Lengths of all dimensions, chain and draw first.
  int[] shape();

  /// Entries along the third axis that are read together without waste.
  int rowsOfChunk();

  /// Draws that one chunk holds; 1 where draws can be read singly.
  int drawsOfChunk();

  /// Draws of one chain, restricted to `rows` entries of the third axis; C order.
  double[] read(int chain, int firstDraw, int count, int firstRow, int rows) throws Damaged;
}
