/// Draws that can be read, from memory or from a file.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;

/// A readable trace. Safe for use by one thread at a time.
public interface TraceSource extends AutoCloseable {
  /// Neighbouring scalars that are read together in memory.
  int USUAL_BLOCK = 64;

  /// What it holds.
  TraceSchema schema();

  /// Number of chains.
  int chains();

  /// Draws of each chain (the shortest, where chains differ).
  int draws();

  /// Reads a slice of one parameter: `count` draws of one chain from `firstDraw` on, shape (count,
  /// parameter size), C order.
  double[] read(String parameter, int chain, int firstDraw, int count);

  /// Reads chosen draws of one parameter and chain, ascending by index: shape (number of indices,
  /// parameter size), C order. A file that is stored in chunks should decode each of them once.
  default double[] readDraws(String parameter, int chain, int[] indices) {
    int size = schema().require(parameter).size();
    double[] part = new double[Math.multiplyExact(indices.length, size)];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(read(parameter, chain, indices[i], 1), 0, part, i * size, size);
    }
    return part;
  }

  /// Reads neighbouring scalars of one parameter: all draws of one chain, shape (draws, `scalars`).
  /// The scalars are counted in C order from `firstScalar` on.
  default double[] readScalars(String parameter, int chain, int firstScalar, int scalars) {
    int size = schema().require(parameter).size();
    double[] all = read(parameter, chain, 0, draws());
    double[] part = new double[draws() * scalars];
    for (int draw = 0; draw < draws(); draw++) {
      System.arraycopy(all, draw * size + firstScalar, part, draw * scalars, scalars);
    }
    return part;
  }

  /// A number of neighbouring scalars that [#readScalars] reads without waste: whole chunks of a
  /// file, cache lines in memory.
  default int scalarBlock(Parameter parameter) {
    return Math.min(parameter.size(), USUAL_BLOCK);
  }

  /// Reads one statistic of `sample_stats` (ArviZ names: `lp`, `energy`, `diverging`, …) for all
  /// draws of a chain; booleans as 0 and 1; an empty array where the trace has no such statistic.
  double[] stat(String name, int chain);

  @Override
  void close();
}
