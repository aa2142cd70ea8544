/// Learns the metric from the draws and gradients of a window.
package dev.touchline.mcmc;

import java.util.Arrays;

/// Running moments of draws and gradients.
///
/// The diagonal is √(var draw / var gradient), the optimum under the Fisher divergence (nutpie,
/// arXiv 2603.18845). The dense block is the covariance of the draws, shrunk towards the metric at
/// hand as if that had been seen in as many draws as the block has rows, [#PRIOR_DRAWS] at least.
final class MetricEstimator {
  /// Weight of the metric at hand, in draws.
  static final double PRIOR_DRAWS = 20;

  private static final double SMALLEST = 1e-12;
  private static final double LARGEST = 1e12;

  private final int dimension;
  private final int block;
  private final double[] drawMean;
  private final double[] drawSquares;
  private final double[] gradientMean;
  private final double[] gradientSquares;
  private final double[] cross;
  private final double[] delta;
  private int count;

  MetricEstimator(int dimension, int block) {
    this.dimension = dimension;
    this.block = block;
    drawMean = new double[dimension];
    drawSquares = new double[dimension];
    gradientMean = new double[dimension];
    gradientSquares = new double[dimension];
    cross = new double[block * block];
    delta = new double[block];
  }

  int count() {
    return count;
  }

  /// A copy of everything seen since the window began.
  ChainState.Moments moments() {
    return new ChainState.Moments(
        count,
        drawMean.clone(),
        drawSquares.clone(),
        gradientMean.clone(),
        gradientSquares.clone(),
        cross.clone());
  }

  /// Goes on from such a copy.
  void restore(ChainState.Moments moments) {
    count = moments.count();
    System.arraycopy(moments.drawMean(), 0, drawMean, 0, dimension);
    System.arraycopy(moments.drawSquares(), 0, drawSquares, 0, dimension);
    System.arraycopy(moments.gradientMean(), 0, gradientMean, 0, dimension);
    System.arraycopy(moments.gradientSquares(), 0, gradientSquares, 0, dimension);
    System.arraycopy(moments.cross(), 0, cross, 0, block * block);
  }

  void clear() {
    count = 0;
    Arrays.fill(drawMean, 0);
    Arrays.fill(drawSquares, 0);
    Arrays.fill(gradientMean, 0);
    Arrays.fill(gradientSquares, 0);
    Arrays.fill(cross, 0);
  }

  /// Takes one draw (Welford's update).
  void add(double[] draw, double[] gradient) {
    count++;
    double weight = 1.0 / count;
    for (int i = 0; i < block; i++) {
      delta[i] = draw[i] - drawMean[i];
    }
    double scale = 1 - weight;
    for (int i = 0; i < block; i++) {
      for (int j = 0; j <= i; j++) {
        cross[i * block + j] += scale * delta[i] * delta[j];
      }
    }
    for (int i = 0; i < dimension; i++) {
      double d = draw[i] - drawMean[i];
      drawMean[i] += d * weight;
      drawSquares[i] += d * (draw[i] - drawMean[i]);
      double g = gradient[i] - gradientMean[i];
      gradientMean[i] += g * weight;
      gradientSquares[i] += g * (gradient[i] - gradientMean[i]);
    }
  }

  /// The metric learned from the window, or the one at hand where too few draws were seen.
  Metric estimate(Metric current) {
    if (count < 10) {
      return current;
    }
    double prior = Math.max(PRIOR_DRAWS, block);
    double total = count - 1 + prior;
    double[] dense = new double[block * block];
    for (int i = 0; i < block; i++) {
      for (int j = 0; j <= i; j++) {
        double value = (cross[i * block + j] + prior * current.dense()[i * block + j]) / total;
        dense[i * block + j] = value;
        dense[j * block + i] = value;
      }
    }
    if (SmallMatrix.tryCholesky(dense, block) == null) {
      dense = current.dense();
    }
    double[] diagonal = new double[dimension - block];
    for (int i = 0; i < diagonal.length; i++) {
      double value =
          Math.sqrt(
              (drawSquares[block + i] + PRIOR_DRAWS * current.diagonal()[i])
                  / (gradientSquares[block + i] + PRIOR_DRAWS / current.diagonal()[i]));
      diagonal[i] = value >= SMALLEST && value <= LARGEST ? value : current.diagonal()[i];
    }
    return new Metric(centre(current, dense, diagonal), dense, diagonal);
  }

  /// Mean of the draws plus covariance times mean gradient: exact for a normal density however few
  /// the draws, shrunk towards the centre at hand.
  private double[] centre(Metric current, double[] dense, double[] diagonal) {
    double weight = count / (count + PRIOR_DRAWS);
    double[] centre = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      double shift = 0;
      if (i < block) {
        for (int j = 0; j < block; j++) {
          shift += dense[i * block + j] * gradientMean[j];
        }
      } else {
        shift = diagonal[i - block] * gradientMean[i];
      }
      centre[i] = weight * (drawMean[i] + shift) + (1 - weight) * current.centre()[i];
    }
    return centre;
  }
}
