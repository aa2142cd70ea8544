/// The cumulative differences of a backtest as a picture.
package dev.touchline.work;

import dev.touchline.evaluate.CumulativePoint;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// One SVG with a panel a prop: days to the right, the sum of the log score's differences upwards,
/// a line and a 95 % band a model. Below the zero line a model is ahead of the one that all are set
/// against.
final class BacktestChart {
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#1c2330");
  private static final int WIDTH = 320;
  private static final int HEIGHT = 230;
  private static final int LEFT = 48;
  private static final int TOP = 30;
  private static final int GAP = 18;
  private static final int LEGEND = 44;
  private static final int TICKS = 4;

  private final BacktestOutcome outcome;
  private final StringBuilder svg = new StringBuilder();
  private final LocalDate first;
  private final long days;

  private BacktestChart(BacktestOutcome outcome) {
    this.outcome = outcome;
    first = outcome.from();
    days =
        Math.max(
            1,
            outcome.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .mapToLong(point -> point.day().toEpochDay() - first.toEpochDay())
                .max()
                .orElse(1));
  }

  /// The picture, a document of its own.
  static String svg(BacktestOutcome outcome) {
    return new BacktestChart(outcome).draw();
  }

  private String draw() {
    List<Prop> props = outcome.props();
    int panel = LEFT + WIDTH + GAP;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            .formatted(
                panel * props.size(),
                TOP + HEIGHT + 24 + LEGEND,
                panel * props.size(),
                TOP + HEIGHT + 24 + LEGEND));
    svg.append(" font-family=\"system-ui,sans-serif\" font-size=\"11\" fill=\"#66708a\">");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
    for (int i = 0; i < props.size(); i++) {
      svg.append("<g transform=\"translate(%d,0)\">".formatted(i * panel));
      panel(props.get(i));
      svg.append("</g>");
    }
    legend();
    return svg.append("</svg>\n").toString();
  }

  private void panel(Prop prop) {
    List<BacktestOutcome.CurveRow> curves =
        outcome.curves().stream().filter(curve -> curve.prop() == prop).toList();
    double low = 0;
    double high = 0;
    for (BacktestOutcome.CurveRow curve : curves) {
      for (CumulativePoint point : curve.points()) {
        low = Math.min(low, point.value());
        high = Math.max(high, point.value());
      }
      // A band that would squeeze the lines is cut.
      CumulativePoint last = curve.points().getLast();
      low = Math.min(low, finite(last.low()));
      high = Math.max(high, finite(last.high()));
    }
    double step = step(Math.max(1e-9, high - low) / TICKS);
    low = Math.floor(low / step) * step;
    high = Math.ceil(Math.max(high, low + step) / step) * step;
    text(LEFT, 18, "start", prop.label(), " font-weight=\"600\" fill=\"#1c2330\" font-size=\"13\"");
    svg.append(
        "<clipPath id=\"%s\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>"
            .formatted(prop.key(), LEFT, TOP, WIDTH, HEIGHT));
    for (double tick = low; tick < high + step / 2; tick += step) {
      boolean zero = Math.abs(tick) < step / 2;
      line(y(tick, low, high), zero ? "#66708a" : "#e1e5ec");
      text(LEFT - 6, y(tick, low, high) + 4, "end", number(zero ? 0 : tick, step), "");
    }
    for (int i = 0; i <= 2; i++) {
      LocalDate day = first.plusDays(days * i / 2);
      text(
          x(day),
          TOP + HEIGHT + 16,
          i == 0 ? "start" : i == 1 ? "middle" : "end",
          day.toString(),
          "");
    }
    svg.append("<g clip-path=\"url(#%s)\">".formatted(prop.key()));
    for (BacktestOutcome.CurveRow curve : curves) {
      curve(curve, low, high);
    }
    svg.append("</g>");
  }

  private void curve(BacktestOutcome.CurveRow curve, double low, double high) {
    String colour = colour(curve.model());
    StringBuilder band = new StringBuilder();
    StringBuilder back = new StringBuilder();
    StringBuilder path = new StringBuilder();
    for (CumulativePoint point : curve.points()) {
      if (Double.isFinite(point.low())) {
        band.append(place(point, point.high(), low, high));
        back.insert(0, place(point, point.low(), low, high));
      }
      path.append(place(point, point.value(), low, high));
    }
    svg.append(
        "<polygon fill=\"%s\" fill-opacity=\".12\" points=\"%s%s\"/>"
            .formatted(colour, band, back));
    svg.append(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" points=\"%s\"/>"
            .formatted(colour, path));
  }

  private void legend() {
    int x = LEFT;
    int y = TOP + HEIGHT + 44;
    for (String model : outcome.models()) {
      if (!model.equals(outcome.against())) {
        svg.append(
            "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"3\" fill=\"%s\"/>"
                .formatted(x, y - 5, colour(model)));
        text(x + 20, y, "start", model, "");
        x += 34 + 7 * model.length();
      }
    }
    text(
        x + 8,
        y,
        "start",
        "minus " + outcome.against() + ": sum of log scores so far; below 0 is better",
        "");
  }

  private String colour(String model) {
    return COLOURS.get(Math.floorMod(outcome.models().indexOf(model), COLOURS.size()));
  }

  private double x(LocalDate day) {
    return LEFT + (double) WIDTH * (day.toEpochDay() - first.toEpochDay()) / days;
  }

  private static double y(double value, double low, double high) {
    return TOP + HEIGHT * (high - value) / (high - low);
  }

  private String place(CumulativePoint point, double value, double low, double high) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x(point.day()), y(value, low, high));
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  /// 1, 2 or 5 times a power of ten, at least this much.
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double times : new double[] {1, 2, 5}) {
      if (times * power >= least) {
        return times * power;
      }
    }
    return 10 * power;
  }

  private static String number(double value, double step) {
    return String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", value);
  }

  private void line(double y, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
            LEFT,
            LEFT + WIDTH,
            y,
            y,
            colour));
  }

  private void text(double x, double y, String anchor, String content, String more) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>",
            x,
            y,
            anchor,
            more,
            Html.escape(content)));
  }
}
