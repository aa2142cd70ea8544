/// Where each group of unconstrained coordinates lies in a position.
package dev.touchline.props;

/// Offsets into the position of [PropDensity]; K props, F slopes, P players, O opponents, T own
/// teams (none where the model has no effects of them), Q = 4 playing positions.
///
/// Slopes are those of the features and, where the exponent on minutes is free, that exponent less
/// 1, which is the slope of the log exposure: it comes last.
///
/// The globals come first, so that the metric can be dense over them:
///
/// | group | length | meaning |
/// |---|---|---|
/// | level | Q × K | α + γ_q + mean opponent's effect, the log rate of each playing position |
/// | home | K | η |
/// | beta | F × K | β, and the exponent on minutes less 1 |
/// | split | K | how the levels split into α and γ, standard normal given the levels |
/// | playerScale, opponentScale, teamScale | K each | σ, see [ScaleCoordinate] |
/// | playerCpc, opponentCpc, teamCpc | K(K−1)/2 each | atanh of the canonical partial correlations |
/// | opponents | K × O | whitened opponent effects, prop by prop |
/// | teams | K × T | whitened own teams' effects, prop by prop |
/// | players | K × P | whitened player effects, prop by prop |
record Layout(
    int props, int features, boolean freeExponent, int players, int opponents, int teams) {
  static final int POSITIONS = 4;

  private static final int LARGEST_DENSE = 200;

  /// Teams and opponents of a World Cup beside the globals of three props.
  private static final int LARGEST_DENSE_WITH_TEAMS = 320;

  static Layout of(Rows rows) {
    return new Layout(
        rows.props, rows.features, rows.exponentAt >= 0, rows.players, rows.opponents, rows.teams);
  }

  /// Slopes of features alone.
  int namedFeatures() {
    return freeExponent ? features - 1 : features;
  }

  boolean teamEffects() {
    return teams > 0;
  }

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

  int teamScale() {
    return opponentScale() + props;
  }

  int playerCpc() {
    return teamScale() + (teamEffects() ? props : 0);
  }

  int opponentCpc() {
    return playerCpc() + pairs();
  }

  int teamCpc() {
    return opponentCpc() + pairs();
  }

  /// Number of globals.
  int globals() {
    return teamCpc() + (teamEffects() ? pairs() : 0);
  }

  int opponentEffects() {
    return globals();
  }

  int teamEffectsAt() {
    return globals() + props * opponents;
  }

  int playerEffects() {
    return teamEffectsAt() + props * teams;
  }

  /// How many leading coordinates the metric is dense over: the globals, and the opponents' and
  /// teams' effects where they are few. Given the data the mean of those is known from its prior
  /// alone while their differences are known well, which no diagonal can follow.
  int dense() {
    int largest = teamEffects() ? LARGEST_DENSE_WITH_TEAMS : LARGEST_DENSE;
    return playerEffects() <= largest ? playerEffects() : globals();
  }

  int dimension() {
    return playerEffects() + props * players;
  }
}
