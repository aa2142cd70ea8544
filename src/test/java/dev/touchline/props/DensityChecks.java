/// The checks that a density has to pass. They answer with what is wrong, so that tests can also
/// ask whether they notice a planted fault.
package dev.touchline.props;

import dev.touchline.mcmc.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

final class DensityChecks {
  private static final double STEP = 1e-5;

  private DensityChecks() {}

  /// A random position near the middle.
  static double[] position(int n, RandomGenerator random) {
    double[] position = new double[n];
    for (int i = 0; i < n; i++) {
      position[i] = 0.6 * random.nextGaussian();
    }
    return position;
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Coordinates whose gradient is not the density's own, by central differences.
  static List<String> differences(Model model, long seed) {
    int n = model.dimension();
    double[] position = position(n, random(seed));
    double[] gradient = new double[n];
    double[] scratch = new double[n];
    model.valueAndGradient(position, gradient);
    List<String> wrong = new ArrayList<>();
    int stride = Math.max(1, n / 150);
    for (int i = 0; i < n; i += i < model.denseBlock() ? 1 : stride) {
      double h = 1e-4;
      double kept = position[i];
      // Fourth-order differences, so that the comparison can be tight.
      double[] values = new double[4];
      double[] offsets = {-2 * h, -h, h, 2 * h};
      for (int j = 0; j < 4; j++) {
        position[i] = kept + offsets[j];
        values[j] = model.valueAndGradient(position, scratch);
      }
      position[i] = kept;
      double numeric = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h);
      compare(wrong, i, gradient[i], numeric, 2e-6);
    }
    return wrong;
  }

  /// Coordinates whose gradient is not that of the readable model: its derivative, by automatic
  /// differentiation along what the coordinate moves, and the slope of the Jacobian.
  static List<String> automatic(Model model, ReadableModel readable, long seed) {
    int n = model.dimension();
    double[] position = position(n, random(seed));
    double[] gradient = new double[n];
    model.valueAndGradient(position, gradient);
    double[] values = new double[model.valueCount()];
    model.values(position, values);
    List<String> wrong = new ArrayList<>();
    double h = 1e-3;
    for (int i = 0; i < n; i++) {
      double expected = readable.slope(values, moved(model, position, i));
      double kept = position[i];
      position[i] = kept + h;
      double up = logJacobian(model, readable, position);
      position[i] = kept - h;
      double down = logJacobian(model, readable, position);
      position[i] = kept;
      expected += (up - down) / (2 * h);
      compare(wrong, i, gradient[i], expected, 2e-5);
    }
    return wrong;
  }

  /// Points at which the density differs from the readable model's times the Jacobian by another
  /// constant than at the first.
  static List<String> offsets(Model model, ReadableModel readable, long seed) {
    RandomGenerator random = random(seed);
    int n = model.dimension();
    double first = Double.NaN;
    List<String> wrong = new ArrayList<>();
    for (int point = 0; point < 6; point++) {
      double[] position = position(n, random);
      double lp = model.valueAndGradient(position, new double[n]);
      double[] values = new double[model.valueCount()];
      model.values(position, values);
      double difference = lp - readable.logDensity(values) - logJacobian(model, readable, position);
      if (point == 0) {
        first = difference;
      } else if (!(Math.abs(difference - first) < 2e-5)) {
        wrong.add("point " + point + " is off by " + (difference - first));
      }
    }
    return wrong;
  }

  private static void compare(
      List<String> wrong, int at, double found, double expected, double tolerance) {
    if (!(Math.abs(found - expected) <= tolerance * (1 + Math.abs(expected)))) {
      wrong.add("coordinate %d has %s instead of %s".formatted(at, found, expected));
    }
  }

  /// Derivative of the values with respect to a coordinate.
  private static double[] moved(Model model, double[] position, int i) {
    double[] up = new double[model.valueCount()];
    double[] down = new double[model.valueCount()];
    double kept = position[i];
    position[i] = kept + STEP;
    model.values(position, up);
    position[i] = kept - STEP;
    model.values(position, down);
    position[i] = kept;
    for (int j = 0; j < up.length; j++) {
      up[j] = (up[j] - down[j]) / (2 * STEP);
    }
    return up;
  }

  /// ln |det d(free values)/d(position)| by central differences.
  private static double logJacobian(Model model, ReadableModel readable, double[] position) {
    int n = position.length;
    double[][] jacobian = new double[n][];
    for (int i = 0; i < n; i++) {
      jacobian[i] = readable.free(moved(model, position, i));
      if (jacobian[i].length != n) {
        throw new IllegalStateException(jacobian[i].length + " free values of " + n);
      }
    }
    return ReadableModel.logDeterminant(jacobian);
  }
}
