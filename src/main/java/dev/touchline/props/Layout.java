/// Where each group of unconstrained coordinates lies in a position.
package dev.touchline.props;

/// Offsets into the position of [PropDensity]; K props, F features, P players, O opponents, Q = 4
/// playing positions.
///
/// The globals come first, so that the metric can be dense over them:
///
/// | group | length | meaning |
/// |---|---|---|
/// | level | Q × K | α + γ_q + mean opponent's effect, the log rate of each playing position |
/// | home | K | η |
/// | beta | F × K | β |
/// | split | K | how the levels split into α and γ, standard normal given the levels |
/// | playerScale, opponentScale | K each | σ, see [ScaleCoordinate] |
/// | playerCpc, opponentCpc | K(K−1)/2 each | atanh of the canonical partial correlations |
/// | opponents | K × O | whitened opponent effects, prop by prop |
/// | players | K × P | whitened player effects, prop by prop |
record Layout(int props, int features, int players, int opponents) {
  static final int POSITIONS = 4;

  private static final int LARGEST_DENSE = 200;

  int pairs() {
    return props * (props - 1) / 2;
  }

  int level() {
    return 0;
  }

  int home() {
    return POSITIONS * props;
  }

  int beta() {
    return home() + props;
  }

  int split() {
    return beta() + features * props;
  }

  int playerScale() {
    return split() + props;
  }

  int opponentScale() {
    return playerScale() + props;
  }

  int playerCpc() {
    return opponentScale() + props;
  }

  int opponentCpc() {
    return playerCpc() + pairs();
  }

  /// Number of globals.
  int globals() {
    return opponentCpc() + pairs();
  }

  int opponentEffects() {
    return globals();
  }

  int playerEffects() {
    return globals() + props * opponents;
  }

  /// How many leading coordinates the metric is dense over: the globals, and the opponents' effects
  /// where they are few. Given the data the mean of those is known from its prior alone while their
  /// differences are known well, which no diagonal can follow.
  int dense() {
    return playerEffects() <= LARGEST_DENSE ? playerEffects() : globals();
  }

  int dimension() {
    return playerEffects() + props * players;
  }
}
