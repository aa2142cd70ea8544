/// A group of effects that many players' rows share: the opponents', or the own teams'.
package dev.touchline.props;

import java.util.Arrays;

/// The effects of one group, forwards and backwards, for one chain; K props.
///
/// They have a covariance of their own and are whitened as players' are, see [WhitenedEffects]. The
/// levels of playing positions are coordinates against the group's mean effect, weighted by rows.
final class SharedEffects {
  private final int k;
  private final int members;
  private final double[] share;
  private final int[] memberOf;
  private final Anchors.Group anchors;
  private final int scaleAt;
  private final int cpcAt;
  private final int effectsAt;

  /// Their covariance at the last position.
  final EffectCovariance covariance;

  /// Effects at the last position, [prop][member].
  final double[][] effect;

  private final double[][] effectBar;
  private final WhitenedEffects block;
  private final double[][] targetMinusMean;
  private final double[] precisionBar;
  private final double[] noMean;

  private SharedEffects(
      int props,
      double[] share,
      int[] memberOf,
      Anchors.Group anchors,
      int scaleAt,
      int cpcAt,
      int effectsAt) {
    k = props;
    members = share.length;
    this.share = share;
    this.memberOf = memberOf;
    this.anchors = anchors;
    this.scaleAt = scaleAt;
    this.cpcAt = cpcAt;
    this.effectsAt = effectsAt;
    covariance = new EffectCovariance(k);
    effect = new double[k][members];
    effectBar = new double[k][members];
    block = new WhitenedEffects(k);
    targetMinusMean = new double[k][WhitenedEffects.BLOCK];
    precisionBar = new double[k * k];
    noMean = new double[k];
  }

  static SharedEffects ofOpponents(Rows rows, Anchors anchors, Layout layout) {
    return new SharedEffects(
        rows.props,
        rows.opponentShare,
        rows.fixtureOpponent,
        anchors.opponents(),
        layout.opponentScale(),
        layout.opponentCpc(),
        layout.opponentEffects());
  }

  /// Only where the model has own teams' effects.
  static SharedEffects ofTeams(Rows rows, Anchors anchors, Layout layout) {
    return new SharedEffects(
        rows.props,
        rows.teamShare,
        rows.fixtureTeam,
        anchors.teams(),
        layout.teamScale(),
        layout.teamCpc(),
        layout.teamEffectsAt());
  }

  /// How many effects of each prop there are.
  int members() {
    return members;
  }

  /// Computes the covariance; the answer is the log prior of its coordinates.
  double covarianceForward(double[] position) {
    return covariance.forward(position, scaleAt, cpcAt);
  }

  /// Computes the effects; the answer is their log prior density, without ½ ln |Σ⁻¹| each, plus the
  /// log Jacobian.
  double effectsForward(double[] position) {
    double lp = 0;
    for (int from = 0; from < members; from += WhitenedEffects.BLOCK) {
      int n = Math.min(WhitenedEffects.BLOCK, members - from);
      lp += blockForward(position, from, n);
      for (int j = 0; j < k; j++) {
        System.arraycopy(block.tau[j], 0, effect[j], from, n);
      }
    }
    return lp;
  }

  private double blockForward(double[] position, int from, int n) {
    for (int j = 0; j < k; j++) {
      System.arraycopy(anchors.target()[j], from, targetMinusMean[j], 0, n);
    }
    return block.forward(
        n,
        covariance.precision(),
        anchors.info(),
        from,
        targetMinusMean,
        position,
        effectsAt + from,
        members);
  }

  /// The mean effect of prop `j` over rows, added to what other groups have.
  double addMean(int j, double sum) {
    double mean = sum;
    for (int member = 0; member < members; member++) {
      mean += share[member] * effect[j][member];
    }
    return mean;
  }

  /// Carries the gradient of the table of cells back to the coordinates.
  ///
  /// @param meanBar gradient with respect to the mean effect, by prop
  void backward(double[][] tableBar, double[] meanBar, double[] position, double[] gradient) {
    for (int j = 0; j < k; j++) {
      double[] own = effectBar[j];
      Arrays.fill(own, 0.0);
      for (int fixture = 0; fixture < memberOf.length; fixture++) {
        own[memberOf[fixture]] += tableBar[j][2 * fixture] + tableBar[j][2 * fixture + 1];
      }
      for (int member = 0; member < members; member++) {
        own[member] += share[member] * meanBar[j];
      }
    }
    Arrays.fill(precisionBar, 0.0);
    Arrays.fill(noMean, 0.0);
    boolean several = members > WhitenedEffects.BLOCK;
    for (int from = 0; from < members; from += WhitenedEffects.BLOCK) {
      int n = Math.min(WhitenedEffects.BLOCK, members - from);
      if (several) {
        blockForward(position, from, n);
      }
      for (int j = 0; j < k; j++) {
        System.arraycopy(effectBar[j], from, block.effectBar[j], 0, n);
      }
      block.backward(
          n,
          covariance.precision(),
          anchors.info(),
          from,
          gradient,
          effectsAt + from,
          members,
          noMean,
          precisionBar);
    }
    covariance.backward(precisionBar, members, gradient, scaleAt, cpcAt);
  }
}
