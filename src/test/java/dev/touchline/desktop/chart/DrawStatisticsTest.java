/// Density, autocorrelation and ranks against values worked out by hand or by theory.
package dev.touchline.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawStatisticsTest {
  @Test
  void densityOfNormalDrawsIsNormal() {
    double[] draws = new double[20_000];
    var random = new Random(3);
    for (int i = 0; i < draws.length; i++) {
      draws[i] = random.nextGaussian();
    }
    DrawStatistics.Density density = DrawStatistics.density(draws, 201);

    double area = 0;
    for (int i = 1; i < density.x().length; i++) {
      area += (density.x()[i] - density.x()[i - 1]) * (density.y()[i] + density.y()[i - 1]) / 2;
      double exact = Math.exp(-0.5 * density.x()[i] * density.x()[i]) / Math.sqrt(2 * Math.PI);
      assertThat(density.y()[i]).isCloseTo(exact, within(0.02));
    }
    assertThat(area).isCloseTo(1, within(1e-3));
  }

  @Test
  void densityOfConstantDrawsIsEmpty() {
    assertThat(DrawStatistics.density(new double[] {2, 2, 2}, 50).x()).isEmpty();
    assertThat(DrawStatistics.density(new double[] {Double.NaN}, 50).x()).isEmpty();
  }

  @Test
  void autocorrelationByHand() {
    // 1, 2, 3, 4: mean 2.5, sum of squares 5, lag 1: (−1.5)(−0.5) + (−0.5)(0.5) + (0.5)(1.5) = 1.25
    double[] r = DrawStatistics.autocorrelation(new double[] {1, 2, 3, 4}, 10);
    assertThat(r).hasSize(4);
    assertThat(r[0]).isEqualTo(1);
    assertThat(r[1]).isCloseTo(0.25, within(1e-12));
    assertThat(r[2]).isCloseTo(-0.3, within(1e-12));
    assertThat(r[3]).isCloseTo(-0.45, within(1e-12));
    assertThat(DrawStatistics.autocorrelation(new double[] {1, 1, 1}, 1)).containsOnly(Double.NaN);
  }

  @Test
  void ranksOfSeparatedChainsFillSeparateClasses() {
    int[][] counts =
        DrawStatistics.rankCounts(List.of(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8}), 4);
    assertThat(counts[0]).containsExactly(2, 2, 0, 0);
    assertThat(counts[1]).containsExactly(0, 0, 2, 2);
  }
}
