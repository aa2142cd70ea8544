/// Draws the pictures of docs/plots.md with the charts of the program.
package dev.touchline.docs;

import dev.touchline.desktop.chart.AutocorrelationChart;
import dev.touchline.desktop.chart.ChainDraws;
import dev.touchline.desktop.chart.ChartImages;
import dev.touchline.desktop.chart.DensityChart;
import dev.touchline.desktop.chart.EnergyChart;
import dev.touchline.desktop.chart.PairChart;
import dev.touchline.desktop.chart.PitChart;
import dev.touchline.desktop.chart.RankChart;
import dev.touchline.desktop.chart.ReliabilityChart;
import dev.touchline.desktop.chart.RhatChart;
import dev.touchline.desktop.chart.TraceChart;
import dev.touchline.desktop.chart.XyChart;
import dev.touchline.desktop.theme.Fonts;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.diagnose.Ebfmi;
import dev.touchline.diagnose.Ess;
import dev.touchline.diagnose.Rhat;
import dev.touchline.evaluate.PropCalibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A program, not a test: `mvn -Pplots`. It prints the figures that the page quotes.
public final class Plots {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 230;

  private final Path folder;
  private final List<String> shown = Pages.destinations(Pages.read(Path.of("docs", "plots.md")));

  private Plots(Path folder) {
    this.folder = folder;
  }

  /// The argument is the folder to write into.
  public static void main(String[] args) throws IOException {
    Fonts.load();
    Plots plots = new Plots(Files.createDirectories(Path.of(args[0])));
    plots.chains("good", ExampleRuns.good());
    plots.chains("two-hills", ExampleRuns.twoHills());
    plots.chains("slow", ExampleRuns.slow());
    plots.chains("funnel", ExampleRuns.funnel());
    plots.forecasts("right", ExampleForecasts.right());
    plots.forecasts("too-high", ExampleForecasts.tooHigh());
    plots.forecasts("too-sure", ExampleForecasts.tooSure());
    plots.forecasts("too-narrow", ExampleForecasts.tooNarrow());
    System.exit(0);
  }

  private void chains(String name, ExampleRuns.Run run) throws IOException {
    double[][] draws = run.of(0);
    List<double[]> chains = List.of(draws);
    System.out.printf(
        Locale.ROOT,
        "%-10s R-hat %.3f, effective draws %.0f in bulk, %.0f in tail, lowest E-BFMI %.2f, %d"
            + " diverging%n",
        name,
        Rhat.rank(draws),
        Ess.bulk(draws),
        Ess.tail(draws),
        Arrays.stream(run.energy()).mapToDouble(Ebfmi::of).min().orElse(Double.NaN),
        Arrays.stream(run.diverging()).mapToInt(Plots::count).sum());
    var trace = new TraceChart();
    trace.show("x", chains.stream().map(ChainDraws::of).toList(), 0, draws[0].length);
    save("trace-" + name, trace);
    var ranks = new RankChart();
    ranks.show(chains);
    save("ranks-" + name, ranks);
    var density = new DensityChart();
    density.show("x", chains);
    save("density-" + name, density);
    var autocorrelation = new AutocorrelationChart();
    autocorrelation.show(chains);
    save("autocorrelation-" + name, autocorrelation);
    var rhat = new RhatChart();
    rhat.show(List.of(history(draws)), draws[0].length);
    save("rhat-" + name, rhat);
    var energy = new EnergyChart();
    energy.show(List.of(run.energy()));
    save("energy-" + name, energy);
    var pair = new PairChart();
    pair.show("x", joined(draws), "y", joined(run.of(1)), joined(run.diverging()));
    save("pair-" + name, pair);
  }

  private static RhatChart.History history(double[][] draws) {
    double[] at = IntStream.rangeClosed(1, 20).mapToDouble(i -> 50.0 * i).toArray();
    double[] values = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      int n = (int) at[i];
      values[i] =
          Rhat.rank(Arrays.stream(draws).map(c -> Arrays.copyOf(c, n)).toArray(double[][]::new));
    }
    return new RhatChart.History("x", at, values);
  }

  private void forecasts(String name, PropCalibration judged) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%-10s ECE %.3f (%.3f to %.3f), a perfect forecaster %.3f, coverage %s%n",
        name,
        judged.ece(),
        judged.eceLow(),
        judged.eceHigh(),
        judged.ecePerfect(),
        judged.coverage());
    List<ReliabilityChart.Bin> bins = new ArrayList<>();
    for (PropCalibration.Bin bin : judged.bins()) {
      bins.add(
          new ReliabilityChart.Bin(
              bin.low(),
              bin.high(),
              bin.n(),
              bin.predicted(),
              bin.observed(),
              bin.bandLow(),
              bin.bandHigh()));
    }
    var reliability = new ReliabilityChart("Shots: reliability at 1.5");
    reliability.show(bins, 1);
    save("reliability-" + name, reliability, 340, 300);
    var pit = new PitChart("Shots: PIT of the counts");
    pit.show(judged.pit(), judged.rows(), 1);
    save("pit-" + name, pit, 340, 200);
  }

  private void save(String name, XyChart chart) throws IOException {
    save(name, chart, WIDTH, HEIGHT);
  }

  /// Only pictures that the page shows are kept.
  private void save(String name, XyChart chart, int width, int height) throws IOException {
    if (!shown.contains("plots/" + name + ".png")) {
      return;
    }
    chart.apply(Theme.LIGHT.palette());
    Files.write(folder.resolve(name + ".png"), ChartImages.png(chart, width, height));
  }

  private static int count(boolean[] marks) {
    int count = 0;
    for (boolean mark : marks) {
      count += mark ? 1 : 0;
    }
    return count;
  }

  private static double[] joined(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray();
  }

  private static boolean[] joined(boolean[][] chains) {
    boolean[] all = new boolean[chains.length * chains[0].length];
    for (int chain = 0; chain < chains.length; chain++) {
      System.arraycopy(chains[chain], 0, all, chain * chains[0].length, chains[0].length);
    }
    return all;
  }
}
