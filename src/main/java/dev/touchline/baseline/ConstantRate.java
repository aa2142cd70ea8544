/// The baseline that knows nothing but a player's position.
package dev.touchline.baseline;

import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import java.util.List;

/// Poisson with the rate of the position per minute, times the minutes.
public final class ConstantRate implements Baseline {
  @Override
  public String key() {
    return "constant";
  }

  @Override
  public String description() {
    return "the rate of the player's position, times his minutes";
  }

  @Override
  public List<double[]> forecast(Prop prop, RowSet training, RowSet later) {
    PositionRates rates = new PositionRates(prop, training.rows());
    return later.rows().stream()
        .map(row -> PoissonPmf.of(rates.of(row.position()) * row.minutes() / 90.0))
        .toList();
  }
}
