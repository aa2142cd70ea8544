/// The Gaussian stand-ins for the likelihood of each player and opponent.
package dev.touchline.props;

/// For each group and prop a target t and an information D: near the posterior the likelihood of
/// the effect is about exp(−½ D (effect − t)²).
///
/// A player's target follows the other linear terms: where β, η or opponents' effects change, the
/// effect that explains his counts changes against them, by their averages over his rows weighted
/// by expected counts. Constants of a run: they shape coordinates, never the posterior.
///
/// @param playerInfo D of players, [prop][player]
/// @param playerTarget t of players where all linear terms are zero, [prop][player]
/// @param featureMean weighted mean features, [feature * K + prop][player]
/// @param rowWeight weight of each row in its player's means, [prop][row]
/// @param opponents those of opponents
/// @param teams those of own teams, of length 0 where the model has no effects of them
record Anchors(
    double[][] playerInfo,
    double[][] playerTarget,
    double[][] featureMean,
    double[][] rowWeight,
    Group opponents,
    Group teams) {

  static final double LEAST_INFO = 1e-6;

  /// Stand-ins of effects that many players' rows share.
  ///
  /// @param info D, [prop][member]
  /// @param target t, [prop][member]
  record Group(double[][] info, double[][] target) {}

  /// Anchors at given linear terms.
  ///
  /// @param rows the rows
  /// @param effect total log rate of players (level and effect), [prop][player]
  /// @param cellTerm opponent's and own team's effect and home by cell, [prop][cell]
  /// @param opponentEffect opponents' effects, [prop][opponent]
  /// @param teamEffect own teams' effects, [prop][team]
  /// @param beta [feature * K + prop]
  /// @param playerSd prior sd of player effects, by prop
  static Anchors at(
      Rows rows,
      double[][] effect,
      double[][] cellTerm,
      double[][] opponentEffect,
      double[][] teamEffect,
      double[] beta,
      double[] playerSd) {
    int k = rows.props;
    double[][] info = new double[k][rows.players];
    double[][] target = new double[k][rows.players];
    double[][] featureMean = new double[rows.features * k][rows.players];
    double[][] weight = new double[k][rows.count];
    GroupSums opponents = new GroupSums(rows.fixtureOpponent, opponentEffect);
    GroupSums teams = new GroupSums(rows.fixtureTeam, teamEffect);
    for (int j = 0; j < k; j++) {
      for (int p = 0; p < rows.players; p++) {
        expectedCounts(rows, j, p, effect[j][p], cellTerm[j], beta, weight[j]);
        double total = LEAST_INFO;
        for (int i = rows.rowStart[p]; i < rows.rowStart[p + 1]; i++) {
          total += weight[j][i];
        }
        double shift = 0;
        double precision = total + 1 / (playerSd[j] * playerSd[j]);
        for (int i = rows.rowStart[p]; i < rows.rowStart[p + 1]; i++) {
          opponents.add(j, rows.cell[i], rows.y[j][i], weight[j][i]);
          teams.add(j, rows.cell[i], rows.y[j][i], weight[j][i]);
        }
        for (int i = rows.rowStart[p]; i < rows.rowStart[p + 1]; i++) {
          opponents.takeUncertainty(j, rows.cell[i], precision);
          teams.takeUncertainty(j, rows.cell[i], precision);
          double share = weight[j][i] / total;
          weight[j][i] = share;
          shift += share * cellTerm[j][rows.cell[i]];
          for (int f = 0; f < rows.features; f++) {
            double mean = share * rows.x[f][i];
            featureMean[f * k + j][p] += mean;
            shift += mean * beta[f * k + j];
          }
        }
        info[j][p] = total;
        target[j][p] = effect[j][p] + (rows.playerCounts[j][p] - total) / total + shift;
      }
    }
    return new Anchors(info, target, featureMean, weight, opponents.anchors(), teams.anchors());
  }

  private static void expectedCounts(
      Rows rows, int j, int p, double effect, double[] cellTerm, double[] beta, double[] result) {
    int k = rows.props;
    for (int i = rows.rowStart[p]; i < rows.rowStart[p + 1]; i++) {
      double eta = effect + cellTerm[rows.cell[i]];
      for (int f = 0; f < rows.features; f++) {
        eta += rows.x[f][i] * beta[f * k + j];
      }
      result[i] = rows.exposure[i] * Math.exp(eta);
    }
  }
}
