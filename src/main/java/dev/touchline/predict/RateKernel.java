/// Turns samples of a rate into the prediction of a count.
package dev.touchline.predict;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.predict.FeatureProducts.Block;
import dev.touchline.props.VectorExp;
import java.util.List;
import java.util.Map;

/// The arithmetic of predictions, with the scratch space of one thread: every loop runs over plain
/// arrays of one number a sample.
final class RateKernel {
  private final PosteriorCache cache;
  private final List<Prop> props;
  private final List<String> parts;
  private final List<String> features;
  private final int n;
  private final double[] product;
  private final double[] rate;
  private final boolean vectors;
  private final Mixture mixture;
  private final Quantiles quantiles;

  /// @param parts names of the contributions: league, home, position, player, opponent, team where
  ///   the model has such effects, the features, minutes
  /// @param vectors whether to compute with the module of vectors, which must be there
  RateKernel(
      PosteriorCache cache,
      List<Prop> props,
      List<String> parts,
      List<String> features,
      boolean vectors) {
    this.cache = cache;
    this.props = props;
    this.parts = parts;
    this.features = features;
    n = cache.samples();
    product = new double[Mixture.padded(n)];
    rate = new double[Mixture.padded(n)];
    this.vectors = vectors;
    mixture = vectors ? new VectorMixture(n) : new PlainMixture(n);
    quantiles = new Quantiles(n, vectors);
  }

  /// Predicts prop `k` of a question whose products x · β are row `row` of a block.
  PropPrediction predict(Question question, int k, Block block, int row, double interval) {
    Prop prop = props.get(k);
    if (question.minutes() == 0) {
      return new PropPrediction(prop, 0, 0, 0, 0, 0, 0, new double[] {1}, Map.of(), List.of());
    }
    rates(question, k, block, row);
    mixture.load(rate);
    double mean = mixture.mean();
    if (!(mean < Mixture.MOST_COUNTS)) {
      throw tooLarge(question, k);
    }
    double variance = mixture.variance();
    double[] pmf = mixture.pmf();
    double tail = (1 - interval) / 2;
    quantiles.load(rate, n, mean, Math.sqrt(variance), tail);
    return new PropPrediction(
        prop,
        mean,
        Math.sqrt(mean + variance),
        quantiles.low(),
        quantiles.high(),
        count(tail, pmf),
        count(1 - tail, pmf),
        pmf,
        new Contributions(parts, contributions(question, k)),
        List.of());
  }

  private void rates(Question question, int k, Block block, int row) {
    double[] x = question.x();
    double[] limits = cache.betaLimit()[k];
    double bound = 0;
    for (int j = 0; j < x.length; j++) {
      bound += Math.abs(x[j]) * limits[j];
    }
    block.read(row, k, product);
    if (vectors && bound <= VectorExp.LARGEST) {
      VectorExp.of(product, 1, product);
    } else {
      Exponential.of(product, 1, bound, product, n);
    }
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
    if (cache.newTeam().length > 0) {
      multiply(
          question.team() < 0 ? cache.newTeam()[k] : cache.team()[question.team()][k], rate, n);
    }
  }

  /// The smallest count whose distribution function reaches a probability.
  static int count(double probability, double[] pmf) {
    double cumulative = 0;
    for (int y = 0; y < pmf.length; y++) {
      cumulative += pmf[y];
      if (cumulative >= probability) {
        return y;
      }
    }
    return pmf.length - 1;
  }

  private double[] contributions(Question question, int k) {
    PosteriorCache.Means means = cache.means();
    double[] x = question.x();
    double[] values = new double[parts.size()];
    values[0] = means.alpha()[k];
    values[1] = question.home() ? means.home()[k] : 0;
    values[2] = means.position()[question.position()][k];
    values[3] =
        question.player() < 0
            ? means.newPlayer()[question.position()][k]
            : means.player()[question.player()][k];
    values[4] =
        question.opponent() < 0 ? means.newOpponent()[k] : means.opponent()[question.opponent()][k];
    int at = 5;
    if (cache.newTeam().length > 0) {
      values[at++] = question.team() < 0 ? means.newTeam()[k] : means.team()[question.team()][k];
    }
    double minutes = Math.log(question.minutes() / 90);
    for (int j = 0; j < x.length; j++) {
      double part = x[j] * means.beta()[k][j];
      if (j < features.size()) {
        values[at++] = part;
      } else {
        minutes += part;
      }
    }
    values[at] = minutes;
    return values;
  }

  /// Rates beyond any football come from features far outside what the model was trained on.
  private Fault tooLarge(Question question, int k) {
    double[] x = question.x();
    double[] limits = cache.betaLimit()[k];
    int worst = 0;
    for (int j = 1; j < features.size(); j++) {
      if (Math.abs(x[j]) * limits[j] > Math.abs(x[worst]) * limits[worst]) {
        worst = j;
      }
    }
    String message =
        "The features lead to more than %d %s a match"
            .formatted(Mixture.MOST_COUNTS, props.get(k).key());
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
}
