/// Reads a trace scalar by scalar, as diagnostics want it.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Series of one scalar over all chains. Reads blocks of neighbouring scalars and keeps the last
/// few of them, so that walking through the scalars in order, also by several threads, reads a file
/// once. Safe for several threads; it does not close the trace.
public final class SeriesReader {
  private static final int KEPT_BLOCKS = 4;

  private final TraceSource trace;
  private final int count;

  /// Block start → its series, shape (scalar, chain, draw); least recently used first.
  private final LinkedHashMap<Integer, double[][][]> blocks = new LinkedHashMap<>(8, 0.75f, true);

  /// Reads from this trace.
  public SeriesReader(TraceSource trace) {
    this.trace = trace;
    count = trace.schema().scalarCount();
  }

  /// Bytes that reading a trace of this size scalar by scalar needs, whatever it holds.
  public static long estimateBytes(int chains, int draws) {
    // The blocks kept, the one being read, and its rows before they are turned.
    return (KEPT_BLOCKS + 2L) * TraceSource.USUAL_BLOCK * chains * draws * Double.BYTES;
  }

  /// Number of scalars, over all parameters.
  public int count() {
    return count;
  }

  /// The draws of a scalar, counted over all parameters in order; shape (chain, draw). To be read
  /// only.
  public double[][] series(int scalar) {
    Objects.checkIndex(scalar, count);
    int offset = 0;
    for (Parameter parameter : trace.schema().parameters()) {
      if (scalar < offset + parameter.size()) {
        int width = Math.max(1, trace.scalarBlock(parameter));
        int first = (scalar - offset) / width * width;
        int length = Math.min(width, parameter.size() - first);
        return block(parameter, offset, first, length)[scalar - offset - first];
      }
      offset += parameter.size();
    }
    throw new IndexOutOfBoundsException(scalar);
  }

  private synchronized double[][][] block(Parameter parameter, int offset, int first, int length) {
    double[][][] block = blocks.get(offset + first);
    if (block == null) {
      block = read(parameter, first, length);
      blocks.put(offset + first, block);
      if (blocks.size() > KEPT_BLOCKS) {
        Map.Entry<Integer, double[][][]> eldest = blocks.firstEntry();
        blocks.remove(eldest.getKey());
      }
    }
    return block;
  }

  private double[][][] read(Parameter parameter, int first, int length) {
    int draws = trace.draws();
    double[][][] series = new double[length][trace.chains()][draws];
    for (int chain = 0; chain < trace.chains(); chain++) {
      double[] rows = trace.readScalars(parameter.name(), chain, first, length);
      for (int draw = 0; draw < draws; draw++) {
        for (int scalar = 0; scalar < length; scalar++) {
          series[scalar][chain][draw] = rows[draw * length + scalar];
        }
      }
    }
    return series;
  }
}
