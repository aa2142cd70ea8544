/// The true parameters behind simulated rows.
package dev.touchline.data.sample;

import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import java.util.List;

/// The reference model's parameters, in the shapes of its trace: ln λ = ln(minutes/90) + alpha +
/// home·h + z·beta + player_effect + opponent_effect, with z the features standardised by `scale`.
///
/// @param alpha K
/// @param home K
/// @param beta F × K
/// @param positionEffect 4 × K
/// @param playerSd K
/// @param playerCorr K × K
/// @param opponentSd K
/// @param opponentCorr K × K
/// @param scale means and sds that the simulation standardises features with
/// @param players P players
/// @param playerEffect P × K, position effects included
/// @param opponents O teams
/// @param opponentEffect O × K
public record Truth(
    double[] alpha,
    double[] home,
    double[][] beta,
    double[][] positionEffect,
    double[] playerSd,
    double[][] playerCorr,
    double[] opponentSd,
    double[][] opponentCorr,
    FeatureScale scale,
    List<Player> players,
    double[][] playerEffect,
    List<Team> opponents,
    double[][] opponentEffect) {

  /// Number of props.
  static final int PROPS = Prop.values().length;

  /// The true `beta` (F × K) for features standardised by another scale, such as that of the
  /// training rows of a fit.
  public double[][] betaOn(FeatureScale other) {
    double[][] moved = new double[beta.length][PROPS];
    for (int f = 0; f < beta.length; f++) {
      for (int k = 0; k < PROPS; k++) {
        moved[f][k] = beta[f][k] * other.sd()[f] / scale.sd()[f];
      }
    }
    return moved;
  }

  /// The true `alpha` (K) for features standardised by another scale.
  public double[] alphaOn(FeatureScale other) {
    double[] moved = alpha.clone();
    for (int f = 0; f < beta.length; f++) {
      for (int k = 0; k < PROPS; k++) {
        moved[k] += beta[f][k] * (other.mean()[f] - scale.mean()[f]) / scale.sd()[f];
      }
    }
    return moved;
  }

  /// The position of a player, by his index.
  Position position(int player) {
    return players.get(player).position();
  }
}
