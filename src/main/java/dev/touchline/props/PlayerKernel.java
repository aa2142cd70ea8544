/// The costly part of the density: everything that runs over players and rows.
package dev.touchline.props;

/// Log density and gradient of the players' effects and of the rows given the other terms. One
/// instance a chain; an evaluation allocates nothing.
///
/// There are two that compute the same: [ScalarKernel] in plain loops, and [VectorKernel] for
/// machines and start options that allow it. [Kernels] chooses.
sealed interface PlayerKernel permits ScalarKernel, VectorKernel {

  /// The log density of the players' whitened effects, without ½ ln |Σ⁻¹| each, and of the rows,
  /// without the cells' and features' share of the counts. Negative infinity or NaN where it cannot
  /// be computed; gradients are then undefined.
  ///
  /// @param terms linear terms; their gradients are added to
  /// @param covariance of the players' effects
  /// @param gradient receives the players' coordinates alone
  double evaluate(Terms terms, EffectCovariance covariance, double[] position, double[] gradient);

  /// Total log rates (level and effect) of all players.
  ///
  /// @param result receives them, [prop][player]
  void totals(Terms terms, EffectCovariance covariance, double[] position, double[][] result);

  /// The kernel in plain loops over the same rows. Anchors come from it, so that a seed gives the
  /// same draws whatever becomes of the vectors' order of arithmetic for draws.
  ScalarKernel plain();

  /// What computes the effects of a group that many players' rows share, in the kernel's own way.
  ///
  /// @param group stand-ins of its members
  /// @param effectsAt where their coordinates begin
  MemberWhitening members(Anchors.Group group, int effectsAt);
}
