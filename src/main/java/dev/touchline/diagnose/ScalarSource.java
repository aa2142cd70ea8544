/// Where the scalars to be judged come from.
package dev.touchline.diagnose;

/// Scalars of a posterior, each with its chains. Safe for several threads.
public interface ScalarSource {
  /// Number of scalars.
  int count();

  /// Name of a scalar for people, such as `player_effect[L. Modrić, shots]`.
  String name(int scalar);

  /// Its draws, shape (chain, draw), in fresh or reusable arrays that the caller only reads.
  double[][] series(int scalar);
}
