/// One filled example of every chart, for the gallery and for tests.
package dev.touchline.desktop.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

final class ChartSamples {
  private ChartSamples() {}

  /// An autoregressive chain that begins away from its centre.
  static double[] chain(long seed, int n, double start) {
    var random = new Random(seed);
    double[] values = new double[n];
    double value = start;
    for (int i = 0; i < n; i++) {
      value = 0.85 * value + 0.05 * random.nextGaussian();
      values[i] = 1.1 + value;
    }
    return values;
  }

  static List<double[]> chains(int n) {
    return IntStream.range(0, 4).mapToObj(c -> chain(c + 1, n, c - 1.5)).toList();
  }

  static Map<String, XyChart> all() {
    Map<String, XyChart> charts = new LinkedHashMap<>();
    List<double[]> kept = chains(2000).stream().map(c -> ChainDraws.of(c).from(200)).toList();

    var trace = new TraceChart();
    trace.show("player_sd[goals]", chains(1950).stream().map(ChainDraws::of).toList(), 1000, 3000);
    charts.put("trace", trace);
    charts.put("rhat", rhat());
    var ranks = new RankChart();
    ranks.show(kept);
    charts.put("ranks", ranks);
    var correlation = new AutocorrelationChart();
    correlation.show(kept);
    charts.put("autocorrelation", correlation);
    var density = new DensityChart();
    density.show("player_sd[goals]", kept);
    charts.put("density", density);
    var energy = new EnergyChart();
    energy.show(kept.stream().map(c -> ChartSamples.scaled(c, 40)).toList());
    charts.put("energy", energy);
    charts.put("pair", pair(kept));
    charts.put("reliability", reliability());
    var pit = new PitChart("Goals: PIT");
    pit.show(List.of(0.92, 1.05, 0.98, 1.11, 1.2, 0.97, 0.88, 1.02, 0.93, 0.94), 224, 0);
    charts.put("pit", pit);
    var pmf = new PmfChart("Shots", "shots");
    double[] p = new double[26];
    double term = Math.exp(-3.31);
    for (int y = 0; y < p.length; y++) {
      p[y] = term;
      term *= 3.31 / (y + 1);
    }
    pmf.show(p, 0, 7, 1);
    pmf.line(2.5);
    charts.put("pmf", pmf);
    var waterfall = new WaterfallChart("Why goals");
    waterfall.show(
        List.of(
            new WaterfallChart.Step("League", Math.log(0.36)),
            new WaterfallChart.Step("Home", 0.04),
            new WaterfallChart.Step("Position FWD", 0.38),
            new WaterfallChart.Step("Player", 0.71),
            new WaterfallChart.Step("Opponent", -0.12),
            new WaterfallChart.Step("Form", 0.09),
            new WaterfallChart.Step("Minutes", -0.05)),
        "Goals");
    charts.put("waterfall", waterfall);
    charts.put("calendar", calendar());
    charts.put("rootogram", rootogram());
    charts.put("cumulative", cumulative());
    return charts;
  }

  private static double[] scaled(double[] values, double factor) {
    return java.util.Arrays.stream(values).map(v -> factor * v).toArray();
  }

  private static RhatChart rhat() {
    var chart = new RhatChart();
    List<RhatChart.History> histories = new ArrayList<>();
    String[] names = {
      "player_sd[goals]", "player_corr[goals, shots]", "alpha[goals]", "opponent_sd[cards]"
    };
    for (int k = 0; k < 4; k++) {
      double speed = 250 - 35 * k;
      double[] x = IntStream.range(1, 20).mapToDouble(i -> 100 * i).toArray();
      double[] y =
          java.util.Arrays.stream(x).map(d -> 1.002 + 0.25 * Math.exp(-d / speed)).toArray();
      histories.add(new RhatChart.History(names[k], x, y));
    }
    chart.show(histories, 2000);
    return chart;
  }

  private static PairChart pair(List<double[]> kept) {
    var chart = new PairChart();
    double[] x = kept.get(0);
    double[] y = kept.get(1);
    boolean[] diverging = new boolean[x.length];
    for (int i = 0; i < x.length; i += 150) {
      diverging[i] = true;
    }
    chart.show("player_sd[goals]", x, "alpha[goals]", y, diverging);
    return chart;
  }

