/// Random numbers that are the same on every machine and Java version.
package dev.touchline.data.sample;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws built from the raw bits of L64X128MixRandom, whose algorithm is specified (LXM: Steele and
/// Vigna, 2021), by StrictMath alone. The JDK's own Gaussians and bounded integers are not used:
/// their algorithms may change from one Java to the next.
final class Dice {
  private static final double TO_UNIT = 0x1.0p-53;

  private final RandomGenerator bits;

  Dice(long seed) {
    bits = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Uniform on [0, 1).
  double uniform() {
    return (bits.nextLong() >>> 11) * TO_UNIT;
  }

  /// Uniform on 0 … n − 1.
  int below(int n) {
    return (int) (uniform() * n);
  }

  /// Uniform on low … high, both included.
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /// Standard normal, by Marsaglia's polar method.
  double gaussian() {
    while (true) {
      double a = 2 * uniform() - 1;
      double b = 2 * uniform() - 1;
      double s = a * a + b * b;
      if (s > 0 && s < 1) {
        return a * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /// Exponential with mean 1.
  double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /// Poisson, by counting exponential waits; for the small means of football.
  int poisson(double mean) {
    int count = 0;
    for (double time = exponential(); time < mean; time += exponential()) {
      count++;
    }
    return count;
  }
}
