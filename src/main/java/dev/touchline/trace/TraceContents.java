/// Everything that goes into a trace file.
package dev.touchline.trace;

import java.util.List;

/// The draws, and InferenceData's further groups beside them.
///
/// @param posterior the draws, which become `posterior` and `sample_stats`
/// @param draws groups with a value for each draw, such as `log_likelihood`
/// @param data groups without draws, such as `observed_data`
public record TraceContents(TraceSource posterior, List<DrawGroup> draws, List<DataGroup> data) {
  /// Copies.
  public TraceContents {
    draws = List.copyOf(draws);
    data = List.copyOf(data);
  }

  /// The draws alone.
  public static TraceContents of(TraceSource posterior) {
    return new TraceContents(posterior, List.of(), List.of());
  }

  /// A group whose variables have a value for each chain and draw. They are asked for block by
  /// block, so that they may be computed while they are written.
  ///
  /// @param name such as `posterior_predictive`
  /// @param statsName a group for the statistics of its draws, such as `warmup_sample_stats`; empty
  ///   for none
  /// @param kind how its values are stored
  /// @param source the values
  public record DrawGroup(String name, String statsName, ValueKind kind, TraceSource source) {}

  /// A group without chains and draws.
  ///
  /// @param coordinates of its dimensions; those that are missing are counted from 0
  public record DataGroup(
      String name, List<Coordinate> coordinates, List<GroupVariable> variables) {
    /// Copies.
    public DataGroup {
      coordinates = List.copyOf(coordinates);
      variables = List.copyOf(variables);
    }
  }
}
