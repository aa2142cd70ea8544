/// Densities whose moments are known exactly, for the sampler's tests.
package dev.touchline.mcmc;

import java.util.List;
import java.util.random.RandomGenerator;

final class KnownPosteriors {
  private KnownPosteriors() {}

  /// A density with its gradient as a problem; positions are their own values.
  abstract static class Target implements Problem, Model {
    private final int dimension;
    private final int dense;

    Target(int dimension, int dense) {
      this.dimension = dimension;
      this.dense = dense;
    }

    @Override
    public int dimension() {
      return dimension;
    }

    @Override
    public int denseBlock() {
      return dense;
    }

    @Override
    public Model newModel() {
      return this;
    }

    @Override
    public double[] start(int chain, RandomGenerator random) {
      double[] position = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        position[i] = 2 * random.nextGaussian();
      }
      return position;
    }

    @Override
    public Metric initialMetric() {
      return Metric.identity(dense, dimension);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter("x", List.of("i"), new int[] {dimension}));
    }

    @Override
    public void values(double[] position, double[] values) {
      System.arraycopy(position, 0, values, 0, dimension);
    }
  }

  /// Pairs of normals with correlation rho, means i and sds 10^(i mod 3 − 1) by pair.
  static Target gaussian(int pairs, double rho, int dense) {
    return new Target(2 * pairs, dense) {
      @Override
      public double valueAndGradient(double[] q, double[] g) {
        double lp = 0;
        for (int i = 0; i < pairs; i++) {
          double sd = Math.pow(10, i % 3 - 1);
          double a = (q[2 * i] - i) / sd;
          double b = (q[2 * i + 1] + i) / sd;
          double det = 1 - rho * rho;
          lp -= 0.5 * (a * a - 2 * rho * a * b + b * b) / det;
          g[2 * i] = -(a - rho * b) / det / sd;
          g[2 * i + 1] = -(b - rho * a) / det / sd;
        }
        return lp;
      }
    };
  }

  /// x ~ N(0, 1), y | x ~ N(x², 0.5).
  static Target banana() {
    return new Target(2, 0) {
      @Override
      public double valueAndGradient(double[] q, double[] g) {
        double r = (q[1] - q[0] * q[0]) / 0.25;
        g[0] = -q[0] + 2 * q[0] * r;
        g[1] = -r;
        return -0.5 * q[0] * q[0] - 0.5 * r * r * 0.25;
      }
    };
  }

  /// Neal's funnel: v ~ N(0, 3) and nine x ~ N(0, exp(v / 2)), in those coordinates (centred) or
  /// with x / exp(v / 2) for x. Values are v and the nine x.
  static Target funnel(boolean centred) {
    return new Target(10, 0) {
      @Override
      public double valueAndGradient(double[] q, double[] g) {
        double v = q[0];
        double precision = centred ? Math.exp(-v) : 1;
        double lp = -0.5 * v * v / 9;
        g[0] = -v / 9;
        for (int i = 1; i < 10; i++) {
          double square = q[i] * q[i] * precision;
          lp -= 0.5 * square;
          g[i] = -q[i] * precision;
          if (centred) {
            lp -= 0.5 * v;
            g[0] += 0.5 * square - 0.5;
          }
        }
        return lp;
      }

      @Override
      public void values(double[] position, double[] values) {
        values[0] = position[0];
        for (int i = 1; i < 10; i++) {
          values[i] = centred ? position[i] : position[i] * Math.exp(0.5 * position[0]);
        }
      }
    };
  }

  /// Eight schools, non-centred, with mu ~ N(0, 5), tau ~ HalfCauchy(5): coordinates mu, ln tau,
  /// eta.
  static Target eightSchools() {
    double[] y = {28, 8, -3, 7, -1, 1, 18, 12};
    double[] sigma = {15, 10, 16, 11, 9, 11, 10, 18};
    return new Target(10, 2) {
      @Override
      public double valueAndGradient(double[] q, double[] g) {
        double mu = q[0];
        double tau = Math.exp(q[1]);
        double ratio = tau / 5;
        double lp = -0.5 * mu * mu / 25 - Math.log1p(ratio * ratio) + q[1];
        g[0] = -mu / 25;
        g[1] = 1 - 2 * ratio * ratio / (1 + ratio * ratio);
        for (int j = 0; j < 8; j++) {
          double eta = q[2 + j];
          double r = (y[j] - mu - tau * eta) / sigma[j];
          lp -= 0.5 * r * r + 0.5 * eta * eta;
          g[0] += r / sigma[j];
          g[1] += r / sigma[j] * tau * eta;
          g[2 + j] = r / sigma[j] * tau - eta;
        }
        return lp;
      }

      @Override
      public void values(double[] position, double[] values) {
        values[0] = position[0];
        values[1] = Math.exp(position[1]);
        for (int j = 0; j < 8; j++) {
          values[2 + j] = position[0] + values[1] * position[2 + j];
        }
      }
    };
  }
}
