/// [MemberWhitening] in plain loops.
package dev.touchline.props;

import static dev.touchline.props.WhitenedEffects.BLOCK;

/// Blocks of [WhitenedEffects]. With more than one block, each is computed again on the way back.
final class ScalarMembers implements MemberWhitening {
  private final int k;
  private final int members;
  private final Anchors.Group anchors;
  private final int effectsAt;
  private final WhitenedEffects block;
  private final double[][] targetMinusMean;
  private final double[] noMean;

  /// @param anchors of the members
  /// @param effectsAt where the members' coordinates begin
  ScalarMembers(Anchors.Group anchors, int effectsAt) {
    k = anchors.info().length;
    members = anchors.info()[0].length;
    this.anchors = anchors;
    this.effectsAt = effectsAt;
    block = new WhitenedEffects(k);
    targetMinusMean = new double[k][BLOCK];
    noMean = new double[k];
  }

  @Override
  public double forward(double[] position, double[] precision, double[][] effect) {
    double lp = 0;
    for (int from = 0; from < members; from += BLOCK) {
      int n = Math.min(BLOCK, members - from);
      lp += forward(position, precision, from, n);
      for (int j = 0; j < k; j++) {
        System.arraycopy(block.tau[j], 0, effect[j], from, n);
      }
    }
    return lp;
  }

  private double forward(double[] position, double[] precision, int from, int n) {
    for (int j = 0; j < k; j++) {
      System.arraycopy(anchors.target()[j], from, targetMinusMean[j], 0, n);
    }
    return block.forward(
        n, precision, anchors.info(), from, targetMinusMean, position, effectsAt + from, members);
  }

  @Override
  public void backward(
      double[][] effectBar,
      double[] position,
      double[] precision,
      double[] gradient,
      double[] precisionBar) {
    boolean several = members > BLOCK;
    for (int from = 0; from < members; from += BLOCK) {
      int n = Math.min(BLOCK, members - from);
      if (several) {
        forward(position, precision, from, n);
      }
      for (int j = 0; j < k; j++) {
        System.arraycopy(effectBar[j], from, block.effectBar[j], 0, n);
      }
      block.backward(
          n,
          precision,
          anchors.info(),
          from,
          gradient,
          effectsAt + from,
          members,
          noMean,
          precisionBar);
    }
  }
}
