/// Forecasts that are right and that are wrong in a known way, for the page on plots.
package dev.touchline.docs;

import dev.touchline.evaluate.Calibration;
import dev.touchline.evaluate.Forecast;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// Shots of 64 matches with 22 players each: true rates are drawn, counts from them, and the
/// forecaster says what he says of each rate.
final class ExampleForecasts {
  private static final int MATCHES = 64;
  private static final int PLAYERS = 22;
  private static final double TYPICAL = 1.2;

  private ExampleForecasts() {}

  /// A forecaster who knows the rates.
  static PropCalibration right() {
    return judged(rate -> rate, 0);
  }

  /// One who says a third too much of everybody.
  static PropCalibration tooHigh() {
    return judged(rate -> 1.35 * rate, 0);
  }

  /// One who exaggerates differences between players.
  static PropCalibration tooSure() {
    return judged(rate -> TYPICAL * Math.pow(rate / TYPICAL, 1.8), 0);
  }

  /// One who says Poisson where counts vary more.
  static PropCalibration tooNarrow() {
    return judged(rate -> rate, 1.0);
  }

  private static PropCalibration judged(DoubleUnaryOperator says, double extraVariance) {
    Random random = new Random(20180614);
    List<Forecast> forecasts = new ArrayList<>();
    for (int match = 0; match < MATCHES; match++) {
      for (int player = 0; player < PLAYERS; player++) {
        double rate = TYPICAL * Math.exp(0.7 * random.nextGaussian() - 0.25);
        double actual = rate * gamma(random, extraVariance);
        int shots = poisson(random, actual);
        forecasts.add(
            new Forecast(
                row(match, player, shots), Prop.SHOTS, shots, pmf(says.applyAsDouble(rate)), true));
      }
    }
    return Objects.requireNonNull(
        Calibration.standard()
            .judge(Map.of(Prop.SHOTS, forecasts), Map.of(Prop.SHOTS, 1.5))
            .get(Prop.SHOTS));
  }

  /// A factor of mean 1 and about this variance: 1, or the mean of squared normals.
  private static double gamma(Random random, double variance) {
    if (variance == 0) {
      return 1;
    }
    double a = random.nextGaussian();
    double b = random.nextGaussian();
    return (a * a + b * b) / 2 * variance + 1 - variance;
  }

  private static int poisson(Random random, double rate) {
    double rest = random.nextDouble();
    double term = Math.exp(-rate);
    int count = 0;
    while (rest > term && count < 200) {
      rest -= term;
      count++;
      term *= rate / count;
    }
    return count;
  }

  private static double[] pmf(double rate) {
    List<Double> all = new ArrayList<>();
    double term = Math.exp(-rate);
    double rest = 1;
    for (int y = 0; rest > 1e-9 && y < 300; y++) {
      all.add(term);
      rest -= term;
      term *= rate / (y + 1);
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static PlayerMatch row(int match, int player, int shots) {
    return new PlayerMatch(
        match,
        LocalDate.of(2018, 6, 14).plusDays(match / 3),
        "example",
        player,
        "Player " + player,
        Position.MID,
        player % 2,
        "Team " + player % 2,
        1 - player % 2,
        "Team " + (1 - player % 2),
        player % 2 == 0,
        90,
        0,
        shots,
        0);
  }
}
