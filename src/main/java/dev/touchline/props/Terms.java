/// What an evaluation hands from the globals and opponents to the players, and the gradient back.
package dev.touchline.props;

import java.util.Arrays;

/// The linear terms of one evaluation and the gradient with respect to each; one instance a chain.
final class Terms {
  /// α + γ_q, [position * K + prop].
  final double[] levels;

  /// β, [feature * K + prop].
  final double[] beta;

  /// Opponent's and own team's effect plus home, [prop][cell].
  final double[][] table;

  final double[] levelsBar;
  final double[] betaBar;
  final double[][] tableBar;

  /// With respect to the inverse covariance of the players' effects, K × K.
  final double[] precisionBar;

  Terms(Rows rows) {
    int k = rows.props;
    levels = new double[Layout.POSITIONS * k];
    levelsBar = new double[Layout.POSITIONS * k];
    beta = new double[rows.features * k];
    betaBar = new double[rows.features * k];
    table = new double[k][rows.cells()];
    tableBar = new double[k][rows.cells()];
    precisionBar = new double[k * k];
  }

  /// Sets the gradients to what the counts' sums give: the expected counts are still to be taken
  /// off.
  void startGradients(Rows rows) {
    Arrays.fill(levelsBar, 0.0);
    Arrays.fill(precisionBar, 0.0);
    System.arraycopy(rows.featureCounts, 0, betaBar, 0, betaBar.length);
    for (int j = 0; j < table.length; j++) {
      System.arraycopy(rows.cellCounts[j], 0, tableBar[j], 0, tableBar[j].length);
    }
  }
}
