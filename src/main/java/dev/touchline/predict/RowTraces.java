/// What a trace says about rows, draw by draw: their log-likelihood and new counts for them.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.mcmc.Parameter;
import dev.touchline.props.ModelData;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Values are computed when they are read, block by block; nothing is kept.
public final class RowTraces {
  private static final double LARGE_RATE = 10_000;

  private RowTraces() {}

  /// ln Poisson(y | λ) of the training rows: `goals`, `shots`, `cards` (row), as ArviZ's `loo`
  /// wants them.
  public static TraceSource logLikelihood(TraceSource trace, ModelData data, RowSet training) {
    int k = data.props().size();
    int n = training.size();
    double[][] logFactorials = new double[k][n];
    for (int i = 0; i < n; i++) {
      for (int prop = 0; prop < k; prop++) {
        logFactorials[prop][i] = logFactorial(data.y()[i * k + prop]);
      }
    }
    return new Derived(
        trace,
        data.props(),
        "",
        "row",
        n,
        new LogRates(trace, RatedRows.of(training, data), k, 0),
        (prop, chain, draw, values, from) -> {
          for (int i = 0; i < n; i++) {
            double eta = values[from + i];
            values[from + i] =
                data.y()[i * k + prop] * eta - Math.exp(eta) - logFactorials[prop][i];
          }
        });
  }

  /// Counts drawn from Poisson(λ) for rows that the model has not seen: `validation_goals`, …
  /// (validation_row).
  ///
  /// @param seed of all random streams; the same seed gives the same counts
  public static TraceSource posteriorPredictive(
      TraceSource trace, ModelData data, RowSet validation, long seed) {
    int k = data.props().size();
    int n = validation.size();
    return new Derived(
        trace,
        data.props(),
        "validation_",
        "validation_row",
        n,
        new LogRates(trace, RatedRows.of(validation, data), k, seed),
        (prop, chain, draw, values, from) -> {
          SplittableRandom random = LogRates.random(~seed, chain, draw, prop);
          for (int i = 0; i < n; i++) {
            values[from + i] = poisson(Math.exp(values[from + i]), random);
          }
        });
  }

  private static double logFactorial(int y) {
    double sum = 0;
    for (int i = 2; i <= y; i++) {
      sum += Math.log(i);
    }
    return sum;
  }

  /// Counts events of a unit rate process until λ has passed, which needs λ exponentials: rates of
  /// props are small. Those of a wide prior need not be; there the normal approximation serves,
  /// whose error is far below the spread.
  private static int poisson(double lambda, SplittableRandom random) {
    if (lambda > LARGE_RATE) {
      double rounded = Math.rint(lambda + Math.sqrt(lambda) * random.nextGaussian());
      return (int) Math.min(Integer.MAX_VALUE, rounded);
    }
    int count = 0;
    double time = random.nextExponential();
    while (time < lambda && count < Integer.MAX_VALUE) {
      count++;
      time += random.nextExponential();
    }
    return count;
  }

  private interface Change {
    /// Turns ln λ of the rows, which stand in `values` from `from` on, into something else.
    void apply(int prop, int chain, int draw, double[] values, int from);
  }

  private record Derived(TraceSource trace, TraceSchema schema, LogRates rates, Change change)
      implements TraceSource {
    Derived(
        TraceSource trace,
        List<Prop> props,
        String prefix,
        String dim,
        int rows,
        LogRates rates,
        Change change) {
      this(
          trace,
          new TraceSchema(
              props.stream()
                  .map(prop -> new Parameter(prefix + prop.key(), List.of(dim), new int[] {rows}))
                  .toList(),
              List.of(),
              Map.of()),
          rates,
          change);
    }

    @Override
    public int chains() {
      return trace.chains();
    }

    @Override
    public int draws() {
      return trace.draws();
    }

    @Override
    public double[] read(String parameter, int chain, int firstDraw, int count) {
      Parameter found = schema.require(parameter);
      int prop = schema.parameters().indexOf(found);
      double[] values = rates.read(prop, chain, firstDraw, count);
      for (int draw = 0; draw < count; draw++) {
        change.apply(prop, chain, firstDraw + draw, values, draw * found.size());
      }
      return values;
    }

    @Override
    public double[] stat(String name, int chain) {
      return new double[0];
    }

    @Override
    public void close() {
      // The trace is its owner's to close.
    }
  }
}
