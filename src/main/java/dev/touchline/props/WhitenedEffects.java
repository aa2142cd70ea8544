/// Effects in coordinates that are nearly standard normal and independent under the posterior.
package dev.touchline.props;

/// The map between whitened coordinates z and effects, for a block of up to [#BLOCK] groups (players
/// or opponents) that share a prior mean m.
///
/// Each group has K effects with prior N(m, Σ). Beside it stands a fixed Gaussian stand-in for the
/// likelihood, N(t, D⁻¹) with diagonal D (see [Anchors]). The effects are written as
///
///     effect = m + τ,  τ = A⁻¹ D (t − m) + R⁻ᵀ z,  A = Σ⁻¹ + D = R Rᵀ,
///
/// so z is what remains after the Gaussian posterior given the globals is taken out: centred where a
/// group has many counts, non-centred where it has few, with all between, and the dependence on σ and
/// L taken along. The Jacobian makes this exact whatever t and D are; a good stand-in only makes the
/// sampler fast. (The idea of centring by information is that of Papaspiliopoulos, Roberts and Sköld,
/// Statistical Science 22, 2007, carried over to K × K blocks.)
///
/// Arrays are prop by prop, so that the inner loops run over groups and vectorise.
final class WhitenedEffects {
  /// Groups handled at a time: small enough for the first-level cache.
  static final int BLOCK = 128;

  /// Determinants multiplied before one logarithm is taken.
  private static final int PRODUCTS = 4;

  private final int k;

  /// D (t − m), by prop.
  private final double[][] pull;

  /// R⁻¹, lower triangle at [i * K + j].
  private final double[][] inverse;

  private final double[][] factor;
  private final double[][] whitePull;
  private final double[][] white;

  /// τ, by prop.
  final double[][] tau;

  /// Gradient of the log likelihood with respect to the effects, by prop; the caller fills it.
  final double[][] effectBar;

  /// Gradient with respect to t, by prop, after [#backward].
  final double[][] targetBar;

  private final double[][] tauBar;
  private final double[][] zBar;
  private final double[][] pullBar;
  private final double[] determinant = new double[BLOCK];
  private final double[] scratch = new double[BLOCK];
  private final double[][] middle;

  WhitenedEffects(int props) {
    k = props;
    pull = new double[k][BLOCK];
    inverse = new double[k * k][BLOCK];
    factor = new double[k * k][BLOCK];
    whitePull = new double[k][BLOCK];
    white = new double[k][BLOCK];
    tau = new double[k][BLOCK];
    effectBar = new double[k][BLOCK];
    targetBar = new double[k][BLOCK];
    tauBar = new double[k][BLOCK];
    zBar = new double[k][BLOCK];
    pullBar = new double[k][BLOCK];
    middle = new double[k * k][BLOCK];
  }

  /// Computes τ of `n` groups; the answer is their log prior density, without ½ ln |Σ⁻¹| each, plus
  /// the log Jacobian.
  ///
  /// @param precision Σ⁻¹
  /// @param info D by prop, read from `at` on
  /// @param targetMinusMean t − m by prop, read from 0 on
  /// @param position where z lies: prop j of group g at `zAt + j * stride + g`
  double forward(
      int n,
      double[] precision,
      double[][] info,
      int at,
      double[][] targetMinusMean,
      double[] position,
      int zAt,
      int stride) {
    factorise(n, precision, info, at);
    for (int j = 0; j < k; j++) {
      multiply(n, info[j], at, targetMinusMean[j], pull[j]);
    }
    for (int i = 0; i < k; i++) {
      times(n, inverse[i * k], pull[0], whitePull[i]);
      for (int j = 1; j <= i; j++) {
        addTimes(n, inverse[i * k + j], pull[j], whitePull[i]);
      }
      add(n, whitePull[i], position, zAt + i * stride, white[i]);
    }
    for (int j = 0; j < k; j++) {
      times(n, inverse[j * k + j], white[j], tau[j]);
      for (int i = j + 1; i < k; i++) {
        addTimes(n, inverse[i * k + j], white[i], tau[j]);
      }
    }
    double lp = logDeterminants(n);
    for (int i = 0; i < k; i++) {
      lp -= 0.5 * precision[i * k + i] * dot(n, tau[i], tau[i]);
      for (int j = 0; j < i; j++) {
        lp -= precision[i * k + j] * dot(n, tau[i], tau[j]);
      }
    }
    return lp;
  }

  /// Carries [#effectBar] back to z, t, m and Σ⁻¹.
  ///
  /// @param gradient receives the gradient of z, laid out as the position
  /// @param meanBar K sums, added to
  /// @param precisionBar K × K, symmetric, added to
  void backward(
      int n,
      double[] precision,
      double[][] info,
      int at,
      double[] gradient,
      int zAt,
      int stride,
      double[] meanBar,
      double[] precisionBar) {
    for (int i = 0; i < k; i++) {
      copy(n, effectBar[i], tauBar[i]);
      for (int j = 0; j < k; j++) {
        addScaled(n, -precision[i * k + j], tau[j], tauBar[i]);
      }
    }
    for (int i = 0; i < k; i++) {
      times(n, inverse[i * k], tauBar[0], zBar[i]);
      for (int j = 1; j <= i; j++) {
        addTimes(n, inverse[i * k + j], tauBar[j], zBar[i]);
      }
      System.arraycopy(zBar[i], 0, gradient, zAt + i * stride, n);
    }
    for (int j = 0; j < k; j++) {
      times(n, inverse[j * k + j], zBar[j], pullBar[j]);
      for (int i = j + 1; i < k; i++) {
        addTimes(n, inverse[i * k + j], zBar[i], pullBar[j]);
      }
      multiply(n, info[j], at, pullBar[j], targetBar[j]);
      meanBar[j] += sum(n, effectBar[j]) - sum(n, targetBar[j]);
    }
    precisionGradient(n, precisionBar);
  }

