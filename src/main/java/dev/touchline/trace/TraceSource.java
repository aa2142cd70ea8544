/// Draws that can be read, from memory or from a file.
package dev.touchline.trace;

/// A readable trace. Safe for use by one thread at a time.
public interface TraceSource extends AutoCloseable {
  /// What it holds.
  TraceSchema schema();

  /// Number of chains.
  int chains();

  /// Draws of each chain (the shortest, where chains differ).
  int draws();

  /// Reads a slice of one parameter: `count` draws of one chain from `firstDraw` on, shape (count,
  /// parameter size), C order.
  double[] read(String parameter, int chain, int firstDraw, int count);

  /// Reads one statistic of `sample_stats` (ArviZ names: `lp`, `energy`, `diverging`, …) for all
  /// draws of a chain; booleans as 0 and 1; an empty array where the trace has no such statistic.
  double[] stat(String name, int chain);

  @Override
  void close();
}
