/// A path that the tree can walk along; the tree knows nothing else of it.
package dev.touchline.mcmc;

/// A path through phase space with states at integer times.
///
/// Nodes are pooled: a node from [#step] has one holder, the caller.
///
/// @param <N> the states
interface Trajectory<N extends Trajectory.Node> {

  /// A state on the path.
  abstract class Node {
    /// Who still needs it; at 0 it may be reused.
    int holders;

    /// Energy minus that of the starting state; NaN or large where the path diverged.
    double energyError;
  }

  /// The next state after `from`, in time or against it.
  N step(N from, boolean forward);

  /// Whether the path from `first` to `last` (in time order) has turned back on itself.
  boolean turning(N first, N last);

  /// Gives a node without holders back.
  void recycle(N node);
}
