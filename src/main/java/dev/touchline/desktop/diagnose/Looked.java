/// What is drawn of the chosen scalar.
package dev.touchline.desktop.diagnose;

import dev.touchline.work.OpenTrace;
import java.util.Arrays;
import java.util.List;

/// @param name its name
/// @param draws shape (chain, draw)
/// @param history R-hat over growing shares of the draws
/// @param otherName the scalar of the pair plot
/// @param other its draws
/// @param diverging divergences, shape (chain, draw); chains are empty where unknown
record Looked(
    String name,
    double[][] draws,
    OpenTrace.History history,
    String otherName,
    double[][] other,
    double[][] diverging) {

  List<double[]> chains() {
    return List.of(draws);
  }

  static double[] flat(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray();
  }

  boolean[] divergingFlat() {
    double[] flags = flat(diverging);
    boolean[] flat = new boolean[flat(draws).length];
    for (int i = 0; i < Math.min(flags.length, flat.length); i++) {
      flat[i] = flags[i] > 0.5;
    }
    return flat;
  }
}
