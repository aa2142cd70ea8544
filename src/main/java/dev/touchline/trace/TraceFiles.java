/// Writes and opens InferenceData files.
package dev.touchline.trace;

import java.nio.file.Path;

/// InferenceData in netCDF-4.
public final class TraceFiles {
  /// Writes a trace: beside the target first, then one atomic rename. Free space is the caller's to
  /// check with [#estimateBytes]. Faults of kind STORAGE. Returns the name of the engine that
  /// wrote.
  public String write(TraceSource trace, Path file) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Opens a file for reading, taking only what is asked for. A file that cannot be read gets one
  /// more try, then a fault of kind STORAGE that names it.
  public TraceSource open(Path file) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Upper estimate of a trace file's size in bytes.
  public static long estimateBytes(TraceSchema schema, int chains, int draws) {
    long scalars = schema.parameters().stream().mapToLong(p -> p.size()).sum();
    return (scalars + 9) * chains * draws * Double.BYTES + (1L << 20);
  }
}
