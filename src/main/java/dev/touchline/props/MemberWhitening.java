/// The map between whitened coordinates and effects for all members of one group.
package dev.touchline.props;

/// What [SharedEffects] is computed by: the map of [WhitenedEffects], block by block. One instance
/// a chain; nothing is allocated. [ScalarMembers] and [VectorMembers] compute the same, each beside
/// the kernel of its kind.
sealed interface MemberWhitening permits ScalarMembers, VectorMembers {

  /// Computes the effects, [prop][member]; the answer is their log prior density, without ½ ln
  /// |Σ⁻¹| each, plus the log Jacobian.
  ///
  /// @param precision Σ⁻¹, K × K
  double forward(double[] position, double[] precision, double[][] effect);

  /// Carries the effects' gradient back, at the position and precision of the last [#forward]:
  /// writes that of the coordinates and adds that of Σ⁻¹.
  ///
  /// @param effectBar gradient with respect to the effects, [prop][member]
  void backward(
      double[][] effectBar,
      double[] position,
      double[] precision,
      double[] gradient,
      double[] precisionBar);
}