  private static ReliabilityChart reliability() {
    var chart = new ReliabilityChart("Goals: reliability at 0.5");
    double[] predicted = {0.05, 0.14, 0.25, 0.35, 0.46, 0.55, 0.66};
    double[] observed = {0.06, 0.13, 0.30, 0.36, 0.42, 0.57, 0.75};
    int[] n = {620, 410, 230, 140, 90, 50, 22};
    List<ReliabilityChart.Bin> bins = new ArrayList<>();
    for (int i = 0; i < n.length; i++) {
      double half = 1.96 * Math.sqrt(predicted[i] * (1 - predicted[i]) / n[i]);
      bins.add(
          new ReliabilityChart.Bin(
              i / 10.0,
              (i + 1) / 10.0,
              n[i],
              predicted[i],
              observed[i],
              Math.max(0, predicted[i] - half),
              predicted[i] + half));
    }
    chart.show(bins, 0);
    return chart;
  }

  /// 600 counts with a little more zeros and large counts than Poisson(1.3) has.
  static RootogramChart rootogram() {
    var chart = new RootogramChart("Shots of a player in a match", "shots in a row", "rows");
    int[] observed = {198, 186, 121, 58, 24, 13};
    List<RootogramChart.Bar> bars = new ArrayList<>();
    double expected = 600 * Math.exp(-1.3);
    for (int y = 0; y < observed.length; y++) {
      double half = 1.96 * Math.sqrt(expected * (1 - expected / 600));
      bars.add(
          new RootogramChart.Bar(
              y,
              y == observed.length - 1 ? Integer.MAX_VALUE : y,
              observed[y],
              expected,
              Math.max(0, Math.floor(expected - half)),
              Math.ceil(expected + half)));
      expected *= 1.3 / (y + 1);
    }
    chart.show(bars, 1);
    return chart;
  }

  /// Six models over 25 weeks: two behind, one clearly, and some that hardly differ.
  private static CumulativeChart cumulative() {
    var chart = new CumulativeChart("Shots: log score so far", "minutes");
    String[] names = {"reference", "team", "single", "constant", "shrunken", "trees"};
    double[] drift = {0.1, -0.2, 0.05, 9, 3, 2.8};
    List<CumulativeChart.Curve> curves = new ArrayList<>();
    for (int k = 0; k < names.length; k++) {
      var random = new Random(k + 3L);
      double[][] columns = new double[4][25];
      double sum = 0;
      for (int i = 0; i < 25; i++) {
        sum += drift[k] + 2 * random.nextGaussian();
        columns[0][i] = LocalDate.of(2017, 11, 4).plusDays(7L * i).toEpochDay();
        columns[1][i] = sum;
        columns[2][i] = i == 0 ? Double.NaN : sum - 4 * Math.sqrt(i);
        columns[3][i] = i == 0 ? Double.NaN : sum + 4 * Math.sqrt(i);
      }
      curves.add(
          new CumulativeChart.Curve(names[k], k, columns[0], columns[1], columns[2], columns[3]));
    }
    chart.show(curves);
    return chart;
  }

  private static CalendarChart calendar() {
    var chart = new CalendarChart();
    Map<LocalDate, Integer> matches = new LinkedHashMap<>();
    LocalDate day = LocalDate.of(2018, 6, 14);
    int[] counts = {1, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 0, 2, 2, 2, 2, 0, 0, 2, 2};
    for (int count : counts) {
      if (count > 0) {
        matches.put(day, count);
      }
      day = day.plusDays(1);
    }
    matches.put(LocalDate.of(2018, 7, 10), 1);
    matches.put(LocalDate.of(2018, 7, 11), 1);
    matches.put(LocalDate.of(2018, 7, 14), 1);
    matches.put(LocalDate.of(2018, 7, 15), 1);
    chart.show(matches);
    chart.windows(
        new CalendarChart.Windows(
            LocalDate.of(2018, 6, 1), LocalDate.of(2018, 7, 5), LocalDate.of(2018, 7, 16)));
    return chart;
  }
}
