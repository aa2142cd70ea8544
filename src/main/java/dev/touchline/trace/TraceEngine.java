/// A way to write a trace file.
package dev.touchline.trace;

import java.io.IOException;
import java.util.Map;

/// One of several writers, tried in order.
interface TraceEngine {
  /// What it writes and with what, as the file and the log say it.
  String name();

  /// Writes a whole trace, anew. A [LinkageError] means that it does not work on this machine.
  void write(TraceContents contents, Map<String, String> attributes, PartFiles parts)
      throws IOException;
}
