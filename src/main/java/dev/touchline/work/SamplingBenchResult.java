/// What sampling a neutral problem gave.
package dev.touchline.work;

import java.util.List;
import java.util.Map;

/// Figures of `bench sampling`, keys as in its JSON.
public record SamplingBenchResult(
    String problem,
    int chains,
    int draws,
    int tune,
    Seconds seconds,
    double minEssBulk,
    double minEssTail,
    String worstParameter,
    double essPerSecond,
    double maxRhat,
    int divergences,
    long gradients,
    Map<String, Moments> parameters) {

  /// Wall seconds.
  public record Seconds(double tune, double sample, double total) {}

  /// Posterior moments of a parameter, flattened in C order.
  public record Moments(int[] shape, List<Double> mean, List<Double> sd, List<Double> mcse) {}
}
