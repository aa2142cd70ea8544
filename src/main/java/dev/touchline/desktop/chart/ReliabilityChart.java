/// Reliability diagram: predicted against observed shares, with the band of a calibrated
/// forecaster.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// One prop's calibration. Points grow with the number of forecasts, bars below show it.
public final class ReliabilityChart extends XyChart {
  /// A bin: forecasts in it, mean forecast, observed share, and where a calibrated forecaster's
  /// share falls 95 times in 100.
  public record Bin(
      double low,
      double high,
      int n,
      double predicted,
      double observed,
      double bandLow,
      double bandHigh) {}

  /// Room below zero for the counts, at least: their bars, and the numbers between these and the
  /// points.
  private static final double STRIP = 0.26;

  private static final double MOST_STRIP = 0.42;
  private static final double TOP = 1.05;
  private static final double BARS = 0.10;

  /// A number and half of a point, in pixels.
  private static final double NUMBER = 19;

  private double strip = STRIP;
  private List<Bin> bins = List.of();
  private int series;

  /// An empty diagram.
  public ReliabilityChart(String title) {
    super(title, "predicted probability", "observed share");
    xAxis.setStandardTickUnits(steps(0.2, 0.25, 0.5));
    yAxis.setStandardTickUnits(steps(0.2, 0.25, 0.5));
    // Below zero are the counts.
    yTicksFrom(0);
  }

  /// Shows these bins in the colour of chain or prop number `colour`.
  public void show(List<Bin> bins, int colour) {
    this.bins = List.copyOf(bins);
    series = colour;
    changed();
  }

  @Override
  void build(Palette colours) {
    xRange(0, 1);
    double number = NUMBER / plotHeight();
    strip = Math.clamp((BARS + TOP * number) / (1 - Math.min(0.5, number)), STRIP, MOST_STRIP);
    yRange(-strip, TOP);
    Color paint = color(colours.series(series));
    double[] diagonal = {0, 1};
    var diagonalLine = lines(1, color(colours.muted()));
    diagonalLine.setSeriesStroke(0, dashed());
    addBand(diagonalLine, colours);
    layer(new SeriesData().add("calibrated", diagonal, diagonal), diagonalLine);
    layer(new SeriesData().add("observed", all(true), all(false)), lines(1.6f, paint));
    int most = Math.max(1, bins.stream().mapToInt(Bin::n).max().orElse(1));
    var dots = new SeriesData();
    var dotColours = new Color[bins.size()];
    java.util.Arrays.fill(dotColours, paint);
    var renderer = points(6, dotColours);
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      double size = 5 + 5 * Math.sqrt((double) bin.n() / most);
      Shape dot = new Ellipse2D.Double(-size / 2, -size / 2, size, size);
      renderer.setSeriesShape(i, dot);
      dots.add("bin " + i, new double[] {bin.predicted()}, new double[] {bin.observed()});
    }
    layer(dots, renderer);
    addCounts(colours, most);
  }

  private void addBand(
      org.jfree.chart.renderer.xy.XYLineAndShapeRenderer renderer, Palette colours) {
    if (bins.size() < 2) {
      return;
    }
    List<Double> outline = new ArrayList<>();
    for (Bin bin : bins) {
      outline.add(bin.predicted());
      outline.add(bin.bandLow());
    }
    for (Bin bin : bins.reversed()) {
      outline.add(bin.predicted());
      outline.add(bin.bandHigh());
    }
    renderer.addAnnotation(
        new XYPolygonAnnotation(
            outline.stream().mapToDouble(Double::doubleValue).toArray(),
            null,
            null,
            mix(colours.muted(), colours.card(), 0.18)),
        Layer.BACKGROUND);
  }

  /// The number of forecasts of each bin, as bars on the floor with the count above.
  private void addCounts(Palette colours, int most) {
    double[] x = bins.stream().mapToDouble(bin -> (bin.low() + bin.high()) / 2).toArray();
    double[] base = new double[x.length];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      base[i] = -strip;
      y[i] = -strip + BARS * Math.sqrt((double) bins.get(i).n() / most);
    }
    double pixels = Math.max(1, pixelsAUnit());
    for (BinCounts.Placed count :
        BinCounts.place(
            x,
            bins.stream().mapToInt(Bin::n).toArray(),
            (text, size) -> shareOfWidth(text, size),
            1 / pixels)) {
      text(
          x[count.bin()],
          y[count.bin()],
          count.text(),
          color(colours.muted()),
          TextAnchor.BOTTOM_CENTER,
          count.size());
    }
    layer(
        new SeriesData().addBars("forecasts", x, 0.07, base, y),
        bars(mix(colours.muted(), colours.card(), 0.45)));
  }

  private double[] all(boolean predicted) {
    return bins.stream().mapToDouble(bin -> predicted ? bin.predicted() : bin.observed()).toArray();
  }

  @Override
  public @Nullable String hover(Pointer at) {
    for (Bin bin : bins) {
      if (at.x() >= bin.low() && at.x() <= bin.high()) {
        return "forecasts %s to %s: %,d%npredicted %.3f, observed %.3f%nband %.3f to %.3f"
            .formatted(
                digits(bin.low()),
                digits(bin.high()),
                bin.n(),
                bin.predicted(),
                bin.observed(),
                bin.bandLow(),
                bin.bandHigh());
      }
    }
    return null;
  }

  @Override
  public ChartTable table() {
    var table =
        new ChartTable("low", "high", "n", "predicted", "observed", "band_low", "band_high");
    for (Bin bin : bins) {
      table.add(
          bin.low(),
          bin.high(),
          bin.n(),
          bin.predicted(),
          bin.observed(),
          bin.bandLow(),
          bin.bandHigh());
    }
    return table;
  }
}
