/// The baseline that an analyst with a spreadsheet would use: each player's own rate, shrunken.
package dev.touchline.baseline;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Poisson with the rate (c + w·r) / (n + w): c events of the player in n nineties, r the rate of
/// his position, and w the nineties that the position is worth.
///
/// w is chosen for each prop among powers of √2 from 0.5 to 512 as the one under which each
/// training row is best foretold by the player's other rows (leave-one-out, log score). The
/// position's rate is not computed anew for each row left out: one row in hundreds.
public final class ShrunkenRate implements Baseline {
  private static final double LEAST = 0.5;
  private static final int WEIGHTS = 21;

  /// What a player has done.
  private static final class Own {
    double count;
    double nineties;
  }

  @Override
  public String key() {
    return "shrunken";
  }

  @Override
  public String description() {
    return "the player's own rate, shrunken to his position's by a weight chosen by leave-one-out";
  }

  @Override
  public List<double[]> forecast(Prop prop, RowSet training, RowSet later) {
    PositionRates rates = new PositionRates(prop, training.rows());
    Map<Long, Own> players = players(prop, training.rows());
    double weight = weight(prop, training.rows(), rates, players);
    Own nobody = new Own();
    return later.rows().stream()
        .map(
            row -> {
              Own own = players.getOrDefault(row.playerId(), nobody);
              double rate =
                  (own.count + weight * rates.of(row.position())) / (own.nineties + weight);
              return PoissonPmf.of(rate * row.minutes() / 90.0);
            })
        .toList();
  }

  /// The weight that leave-one-out chooses, in nineties.
  static double weight(Prop prop, List<PlayerMatch> rows) {
    return weight(prop, rows, new PositionRates(prop, rows), players(prop, rows));
  }

  private static Map<Long, Own> players(Prop prop, List<PlayerMatch> rows) {
    Map<Long, Own> players = new HashMap<>();
    for (PlayerMatch row : rows) {
      Own own = players.computeIfAbsent(row.playerId(), id -> new Own());
      own.count += row.count(prop);
      own.nineties += row.minutes() / 90.0;
    }
    return players;
  }

  private static double weight(
      Prop prop, List<PlayerMatch> rows, PositionRates rates, Map<Long, Own> players) {
    double best = LEAST;
    double bestLoss = Double.POSITIVE_INFINITY;
    for (int j = 0; j < WEIGHTS; j++) {
      double weight = LEAST * Math.pow(2, j / 2.0);
      double loss = 0;
      for (PlayerMatch row : rows) {
        Own own = players.getOrDefault(row.playerId(), new Own());
        double nineties = row.minutes() / 90.0;
        int count = row.count(prop);
        double others = own.count - count + weight * rates.of(row.position());
        double mean = nineties * others / (own.nineties - nineties + weight);
        // −ln P(count) without the factorial, which is the same for every weight.
        loss += mean - (count == 0 ? 0 : count * Math.log(mean));
      }
      if (loss < bestLoss) {
        best = weight;
        bestLoss = loss;
      }
    }
    return best;
  }
}
