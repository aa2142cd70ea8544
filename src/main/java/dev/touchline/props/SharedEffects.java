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
  private final MemberWhitening whitening;
  private final int scaleAt;
  private final int cpcAt;

  /// Their covariance at the last position.
  final EffectCovariance covariance;

  /// Effects at the last position, [prop][member].
  final double[][] effect;

  private final double[][] effectBar;
  private final double[] precisionBar;

  private SharedEffects(
      int props,
      double[] share,
      int[] memberOf,
      MemberWhitening whitening,
      int scaleAt,
      int cpcAt) {
    k = props;
    members = share.length;
    this.share = share;
    this.memberOf = memberOf;
    this.whitening = whitening;
    this.scaleAt = scaleAt;
    this.cpcAt = cpcAt;
    covariance = new EffectCovariance(k);
    effect = new double[k][members];
    effectBar = new double[k][members];
    precisionBar = new double[k * k];
  }

  static SharedEffects ofOpponents(Rows rows, Anchors anchors, Layout layout, PlayerKernel kernel) {
    return new SharedEffects(
        rows.props,
        rows.opponentShare,
        rows.fixtureOpponent,
        kernel.members(anchors.opponents(), layout.opponentEffects()),
        layout.opponentScale(),
        layout.opponentCpc());
  }

  /// Only where the model has own teams' effects.
  static SharedEffects ofTeams(Rows rows, Anchors anchors, Layout layout, PlayerKernel kernel) {
    return new SharedEffects(
        rows.props,
        rows.teamShare,
        rows.fixtureTeam,
        kernel.members(anchors.teams(), layout.teamEffectsAt()),
        layout.teamScale(),
        layout.teamCpc());
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
    return whitening.forward(position, covariance.precision(), effect);
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
    whitening.backward(effectBar, position, covariance.precision(), gradient, precisionBar);
    covariance.backward(precisionBar, members, gradient, scaleAt, cpcAt);
  }
}
