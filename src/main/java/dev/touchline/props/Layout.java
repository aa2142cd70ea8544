/// Where each group of unconstrained coordinates lies in a position.
package dev.touchline.props;

/// Offsets into the position of [PropDensity]; K props, F features, P players, O opponents, Q = 4
/// playing positions.
///
/// The globals come first, so that the metric can be dense over them:
///
/// | group | length | meaning |
/// |---|---|---|
/// | level | Q × K | α + γ_q, the log rate of each playing position |
/// | home | K | η |
/// | beta | F × K | β |
/// | split | K | how the levels split into α and γ, standard normal given the levels |
/// | playerLogSd, opponentLogSd | K each | ln σ |
/// | playerCpc, opponentCpc | K(K−1)/2 each | atanh of the canonical partial correlations |
/// | players | K × P | whitened player effects, prop by prop |
/// | opponents | K × O | whitened opponent effects, prop by prop |
record Layout(int props, int features, int players, int opponents) {
  static final int POSITIONS = 4;

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

  int playerLogSd() {
    return split() + props;
  }

  int opponentLogSd() {
    return playerLogSd() + props;
  }

  int playerCpc() {
    return opponentLogSd() + props;
  }

  int opponentCpc() {
    return playerCpc() + pairs();
  }

  /// Number of globals.
  int globals() {
    return opponentCpc() + pairs();
  }

  int playerEffects() {
    return globals();
  }

  int opponentEffects() {
    return globals() + props * players;
  }

  int dimension() {
    return opponentEffects() + props * opponents;
  }
}
