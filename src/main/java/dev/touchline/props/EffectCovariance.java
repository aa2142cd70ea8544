/// The covariance of a group of effects from its unconstrained coordinates, forwards and backwards.
package dev.touchline.props;

import java.util.Arrays;

/// Σ = diag(σ) L Lᵀ diag(σ) for K props, with σ ~ HalfNormal (see [ScaleCoordinate]) and L ~
/// LKJ-Cholesky.
///
/// The factor L comes from canonical partial correlations z = tanh(y) (Lewandowski, Kurowicka and
/// Joe, J. Multivariate Analysis 100, 2009): L_ij = z_ij Π_{l<j} √(1 − z_il²). With the Jacobian of
/// y the density of L is Π_{i>l} (1 − z_il²)^(shape + (K − l − 2)/2), counting from 0.
final class EffectCovariance {
  private static final double LN2 = Math.log(2);

  private final int k;
  private final ScaleCoordinate[] scale;
  private final double[] sd;
  private final double[] z;
  private final double[] sech;
  private final double[] partial;
  private final double[] factor;
  private final double[] inverseFactor;
  private final double[] whitener;
  private final double[] precision;
  private final double[] whitenerBar;
  private final double[] inverseFactorBar;
  private final double[] factorBar;

  EffectCovariance(int props) {
    k = props;
    int pairs = props * (props - 1) / 2;
    scale = new ScaleCoordinate[k];
    Arrays.setAll(scale, i -> new ScaleCoordinate());
    sd = new double[k];
    z = new double[pairs];
    sech = new double[pairs];
    partial = new double[k * k];
    factor = new double[k * k];
    inverseFactor = new double[k * k];
    whitener = new double[k * k];
    precision = new double[k * k];
    whitenerBar = new double[k * k];
    inverseFactorBar = new double[k * k];
    factorBar = new double[k * k];
  }

  /// Σ⁻¹, K × K row-major.
  double[] precision() {
    return precision;
  }

  /// σ, K values.
  double[] sd() {
    return sd;
  }

  /// L, K × K row-major, lower triangle.
  double[] factor() {
    return factor;
  }

  /// Computes everything from the coordinates; the answer is the log prior of the coordinates.
  double forward(double[] position, int scaleAt, int cpcAt) {
    double lp = 0;
    for (int i = 0; i < k; i++) {
      scale[i].set(position[scaleAt + i]);
      sd[i] = scale[i].sd;
      double scaled = sd[i] / Priors.EFFECT_SD_SCALE;
      lp += scale[i].logSlope - 0.5 * scaled * scaled;
    }
    for (int i = 1, pair = 0; i < k; i++) {
      for (int j = 0; j < i; j++, pair++) {
        double y = position[cpcAt + pair];
        // tanh, sech and its logarithm from one exponential that cannot overflow.
        double e = Math.exp(-Math.abs(y));
        double square = e * e;
        z[pair] = Math.copySign((1 - square) / (1 + square), y);
        sech[pair] = 2 * e / (1 + square);
        lp += 2 * exponent(j) * (LN2 - Math.abs(y) - Math.log1p(square));
      }
    }
    fillFactor();
    invertFactor();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        whitener[i * k + j] = inverseFactor[i * k + j] / sd[j];
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int l = i; l < k; l++) {
          sum += whitener[l * k + i] * whitener[l * k + j];
        }
        precision[i * k + j] = sum;
        precision[j * k + i] = sum;
      }
    }
    return lp;
  }

  /// ½ ln |Σ⁻¹|.
  double halfLogDeterminant() {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum -= Math.log(sd[i] * factor[i * k + i]);
    }
    return sum;
  }

  /// Adds to the gradient, at the coordinates of the last [#forward]: of the prior, of `count`
  /// times [#halfLogDeterminant], and of whatever has the gradient `precisionBar` (symmetric, K ×
  /// K) with respect to Σ⁻¹.
  void backward(double[] precisionBar, double count, double[] gradient, int scaleAt, int cpcAt) {
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int l = 0; l <= i; l++) {
          sum += whitener[i * k + l] * precisionBar[l * k + j];
        }
        whitenerBar[i * k + j] = 2 * sum;
        inverseFactorBar[i * k + j] = 2 * sum / sd[j];
      }
    }
    for (int j = 0; j < k; j++) {
      double scaled = sd[j] / Priors.EFFECT_SD_SCALE;
      // With respect to ln σ first.
      double sum = -scaled * scaled - count;
      for (int i = j; i < k; i++) {
        sum -= whitenerBar[i * k + j] * whitener[i * k + j];
      }
      gradient[scaleAt + j] += scale[j].logSlopeSlope + sum * scale[j].slope / sd[j];
    }
    factorGradient(count);
    for (int i = 1; i < k; i++) {
      int row = i * (i - 1) / 2;
      double restBar = factorBar[i * k + i];
      for (int j = i - 1; j >= 0; j--) {
        double rest = partial[i * k + j];
        double s = sech[row + j];
        double zj = z[row + j];
        double bar = factorBar[i * k + j];
        gradient[cpcAt + row + j] +=
            bar * rest * s * s - restBar * rest * zj * s - 2 * exponent(j) * zj;
        restBar = bar * zj + restBar * s;
      }
    }
  }

  /// Gradient with respect to L: −L⁻ᵀ B L⁻ᵀ of the inverse's gradient B, and of −count Σ ln L_ii.
  private void factorGradient(double count) {
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int a = i; a < k; a++) {
          for (int b = 0; b <= Math.min(a, j); b++) {
            sum +=
                inverseFactor[a * k + i] * inverseFactorBar[a * k + b] * inverseFactor[j * k + b];
          }
        }
        factorBar[i * k + j] = -sum;
      }
      factorBar[i * k + i] -= count / factor[i * k + i];
    }
  }

  private void fillFactor() {
    for (int i = 0; i < k; i++) {
      int row = i * (i - 1) / 2;
      double rest = 1;
      for (int j = 0; j < i; j++) {
        partial[i * k + j] = rest;
        factor[i * k + j] = z[row + j] * rest;
        rest *= sech[row + j];
      }
      partial[i * k + i] = rest;
      factor[i * k + i] = rest;
    }
  }

  private void invertFactor() {
    for (int j = 0; j < k; j++) {
      inverseFactor[j * k + j] = 1 / factor[j * k + j];
      for (int i = j + 1; i < k; i++) {
        double sum = 0;
        for (int l = j; l < i; l++) {
          sum += factor[i * k + l] * inverseFactor[l * k + j];
        }
        inverseFactor[i * k + j] = -sum / factor[i * k + i];
      }
    }
  }

  private double exponent(int column) {
    return Priors.LKJ_SHAPE + 0.5 * (k - column - 2);
  }
}
