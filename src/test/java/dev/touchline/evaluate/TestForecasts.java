/// Simulated forecasts for tests.
package dev.touchline.evaluate;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

final class TestForecasts {
  private TestForecasts() {}

  static PlayerMatch row(long match, long player) {
    return new PlayerMatch(
        match,
        LocalDate.of(2018, 7, 6),
        "world-cup-2018",
        player,
        "Player " + player,
        Position.MID,
        1,
        "A",
        2,
        "B",
        true,
        90,
        0,
        0,
        0);
  }

  static Forecast forecast(long match, long player, int observed, double... pmf) {
    return new Forecast(row(match, player), Prop.SHOTS, observed, pmf, true);
  }

  static double[] poisson(double mean) {
    List<Double> pmf = new ArrayList<>();
    double p = Math.exp(-mean);
    double rest = 1;
    for (int y = 1; rest >= 1e-9; y++) {
      pmf.add(p);
      rest -= p;
      p *= mean / y;
    }
    return pmf.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static int draw(double[] pmf, SplittableRandom random) {
    double u = random.nextDouble();
    int y = 0;
    for (double cumulative = pmf[0]; cumulative < u && y + 1 < pmf.length; cumulative += pmf[y]) {
      y++;
    }
    return y;
  }

  /// Forecasts of `matches` × 28 rows by a forecaster who multiplies the true means by `factor`,
  /// and shrinks them towards 1 by the exponent `spread`.
  static List<Forecast> simulated(int matches, double factor, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < matches * 28; i++) {
      double mean = Math.exp(-0.5 + 0.9 * random.nextGaussian());
      int observed = draw(poisson(mean), random);
      forecasts.add(forecast(i / 28, i, observed, poisson(factor * Math.pow(mean, spread))));
    }
    return forecasts;
  }
}
