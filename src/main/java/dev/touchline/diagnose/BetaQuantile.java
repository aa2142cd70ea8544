/// The inverse of the beta distribution function.
package dev.touchline.diagnose;

/// Quantiles of the beta distribution, for the Monte Carlo error of a quantile.
///
/// The regularised incomplete beta function by its continued fraction (Press et al., Numerical
/// Recipes, 3rd edition, section 6.4), inverted by Newton steps kept inside a bisection bracket.
final class BetaQuantile {
  private static final double[] LANCZOS = {
    0.99999999999999709182, 57.156235665862923517, -59.597960355475491248,
    14.136097974741747174, -0.49191381609762019978, .33994649984811888699e-4,
    .46523628927048575665e-4, -.98374475304879564677e-4, .15808870322491248884e-3,
    -.21026444172410488319e-3, .21743961811521264320e-3, -.16431810653676389022e-3,
    .84418223983852743293e-4, -.26190838401581408670e-4, .36899182659531622704e-5
  };
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private BetaQuantile() {}

  /// The x with P(Beta(a, b) ≤ x) = p; NaN where a or b is not positive and finite.
  static double of(double p, double a, double b) {
    if (!(a > 0 && b > 0 && a < Double.MAX_VALUE && b < Double.MAX_VALUE && p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    if (p == 0 || p == 1) {
      return p;
    }
    double logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
    double low = 0;
    double high = 1;
    double x = a / (a + b);
    for (int i = 0; i < 200 && high - low > 1e-16 * high; i++) {
      double excess = cdf(x, a, b, logBeta) - p;
      if (excess > 0) {
        high = x;
      } else {
        low = x;
      }
      double density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
      double next = x - excess / density;
      if (!(next > low && next < high)) {
        next = 0.5 * (low + high);
      }
      if (Math.abs(next - x) <= 1e-16 * x) {
        return next;
      }
      x = next;
    }
    return x;
  }

  private static double cdf(double x, double a, double b, double logBeta) {
    double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta);
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /// Modified Lentz evaluation; about √max(a, b) terms are needed, so the cap is never met here.
  private static double fraction(double x, double a, double b) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 - (a + b) * x / (a + 1);
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    double h = d;
    for (int m = 1; m <= 100_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 + even * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + even / c;
      c = Math.abs(c) < tiny ? tiny : c;
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 + odd * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + odd / c;
      c = Math.abs(c) < tiny ? tiny : c;
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) {
        break;
      }
    }
    return h;
  }

  /// ln Γ(x) for x > 0 by Lanczos's series with g = 607/128 (coefficients of Godfrey).
  static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i);
    }
    double t = x + 607.0 / 128.0 + 0.5;
    return (x + 0.5) * Math.log(t) - t + HALF_LOG_TWO_PI + Math.log(sum / x);
  }
}
