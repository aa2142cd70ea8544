/// Sums over rows that give the stand-ins of opponents or own teams.
package dev.touchline.props;

/// Scores and information of one group's effects, player by player. A group without members takes
/// nothing.
final class GroupSums {
  private final int[] memberOf;
  private final double[][] effect;
  private final double[][] info;
  private final double[][] score;
  private final double[] ofPlayer;

  /// @param memberOf the member of each fixture; empty for a group without members
  /// @param effect effects where the sums are taken, [prop][member]
  GroupSums(int[] memberOf, double[][] effect) {
    this.memberOf = memberOf;
    this.effect = effect;
    info = new double[effect.length][effect[0].length];
    score = new double[effect.length][effect[0].length];
    ofPlayer = new double[effect[0].length];
  }

  /// Takes a row of a player.
  ///
  /// @param j the prop
  /// @param y its count
  /// @param mu its expected count
  void add(int j, int cell, double y, double mu) {
    if (memberOf.length > 0) {
      int member = memberOf[cell >> 1];
      score[j][member] += y - mu;
      info[j][member] += mu;
      ofPlayer[member] += mu;
    }
  }

  /// Takes off what the player's own uncertainty takes from the information: once a member, after
  /// all of his rows were added.
  ///
  /// @param precision of the player's effect
  void takeUncertainty(int j, int cell, double precision) {
    if (memberOf.length > 0) {
      int member = memberOf[cell >> 1];
      info[j][member] -= ofPlayer[member] * ofPlayer[member] / precision;
      ofPlayer[member] = 0;
    }
  }

  Anchors.Group anchors() {
    double[][] target = new double[info.length][info[0].length];
    for (int j = 0; j < info.length; j++) {
      for (int member = 0; member < info[j].length; member++) {
        info[j][member] = Math.max(Anchors.LEAST_INFO, info[j][member]);
        target[j][member] = effect[j][member] + score[j][member] / info[j][member];
      }
    }
    return new Anchors.Group(info, target);
  }
}
