/// [MemberWhitening] in vectors over members.
package dev.touchline.props;

import static dev.touchline.props.PackedRows.LANES;
import static dev.touchline.props.PackedRows.PROPS;
import static dev.touchline.props.WhitenedEffects.BLOCK;

import java.util.Arrays;

/// Blocks of [VectorWhitening]. With more than one block, each is computed again on the way back.
final class VectorMembers implements MemberWhitening {
  private final int k;
  private final int members;
  private final int effectsAt;

  /// Members padded to a multiple of four; blocks are multiples of four, so that only the last is.
  private final int padded;

  /// D, [prop * padded + member].
  private final double[] info;

  /// t, [prop * padded + member].
  private final double[] target;

  /// 1 for members and 0 for padding.
  private final double[] real;

  private final VectorWhitening whitening = new VectorWhitening();

  /// @param anchors of the members, of at most [PackedRows#PROPS] props
  /// @param effectsAt where the members' coordinates begin
  VectorMembers(Anchors.Group anchors, int effectsAt) {
    k = anchors.info().length;
    members = anchors.info()[0].length;
    this.effectsAt = effectsAt;
    padded = padded(members);
    info = new double[PROPS * padded];
    target = new double[PROPS * padded];
    for (int j = 0; j < k; j++) {
      System.arraycopy(anchors.info()[j], 0, info, j * padded, members);
      System.arraycopy(anchors.target()[j], 0, target, j * padded, members);
    }
    real = new double[padded];
    Arrays.fill(real, 0, members, 1.0);
  }

  private static int padded(int n) {
    return (n + LANES - 1) / LANES * LANES;
  }

  @Override
  public double forward(double[] position, double[] precision, double[][] effect) {
    whitening.begin(precision, k);
    double lp = 0;
    for (int from = 0; from < members; from += BLOCK) {
      int n = Math.min(BLOCK, members - from);
      lp += forward(position, from, n);
      for (int j = 0; j < k; j++) {
        System.arraycopy(whitening.tau, j * VectorWhitening.STRIDE, effect[j], from, n);
      }
    }
    return lp + whitening.quadratic();
  }

  private double forward(double[] position, int from, int n) {
    int width = padded(n);
    for (int j = 0; j < PROPS; j++) {
      int to = j * VectorWhitening.STRIDE;
      Arrays.fill(whitening.white, to + n, to + width, 0.0);
      if (j < k) {
        System.arraycopy(position, effectsAt + j * members + from, whitening.white, to, n);
      }
      System.arraycopy(target, j * padded + from, whitening.targetMinusMean, to, width);
    }
    return whitening.forward(width, info, padded, real, from);
  }

  @Override
  public void backward(
      double[][] effectBar,
      double[] position,
      double[] precision,
      double[] gradient,
      double[] precisionBar) {
    boolean several = members > BLOCK;
    if (several) {
      whitening.begin(precision, k);
    }
    for (int from = 0; from < members; from += BLOCK) {
      int n = Math.min(BLOCK, members - from);
      if (several) {
        forward(position, from, n);
      }
      for (int j = 0; j < k; j++) {
        int to = j * VectorWhitening.STRIDE;
        System.arraycopy(effectBar[j], from, whitening.effectBar, to, n);
        Arrays.fill(whitening.effectBar, to + n, to + padded(n), 0.0);
      }
      whitening.backward(padded(n), info, padded, real, from);
      for (int j = 0; j < k; j++) {
        System.arraycopy(
            whitening.whiteBar,
            j * VectorWhitening.STRIDE,
            gradient,
            effectsAt + j * members + from,
            n);
      }
    }
    whitening.addPrecisionBar(precisionBar, k);
  }
}