  /// Adds sym(R⁻ᵀ P R⁻¹) − ½ τ τᵀ summed over groups, where P is the lower triangle, diagonal
  /// halved, of −(c z̄ᵀ + z̄ wᵀ + I): the gradient through the Cholesky factor (Murray, arXiv
  /// 1602.07527), with Rᵀ times the factor's gradient already multiplied out.
  private void precisionGradient(int n, double[] precisionBar) {
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double half = i == j ? -0.5 : -1;
        middleEntry(n, half, white[i], zBar[j], zBar[i], whitePull[j], middle[i * k + j]);
        if (i == j) {
          shift(n, -0.5, middle[i * k + j]);
        }
      }
    }
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        // S_ab = Σ_{i ≥ a, j ≥ b, i ≥ j} W_ia P_ij W_jb
        double s = 0;
        for (int i = a; i < k; i++) {
          java.util.Arrays.fill(scratch, 0, n, 0.0);
          for (int j = b; j <= i; j++) {
            addTimes(n, middle[i * k + j], inverse[j * k + b], scratch);
          }
          s += dot(n, inverse[i * k + a], scratch);
        }
        precisionBar[a * k + b] += 0.5 * s;
        precisionBar[b * k + a] += 0.5 * s;
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        precisionBar[i * k + j] -= 0.5 * dot(n, tau[i], tau[j]);
      }
    }
  }

  private void factorise(int n, double[] precision, double[][] info, int at) {
    for (int j = 0; j < k; j++) {
      double[] pivot = factor[j * k + j];
      addConstant(n, precision[j * k + j], info[j], at, pivot);
      for (int l = 0; l < j; l++) {
        subtractTimes(n, factor[j * k + l], factor[j * k + l], pivot);
      }
      rootAndInverse(n, pivot, inverse[j * k + j]);
      for (int i = j + 1; i < k; i++) {
        double[] entry = factor[i * k + j];
        java.util.Arrays.fill(entry, 0, n, precision[i * k + j]);
        for (int l = 0; l < j; l++) {
          subtractTimes(n, factor[i * k + l], factor[j * k + l], entry);
        }
        times(n, entry, inverse[j * k + j], entry);
      }
    }
    for (int i = 1; i < k; i++) {
      for (int j = 0; j < i; j++) {
        double[] entry = inverse[i * k + j];
        times(n, factor[i * k + j], inverse[j * k + j], entry);
        for (int l = j + 1; l < i; l++) {
          addTimes(n, factor[i * k + l], inverse[l * k + j], entry);
        }
        negateTimes(n, inverse[i * k + i], entry);
      }
    }
  }

  /// −Σ ln det R.
  private double logDeterminants(int n) {
    copy(n, inverse[0], determinant);
    for (int j = 1; j < k; j++) {
      times(n, inverse[j * k + j], determinant, determinant);
    }
    double sum = 0;
    int g = 0;
    for (; g + PRODUCTS <= n; g += PRODUCTS) {
      sum +=
          Math.log(determinant[g] * determinant[g + 1] * (determinant[g + 2] * determinant[g + 3]));
    }
    for (; g < n; g++) {
      sum += Math.log(determinant[g]);
    }
    return sum;
  }

  // Elementary loops over groups, each simple enough to be vectorised by the compiler.

  private static void middleEntry(
      int n, double factor, double[] a, double[] b, double[] c, double[] d, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] = factor * (a[g] * b[g] + c[g] * d[g]);
    }
  }

  private static void rootAndInverse(int n, double[] pivot, double[] inverse) {
    for (int g = 0; g < n; g++) {
      double root = Math.sqrt(pivot[g]);
      pivot[g] = root;
      inverse[g] = 1 / root;
    }
  }

  private static void multiply(int n, double[] a, int at, double[] b, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] = a[at + g] * b[g];
    }
  }

  private static void add(int n, double[] a, double[] b, int at, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] = a[g] + b[at + g];
    }
  }

  private static void addConstant(int n, double constant, double[] a, int at, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] = constant + a[at + g];
    }
  }

  private static void shift(int n, double constant, double[] a) {
    for (int g = 0; g < n; g++) {
      a[g] += constant;
    }
  }

  private static void times(int n, double[] a, double[] b, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] = a[g] * b[g];
    }
  }

  private static void addTimes(int n, double[] a, double[] b, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] += a[g] * b[g];
    }
  }

  private static void addScaled(int n, double scale, double[] a, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] += scale * a[g];
    }
  }

  private static void subtractTimes(int n, double[] a, double[] b, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] -= a[g] * b[g];
    }
  }

  private static void negateTimes(int n, double[] a, double[] result) {
    for (int g = 0; g < n; g++) {
      result[g] *= -a[g];
    }
  }

  private static void copy(int n, double[] a, double[] result) {
    System.arraycopy(a, 0, result, 0, n);
  }

  private static double dot(int n, double[] a, double[] b) {
    return dot(n, a, 0, b);
  }

  /// Σ a[at + i] · b[i]. Four partial sums, so that additions do not wait for each other; always in
  /// the same order.
  static double dot(int n, double[] a, int at, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += a[at + i] * b[i];
      s1 += a[at + i + 1] * b[i + 1];
      s2 += a[at + i + 2] * b[i + 2];
      s3 += a[at + i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[at + i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static double sum(int n, double[] a) {
    double s0 = 0;
    double s1 = 0;
    int g = 0;
    for (; g + 2 <= n; g += 2) {
      s0 += a[g];
      s1 += a[g + 1];
    }
    for (; g < n; g++) {
      s0 += a[g];
    }
    return s0 + s1;
  }
}
