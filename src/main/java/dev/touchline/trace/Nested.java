/// Flattens nested primitive arrays into doubles.
package dev.touchline.trace;

import java.lang.reflect.Array;

/// jhdf gives slices as arrays of arrays of whatever type the file has.
final class Nested {
  private Nested() {}

  /// Copies all numbers of `nested` to `target` from `at` on; returns the position after the last.
  static int copy(Object nested, double[] target, int at) {
    if (nested instanceof double[] doubles) {
      System.arraycopy(doubles, 0, target, at, doubles.length);
      return at + doubles.length;
    }
    if (nested instanceof Number number) {
      target[at] = number.doubleValue();
      return at + 1;
    }
    if (nested instanceof Boolean truth) {
      target[at] = truth ? 1 : 0;
      return at + 1;
    }
    if (nested instanceof String text) {
      // Truth values as HDF5 enumerations (h5py writes them so).
      target[at] = text.equalsIgnoreCase("TRUE") ? 1 : 0;
      return at + 1;
    }
    int next = at;
    for (int i = 0; i < Array.getLength(nested); i++) {
      next = copy(Array.get(nested, i), target, next);
    }
    return next;
  }
}
