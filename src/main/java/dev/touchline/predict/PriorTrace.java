/// Draws from a model's prior as a trace.
package dev.touchline.predict;

import dev.touchline.mcmc.Parameter;
import dev.touchline.props.ModelData;
import dev.touchline.props.PriorDraws;
import dev.touchline.trace.InMemoryTrace;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One chain of independent draws, so that everything that reads a posterior reads a prior as well.
final class PriorTrace {
  private PriorTrace() {}

  /// @param data the model's players, opponents and features; its rows are not looked at
  static TraceSource of(ModelData data, int draws, long seed) {
    PriorDraws prior = new PriorDraws(data, seed);
    List<Parameter> parameters = prior.parameters();
    Map<String, double[][]> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      values.put(parameter.name(), new double[1][draws * parameter.size()]);
    }
    for (int draw = 0; draw < draws; draw++) {
      double[] all = prior.next();
      int at = 0;
      for (Parameter parameter : parameters) {
        double[] chain = values.getOrDefault(parameter.name(), new double[1][0])[0];
        System.arraycopy(all, at, chain, draw * parameter.size(), parameter.size());
        at += parameter.size();
      }
    }
    return new InMemoryTrace(
        new TraceSchema(parameters, List.of(), Map.of()), 1, draws, values, Map.of());
  }
}
