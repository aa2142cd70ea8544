/// A trace over plain arrays, for tests and small computations.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.util.Map;

/// Draws held as one array a parameter and chain. Safe for several threads.
///
/// @param schema what it holds
/// @param chains number of chains
/// @param draws draws of each
/// @param values parameter name → (chain, draw · size), C order
/// @param stats statistic name → (chain, draw)
public record InMemoryTrace(
    TraceSchema schema,
    int chains,
    int draws,
    Map<String, double[][]> values,
    Map<String, double[][]> stats)
    implements TraceSource {

  @Override
  public double[] read(String parameter, int chain, int firstDraw, int count) {
    Slices.check(this, chain, firstDraw, count);
    Parameter found = schema.require(parameter);
    double[] part = new double[Math.multiplyExact(count, found.size())];
    System.arraycopy(
        values.getOrDefault(parameter, new double[0][])[chain],
        firstDraw * found.size(),
        part,
        0,
        part.length);
    return part;
  }

  @Override
  public double[] stat(String name, int chain) {
    Slices.check(this, chain, 0, draws);
    double[][] found = stats.get(name);
    return found == null ? new double[0] : found[chain].clone();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
