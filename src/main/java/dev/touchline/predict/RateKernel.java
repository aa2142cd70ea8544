/// Turns samples of a rate into the prediction of a count.
package dev.touchline.predict;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.predict.FeatureProducts.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The arithmetic of predictions, with the scratch space of one thread: every loop runs over plain
/// arrays of one number a sample.
final class RateKernel {
  /// The pmf goes on until less than this is left …
  private static final double REST = 1e-9;

  /// … or it has this many entries, which no count of a footballer ever needs.
  private static final int MOST_COUNTS = 1024;

  private final PosteriorCache cache;
  private final List<Prop> props;
  private final List<String> parts;
  private final List<String> features;
  private final int n;
  private final double[] product;
  private final double[] rate;
  private final double[] term;
  private final double[] pmf = new double[MOST_COUNTS];
  private final Quantiles quantiles;

  /// @param parts names of the contributions: league, home, position, player, opponent, the
  ///   features, minutes
  RateKernel(PosteriorCache cache, List<Prop> props, List<String> parts, List<String> features) {
    this.cache = cache;
    this.props = props;
    this.parts = parts;
    this.features = features;
    n = cache.samples();
    product = new double[n];
    rate = new double[n];
    term = new double[n];
    quantiles = new Quantiles(n);
  }

  /// Predicts prop `k` of a question whose products x · β are row `row` of a block.
  PropPrediction predict(Question question, int k, Block block, int row, double interval) {
    Prop prop = props.get(k);
    if (question.minutes() == 0) {
      return new PropPrediction(prop, 0, 0, 0, 0, 0, 0, new double[] {1}, Map.of());
    }
    rates(question, k, block, row);
    double mean = sum(rate, n) / n;
    if (!(mean < MOST_COUNTS)) {
      throw tooLarge(question, k);
    }
    squares(rate, mean, term, n);
    double variance = sum(term, n) / n;
    int length = mixture(largest(rate, n));
    double tail = (1 - interval) / 2;
    quantiles.load(rate, n, mean, Math.sqrt(variance));
    return new PropPrediction(
        prop,
        mean,
        Math.sqrt(mean + variance),
        quantiles.at(rate, n, tail),
        quantiles.at(rate, n, 1 - tail),
        count(tail, length),
        count(1 - tail, length),
        Arrays.copyOf(pmf, length),
        new Contributions(parts, contributions(question, k)));
  }

  private void rates(Question question, int k, Block block, int row) {
    double[] x = question.x();
    double[] limits = cache.betaLimit()[k];
    double bound = 0;
    for (int j = 0; j < x.length; j++) {
      bound += Math.abs(x[j]) * limits[j];
    }
    block.read(row, k, product);
    Exponential.of(product, 1, bound, product, n);
    double[] player =
        question.player() < 0
            ? cache.newPlayer()[question.position()][k]
            : cache.player()[question.player()][k];
    double[] opponent =
        question.opponent() < 0 ? cache.newOpponent()[k] : cache.opponent()[question.opponent()][k];
    double exposure = question.minutes() / 90;
    multiply(player, opponent, product, exposure, rate, n);
    if (question.home()) {
      multiply(cache.home()[k], rate, n);
    }
  }

  /// Fills [#pmf] with the mean of the samples' Poisson probabilities and tells its length: P(y) =
  /// P(y − 1) · λ / y for each sample.
  private int mixture(double largest) {
    Exponential.of(rate, -1, largest, term, n);
    double rest = 1;
    int y = 0;
    while (true) {
      pmf[y] = sum(term, n) / n;
      rest -= pmf[y];
      y++;
      if (rest < REST || y == MOST_COUNTS) {
        return y;
      }
      multiply(rate, 1.0 / y, term, n);
    }
  }

  /// The smallest count whose distribution function reaches a probability.
  private int count(double probability, int length) {
    double cumulative = 0;
    for (int y = 0; y < length; y++) {
      cumulative += pmf[y];
      if (cumulative >= probability) {
        return y;
      }
    }
    return length - 1;
  }

  private double[] contributions(Question question, int k) {
    PosteriorCache.Means means = cache.means();
    double[] x = question.x();
    double[] values = new double[x.length + 6];
    values[0] = means.alpha()[k];
    values[1] = question.home() ? means.home()[k] : 0;
    values[2] = means.position()[question.position()][k];
    values[3] =
        question.player() < 0
            ? means.newPlayer()[question.position()][k]
            : means.player()[question.player()][k];
    values[4] =
        question.opponent() < 0 ? means.newOpponent()[k] : means.opponent()[question.opponent()][k];
    for (int j = 0; j < x.length; j++) {
      values[5 + j] = x[j] * means.beta()[k][j];
    }
    values[x.length + 5] = Math.log(question.minutes() / 90);
    return values;
  }

  /// Rates beyond any football come from features far outside what the model was trained on.
  private Fault tooLarge(Question question, int k) {
    double[] x = question.x();
    double[] limits = cache.betaLimit()[k];
    int worst = 0;
    for (int j = 1; j < x.length; j++) {
      if (Math.abs(x[j]) * limits[j] > Math.abs(x[worst]) * limits[worst]) {
        worst = j;
      }
    }
    String message =
        "The features lead to more than %d %s a match".formatted(MOST_COUNTS, props.get(k).key());
    return new Fault(
        Fault.Kind.DATA,
        features.isEmpty()
            ? message + "."
            : "%s, most of it from %s.".formatted(message, features.get(worst)),
        "Give features on the scale of the training data.",
        features.isEmpty() ? Map.of() : Map.of("field", features.get(worst)),
        null);
  }

  private static void multiply(
      double[] a, double[] b, double[] c, double factor, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i] * (c[i] * factor);
    }
  }

  private static void multiply(double[] a, double[] inOut, int n) {
    for (int i = 0; i < n; i++) {
      inOut[i] *= a[i];
    }
  }

  private static void multiply(double[] a, double factor, double[] inOut, int n) {
    for (int i = 0; i < n; i++) {
      inOut[i] *= a[i] * factor;
    }
  }

  private static void squares(double[] values, double mean, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      double d = values[i] - mean;
      out[i] = d * d;
    }
  }

  private static double largest(double[] values, int n) {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, values[i]);
    }
    return largest;
  }

  /// A sum in eight parts, which need not wait for each other.
  private static double sum(double[] values, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int i = 0;
    for (; i + 7 < n; i += 8) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
      e += values[i + 4];
      f += values[i + 5];
      g += values[i + 6];
      h += values[i + 7];
    }
    for (; i < n; i++) {
      a += values[i];
    }
    return a + b + (c + d) + (e + f + (g + h));
  }
}
