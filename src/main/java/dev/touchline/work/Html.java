/// Small pieces of self-contained HTML reports.
package dev.touchline.work;

import dev.touchline.evaluate.PropCalibration;
import java.util.Locale;

final class Html {
  private static final String STYLE =
      """
      body{font:14px/1.5 system-ui,sans-serif;color:#1c2330;background:#f6f7f9;margin:2rem auto;
      max-width:64rem;padding:0 1rem;font-variant-numeric:tabular-nums}
      h1{font-size:22px;margin:0 0 .25rem} h2{font-size:16px;margin:2rem 0 .5rem}
      table{border-collapse:collapse;background:#fff;border:1px solid #e1e5ec;border-radius:8px}
      th,td{padding:.35rem .75rem;text-align:right;border-top:1px solid #e1e5ec}
      th{font-weight:600;color:#66708a} td:first-child,th:first-child{text-align:left}
      .muted{color:#66708a} .row{display:flex;flex-wrap:wrap;gap:12px}
      .good{color:#1a7f4e} .bad{color:#c0392b} svg text{font:11px system-ui,sans-serif;fill:#66708a}
      .card{background:#fff;border:1px solid #e1e5ec;border-radius:8px;padding:12px 14px}
      """;

  private static final int SIZE = 260;
  private static final int LEFT = 40;
  private static final int TOP = 12;
  private static final int COUNTS = 34;

  private Html() {}

  static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>"
        + escape(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body>"
        + body
        + "</body></html>\n";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "–";
  }

  /// A reliability diagram with its consistency band and bin counts; both axes from 0 to 1.
  static String reliability(String title, PropCalibration c) {
    StringBuilder svg = new StringBuilder();
    int width = LEFT + SIZE + 12;
    int height = TOP + SIZE + COUNTS + 36;
    svg.append("<figure class=\"card\" style=\"margin:0\"><figcaption>")
        .append(escape(title))
        .append("</figcaption><svg width=\"%d\" height=\"%d\">".formatted(width, height));
    for (int tick = 0; tick <= 4; tick++) {
      double value = tick / 4.0;
      svg.append(line(0, value, 1, value, "#e1e5ec", ""));
      svg.append(text(LEFT - 6, y(value) + 4, "end", number2(value)));
      svg.append(text(x(value), TOP + SIZE + COUNTS + 14, "middle", number2(value)));
    }
    svg.append(line(0, 0, 1, 1, "#66708a", " stroke-dasharray=\"4 3\""));
    StringBuilder band = new StringBuilder();
    StringBuilder back = new StringBuilder();
    StringBuilder path = new StringBuilder();
    int most = c.bins().stream().mapToInt(PropCalibration.Bin::n).max().orElse(1);
    for (PropCalibration.Bin bin : c.bins()) {
      band.append(point(bin.predicted(), bin.bandHigh()));
      back.insert(0, point(bin.predicted(), bin.bandLow()));
      path.append(point(bin.predicted(), bin.observed()));
    }
    svg.append("<polygon fill=\"#66708a\" fill-opacity=\".15\" points=\"")
        .append(band)
        .append(back)
        .append("\"/><polyline fill=\"none\" stroke=\"#0072b2\" stroke-width=\"1.5\" points=\"")
        .append(path)
        .append("\"/>");
    for (PropCalibration.Bin bin : c.bins()) {
      double tall = (COUNTS - 14.0) * bin.n() / most;
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#0072b2\"><title>%d rows</title></circle>",
              x(bin.predicted()),
              y(bin.observed()),
              bin.n()));
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#b8bfcc\"/>",
              x(bin.low()) + 1,
              TOP + SIZE + COUNTS - tall,
              SIZE * (bin.high() - bin.low()) - 2,
              tall));
    }
    svg.append(
        text(LEFT + SIZE / 2.0, height - 4, "middle", "predicted probability; bars: rows a bin"));
    return svg.append("</svg></figure>").toString();
  }

  private static double x(double value) {
    return LEFT + SIZE * value;
  }

  private static double y(double value) {
    return TOP + SIZE * (1 - value);
  }

  private static String point(double px, double py) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x(px), y(py));
  }

  private static String number2(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String line(
      double x1, double y1, double x2, double y2, String colour, String more) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>",
        x(x1),
        y(y1),
        x(x2),
        y(y2),
        colour,
        more);
  }

  private static String text(double px, double py, String anchor, String content) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        px,
        py,
        anchor,
        escape(content));
  }
}
