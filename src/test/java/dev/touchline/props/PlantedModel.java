/// A model with a fault planted on top of the right density, for tests of the tests.
package dev.touchline.props;

import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.Problem;
import java.util.List;
import java.util.random.RandomGenerator;

final class PlantedModel implements Model {
  /// What is added to the density and its gradient.
  interface Fault {
    /// Changes the gradient in place; the answer is what is added to the density.
    double plant(double[] position, double[] gradient);
  }

  private final Model right;
  private final Fault fault;

  PlantedModel(Model right, Fault fault) {
    this.right = right;
    this.fault = fault;
  }

  /// The fault in every chain of a problem.
  static Problem problem(Problem right, Fault fault) {
    return new Problem() {
      @Override
      public Model newModel() {
        return new PlantedModel(right.newModel(), fault);
      }

      @Override
      public double[] start(int chain, RandomGenerator random) {
        return right.start(chain, random);
      }

      @Override
      public Metric initialMetric() {
        return right.initialMetric();
      }
    };
  }

  @Override
  public int dimension() {
    return right.dimension();
  }

  @Override
  public int denseBlock() {
    return right.denseBlock();
  }

  @Override
  public double valueAndGradient(double[] position, double[] gradient) {
    double lp = right.valueAndGradient(position, gradient);
    return lp + fault.plant(position, gradient);
  }

  @Override
  public List<Parameter> parameters() {
    return right.parameters();
  }

  @Override
  public void values(double[] position, double[] values) {
    right.values(position, values);
  }
}
