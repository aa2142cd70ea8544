/// Checks that a slice lies inside a trace.
package dev.touchline.trace;

import java.util.Objects;

/// Bounds of slices, the same for every kind of trace.
final class Slices {
  private Slices() {}

  static void check(TraceSource trace, int chain, int firstDraw, int count) {
    Objects.checkIndex(chain, trace.chains());
    Objects.checkFromIndexSize(firstDraw, count, trace.draws());
  }
}
