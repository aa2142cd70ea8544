/// Energy plot: whether momentum resampling reaches all energies of the posterior.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// Densities of the energy about its mean and of its change between draws, all chains pooled
/// (Betancourt 2016, arXiv:1604.00695). A much narrower change means slow exploration.
public final class EnergyChart extends XyChart {
  private DrawStatistics.Density marginal = DrawStatistics.density(new double[0], 2);
  private DrawStatistics.Density transition = marginal;

  /// An empty chart.
  public EnergyChart() {
    super("Energy", "energy minus its mean", "density");
  }

  /// Shows the energies after warm-up, an array a chain.
  public void show(List<double[]> energies) {
    double[] all = energies.stream().flatMapToDouble(Arrays::stream).toArray();
    double mean = Arrays.stream(all).average().orElse(0);
    marginal = DrawStatistics.density(Arrays.stream(all).map(e -> e - mean).toArray(), 160);
    double[] changes =
        energies.stream()
            .flatMapToDouble(
                chain ->
                    java.util.stream.IntStream.range(1, chain.length)
                        .mapToDouble(i -> chain[i] - chain[i - 1]))
            .toArray();
    transition = DrawStatistics.density(changes, 160);
    changed();
  }

  @Override
  void build(Palette colours) {
    double reach =
        Math.max(
            Arrays.stream(marginal.x()).map(Math::abs).max().orElse(1),
            Arrays.stream(transition.x()).map(Math::abs).max().orElse(1));
    double top =
        Math.max(
            Arrays.stream(marginal.y()).max().orElse(1),
            Arrays.stream(transition.y()).max().orElse(1));
    xRange(-reach, reach);
    // Both curves are highest in the middle, so their names stand above them.
    yRange(0, 1.4 * top);
    layer(
        new SeriesData()
            .add("energy", marginal.x(), marginal.y())
            .add("change", transition.x(), transition.y()),
        lines(1.8f, color(colours.series(0)), color(colours.series(1))));
    entry(reach, 1.38 * top, "energy", color(colours.series(0)), TextAnchor.TOP_RIGHT);
    entry(
        reach, 1.22 * top, "change between draws", color(colours.series(1)), TextAnchor.TOP_RIGHT);
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int m = nearest(marginal.x(), marginal.x().length, at.x());
    int t = nearest(transition.x(), transition.x().length, at.x());
    if (m < 0 || t < 0) {
      return null;
    }
    return "at %s%nenergy: %s%nchange: %s"
        .formatted(digits(at.x()), digits(marginal.y()[m]), digits(transition.y()[t]));
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("curve", "energy", "density");
    for (int i = 0; i < marginal.x().length; i++) {
      table.add("energy", marginal.x()[i], marginal.y()[i]);
    }
    for (int i = 0; i < transition.x().length; i++) {
      table.add("change", transition.x()[i], transition.y()[i]);
    }
    return table;
  }
}
