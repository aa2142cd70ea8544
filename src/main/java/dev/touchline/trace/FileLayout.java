/// The groups, dimensions and coordinates of an open trace file, whatever its format.
package dev.touchline.trace;

import java.util.List;
import java.util.Map;

/// What a reader of traces needs to know of a file.
interface FileLayout extends AutoCloseable {
  /// The variables of a group that run over chain and draw; none where there is no such group.
  List<FileVariable> draws(String group) throws Damaged;

  /// Attributes of the file and of its posterior group.
  Map<String, String> attributes();

  /// The coordinates that the posterior group has along some dimensions.
  ///
  /// @param lengths the dimensions and their lengths
  List<Coordinate> coordinates(Map<String, Integer> lengths) throws Damaged;

  @Override
  void close();

  /// Opens a file; a failure of any kind means that it is damaged.
  interface Opener {
    /// The layout, open.
    FileLayout open() throws Damaged;
  }
}
