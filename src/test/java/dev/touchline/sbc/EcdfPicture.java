/// Draws how far the ranks' distribution strays from the uniform one.
package dev.touchline.sbc;

import java.util.List;
import java.util.Locale;

/// One panel a family: the difference of the empirical distribution of each quantity's ranks from
/// the uniform one, before its 95 % band (darker) and the band that it must not leave (lighter).
/// Bands are those of one quantity among the family's (Bonferroni).
final class EcdfPicture {
  private static final int WIDTH = 250;
  private static final int HEIGHT = 150;
  private static final int MARGIN = 28;
  private static final int COLUMNS = 4;

  private final SbcResult result;
  private final EcdfBand band;
  private final double alert;
  private final double fail;
  private double scale;

  EcdfPicture(SbcResult result, double alert, double fail) {
    this.result = result;
    this.alert = alert;
    this.fail = fail;
    band = new EcdfBand(result.settings().replications(), result.settings().rankValues());
  }

  String svg() {
    List<SbcResult.Family> families = result.families();
    int rows = (families.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder svg = new StringBuilder(60_000);
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
            COLUMNS * WIDTH,
            rows * HEIGHT));
    for (int i = 0; i < families.size(); i++) {
      panel(svg, families.get(i), i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT);
    }
    return svg.append("</svg>\n").toString();
  }

  private void panel(StringBuilder svg, SbcResult.Family family, int left, int top) {
    int count = family.quantities().size();
    int[][] wide = band.limits(band.gamma(1 - fail / count));
    int[][] narrow = band.limits(band.gamma(1 - alert / count));
    scale = 0;
    for (int j = 0; j < wide[0].length; j++) {
      scale = Math.max(scale, Math.max(difference(wide[1][j], j), -difference(wide[0][j], j)));
    }
    for (SbcResult.Judged each : family.quantities()) {
      int[] counts = band.counts(each.ranked().ranks());
      for (int j = 0; j < counts.length; j++) {
        scale = Math.max(scale, Math.abs(difference(counts[j], j)));
      }
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<g transform=\"translate(%d,%d)\"><text x=\"%d\" y=\"16\">%s</text>%n"
                + "<text x=\"%d\" y=\"16\" text-anchor=\"end\" fill=\"#555\">±%.3f</text>%n",
            left,
            top,
            MARGIN / 2,
            family.name(),
            WIDTH - MARGIN / 2,
            scale));
    area(svg, wide, "#e3e8ef");
    area(svg, narrow, "#c3cedd");
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#777\"/>%n",
            MARGIN / 2,
            WIDTH - MARGIN / 2,
            y(0),
            y(0)));
    for (SbcResult.Judged each : family.quantities()) {
      svg.append("<polyline fill=\"none\" stroke=\"#1f5fa8\" stroke-opacity=\"0.7\" points=\"");
      int[] counts = band.counts(each.ranked().ranks());
      for (int j = 0; j < counts.length; j++) {
        point(svg, counts[j], j);
      }
      svg.append("\"/>\n");
    }
    svg.append("</g>\n");
  }

  private void area(StringBuilder svg, int[][] limits, String colour) {
    svg.append("<polygon fill=\"").append(colour).append("\" points=\"");
    for (int j = 0; j < limits[1].length; j++) {
      point(svg, limits[1][j], j);
    }
    for (int j = limits[0].length - 1; j >= 0; j--) {
      point(svg, limits[0][j], j);
    }
    svg.append("\"/>\n");
  }

  private void point(StringBuilder svg, int count, int j) {
    double x = MARGIN / 2.0 + (WIDTH - MARGIN) * (j + 1.0) / result.settings().rankValues();
    svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(difference(count, j))));
  }

  private double y(double difference) {
    double middle = 24 + (HEIGHT - 34) / 2.0;
    return middle - difference / scale * (HEIGHT - 34) / 2;
  }

  private double difference(int count, int j) {
    return (double) count / result.settings().replications()
        - (j + 1.0) / result.settings().rankValues();
  }
}
