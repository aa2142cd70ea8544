/// How a file stores numbers.
package dev.touchline.trace;

/// A type of values in a trace file.
public enum ValueKind {
  /// Doubles.
  REAL,
  /// Whole numbers of 32 bits.
  INTEGER,
  /// Truth values, 0 and 1, in bytes.
  BOOLEAN
}
