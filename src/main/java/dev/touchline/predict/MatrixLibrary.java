/// Whether the library for large batches can be loaded here.
package dev.touchline.predict;

import org.nd4j.linalg.factory.Nd4j;

/// Loads it, which takes a second or two.
public final class MatrixLibrary {
  private MatrixLibrary() {}

  /// Why it cannot be loaded, in a word or two; empty where it can.
  public static String trouble() {
    try {
      return Nd4j.ones(2).sumNumber().intValue() == 2 ? "" : "it adds wrongly";
    } catch (RuntimeException | LinkageError e) {
      return e.getClass().getSimpleName();
    }
  }
}
