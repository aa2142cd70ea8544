/// What all charts share: axes in the theme's looks, layers rebuilt from data, hover and dragging.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Fonts;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.desktop.theme.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// A chart with a title and two axes. Subclasses keep their data and turn it into layers in
/// [#build]; they call [#changed] when the data has changed. All on the FX thread.
public abstract class XyChart {
  /// The plot, its axes without automatic range.
  final XYPlot plot;

  /// The horizontal axis.
  final NumberAxis xAxis;

  /// The vertical axis.
  final NumberAxis yAxis;

  /// Of small text, in pixels.
  private static final double LINE = 14;

  /// Size of small text.
  static final float TEXT = 10.5f;

  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  /// What the horizontal axis takes of a chart's height, about.
  private static final double AXIS_AND_LABEL = 46;

  /// What the vertical axis takes of a chart's width, about.
  private static final double AXIS_AND_TICKS = 76;

  /// As wide as the dash before a name, in spaces.
  private static final String DASH_ROOM = "      ";

  private final String title;
  private final JFreeChart chart;
  private double width = 360;
  private double height = 220;
  private Palette palette = Theme.LIGHT.palette();
  private Runnable onChange = () -> {};
  private final List<Runnable> last = new ArrayList<>();
  private boolean stale = true;
  private int layers;

  /// A chart with this title; labels name the quantity and its unit.
  XyChart(String title, String xLabel, String yLabel) {
    this.title = title;
    xAxis = axis(xLabel);
    yAxis = axis(yLabel);
    plot = new XYPlot(null, xAxis, yAxis, null);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setInsets(new RectangleInsets(8, 8, 2, 16));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setNotify(false);
    chart = new JFreeChart(null, null, plot, false);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setBackgroundPaint(null);
    chart.setNotify(false);
  }

  private static NumberAxis axis(String label) {
    var axis = new CalmAxis(label);
    axis.setLabelInsets(new RectangleInsets(4, 4, 2, 5));
    axis.setAutoRange(false);
    axis.setTickMarksVisible(false);
    axis.setLabelFont(font(Font.PLAIN, 11));
    axis.setTickLabelFont(font(Font.PLAIN, TEXT));
    return axis;
  }

  static Font font(int style, float size) {
    return new Font(Fonts.FAMILY, style, 11).deriveFont(size);
  }

  /// The title.
  public final String title() {
    return title;
  }

  /// The data behind the chart.
  public abstract ChartTable table();

  /// One sentence for those who cannot see it.
  public String summary() {
    return title + ", " + xAxis.getLabel() + " against " + yAxis.getLabel() + ".";
  }

  /// What to say about a place, or null where there is nothing near.
  public abstract @Nullable String hover(Pointer at);

  /// Turns the data into layers, markers and ranges; those of before are gone.
  abstract void build(Palette colours);

  /// True where something can be dragged from here; then [#drag] follows.
  public boolean grab(Pointer at) {
    return false;
  }

  /// Moves what was grabbed.
  public void drag(Pointer at) {}

  /// Moves what can be dragged by `steps` without a mouse; `far` is with Shift held. False where
  /// nothing can be dragged.
  public boolean nudge(int steps, boolean far) {
    return false;
  }

  /// Chooses another of the things that can be moved. False where there is no choice.
  public boolean choose(int steps) {
    return false;
  }

  /// Told when keys begin to come to the chart, and when they no longer do.
  void focused(boolean now) {}

  /// To be called when the data has changed: the chart is drawn again with the next frame.
  final void changed() {
    stale = true;
    onChange.run();
  }

  /// Who wants to know that the chart must be drawn again.
  final void onChange(Runnable listener) {
    onChange = listener;
  }

  /// A name short enough for an axis: its end counts as much as its beginning.
  static String brief(String name) {
    int most = 24;
    return name.length() <= most
        ? name
        : name.substring(0, most / 2) + "…" + name.substring(name.length() - most / 2 + 1);
  }

  /// Takes the colours of a theme.
  public final void apply(Palette colours) {
    palette = colours;
    changed();
  }

  /// The JFreeChart, up to date, for a drawing of this size.
  final JFreeChart chart(double widthInPixels, double heightInPixels) {
    if (heightInPixels != height || widthInPixels != width) {
      height = heightInPixels;
      width = widthInPixels;
      stale = true;
    }
    return chart();
  }

  /// How many pixels a unit of the horizontal axis takes, about.
  final double pixelsAUnit() {
    return (width - AXIS_AND_TICKS) / xAxis.getRange().getLength();
  }

  /// What a text takes of the plot's width, about.
  final double shareOfWidth(String text, float size) {
    double pixels = font(Font.PLAIN, size).getStringBounds(text, METRICS).getWidth();
    return pixels / Math.max(1, width - AXIS_AND_TICKS);
  }

  /// What the names of [#entry] take of the plot's width, the widest of them.
  final double shareOfEntries(Stream<String> names) {
    return names.mapToDouble(name -> shareOfWidth(name + DASH_ROOM, TEXT)).max().orElse(0);
  }

  /// Height of the plot in pixels, about.
  final double plotHeight() {
    return Math.max(LINE, height - AXIS_AND_LABEL);
  }

  /// Height of a line of text, in units of the vertical axis.
  final double lineOfText() {
    return shareOfLines(1) * yAxis.getRange().getLength();
  }

  /// What so many lines of text take of the plot's height.
  final double shareOfLines(int lines) {
    return lines * LINE / plotHeight();
  }

  /// The JFreeChart, up to date.
  final JFreeChart chart() {
    if (stale) {
      stale = false;
      clear();
      for (NumberAxis axis : List.of(xAxis, yAxis)) {
        axis.setLabelPaint(color(palette.muted()));
        axis.setTickLabelPaint(color(palette.muted()));
        axis.setAxisLinePaint(color(palette.line()));
      }
      yAxis.setAxisLineVisible(false);
      plot.setRangeGridlinePaint(color(palette.line()));
      last.clear();
      build(palette);
      last.forEach(Runnable::run);
    }
    return chart;
  }

  /// The colours in use.
  final Palette palette() {
    return palette;
  }

  private void clear() {
    for (int i = 0; i < layers; i++) {
      plot.setDataset(i, null);
      plot.setRenderer(i, null);
    }
    layers = 0;
    plot.clearDomainMarkers();
    plot.clearRangeMarkers();
    plot.clearAnnotations();
  }

  final void layer(SeriesData data, XYItemRenderer renderer) {
    plot.setRenderer(layers, renderer);
    plot.setDataset(layers, data);
    layers++;
  }

  final void xRange(double low, double high) {
    xAxis.setRange(low, high > low ? high : low + 1);
  }

  final void yRange(double low, double high) {
    yAxis.setRange(low, high > low ? high : low + 1);
  }

  /// Without data an axis has no numbers: they would say nothing.
  static void numbered(boolean data, NumberAxis... axes) {
    for (NumberAxis axis : axes) {
      axis.setTickLabelsVisible(data);
    }
  }

  /// The vertical axis has numbers and lines from here upwards only.
  final void yTicksFrom(double least) {
    ((CalmAxis) yAxis).least = least;
  }

  /// A line across at y, with a text at its left end, where histories have not begun yet.
  final void levelLine(double y, Color colour, String text) {
    plot.addRangeMarker(new ValueMarker(y, colour, dashed()), Layer.FOREGROUND);
    if (!text.isEmpty()) {
      text(xAxis.getLowerBound(), y, text, colour, TextAnchor.BOTTOM_LEFT);
    }
  }

  /// A line upwards at x.
  final void uprightLine(double x, Color colour) {
    plot.addDomainMarker(new ValueMarker(x, colour, dashed()), Layer.FOREGROUND);
  }

  /// An unbroken line upwards at x, for what keys move.
  final void strongUprightLine(double x, Color colour) {
    plot.addDomainMarker(new ValueMarker(x, colour, solid(2.4f)), Layer.FOREGROUND);
  }

  /// A shade over x from low to high, behind the data.
  final void shade(double low, double high, Color colour) {
    var marker = new IntervalMarker(low, high, colour);
    marker.setAlpha(1);
    plot.addDomainMarker(marker, Layer.BACKGROUND);
  }

  final void text(double x, double y, String text, Color colour, TextAnchor anchor) {
    annotate(x, y, text, colour, anchor);
  }

  /// A text of another size.
  final void text(double x, double y, String text, Color colour, TextAnchor anchor, float size) {
    annotate(x, y, text, colour, anchor).setFont(font(Font.PLAIN, size));
  }

  /// A text on a ground of its own, where lines may run under it.
  final void label(double x, double y, String text, Color colour, TextAnchor anchor) {
    annotate(x, y, text, colour, anchor).setBackgroundPaint(color(palette.card()));
  }

  /// The name of something drawn in a colour: a dash of that colour, and the name in the colour of
  /// text, since the colours of lines are too light to be read in.
  final void entry(double x, double y, String name, Color colour, TextAnchor anchor) {
    String words = anchor.isRight() ? name + DASH_ROOM : DASH_ROOM + name;
    label(x, y, words, color(palette.card()), anchor);
    annotate(x, y, "—", colour, anchor).setFont(font(Font.BOLD, 11));
    // Its words when all grounds are there: the next one may lie on the descenders of this one.
    last.add(() -> text(x, y, words, color(palette.text()), anchor));
  }

  private XYTextAnnotation annotate(
      double x, double y, String text, Color colour, TextAnchor anchor) {
    var annotation = new XYTextAnnotation(text, x, y);
    annotation.setFont(font(Font.PLAIN, TEXT));
    annotation.setPaint(colour);
    annotation.setTextAnchor(anchor);
    plot.addAnnotation(annotation);
    return annotation;
  }

  static XYLineAndShapeRenderer lines(float width, Color... colours) {
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < colours.length; i++) {
      renderer.setSeriesPaint(i, colours[i]);
      renderer.setSeriesStroke(i, solid(width));
    }
    renderer.setDefaultCreateEntities(false);
    return renderer;
  }

  static XYLineAndShapeRenderer points(double size, Color... colours) {
    var renderer = new XYLineAndShapeRenderer(false, true);
    Shape dot = new Ellipse2D.Double(-size / 2, -size / 2, size, size);
    for (int i = 0; i < colours.length; i++) {
      renderer.setSeriesPaint(i, colours[i]);
      renderer.setSeriesShape(i, dot);
    }
    renderer.setDefaultCreateEntities(false);
    return renderer;
  }

  static XYBarRenderer bars(Color... colours) {
    var renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setUseYInterval(true);
    for (int i = 0; i < colours.length; i++) {
      renderer.setSeriesPaint(i, colours[i]);
    }
    renderer.setDefaultCreateEntities(false);
    return renderer;
  }

  static Stroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static Stroke dashed() {
    return new BasicStroke(
        1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);
  }

  static Color color(String hex) {
    return Color.decode(hex);
  }

  /// The colour with this share of opacity laid upon a ground, as one opaque colour.
  static Color mix(String hex, String ground, double share) {
    Color above = color(hex);
    Color below = color(ground);
    return new Color(
        blend(above.getRed(), below.getRed(), share),
        blend(above.getGreen(), below.getGreen(), share),
        blend(above.getBlue(), below.getBlue(), share));
  }

  private static int blend(int above, int below, double share) {
    return (int) Math.round(above * share + below * (1 - share));
  }

  /// Ticks at these steps only.
  static TickUnitSource steps(double... steps) {
    var units = new TickUnits();
    for (double step : steps) {
      units.add(new NumberTickUnit(step));
    }
    return units;
  }

  /// A number with about four sensible digits.
  static String digits(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return "–";
    }
    String text =
        size >= 1000
            ? "%,.0f".formatted(value)
            : size >= 100
                ? "%.1f".formatted(value)
                : size >= 10 ? "%.2f".formatted(value) : "%.3f".formatted(value);
    return text.replace('-', '−');
  }

  /// Index of the value nearest to x in ascending values, -1 where there are none.
  static int nearest(double[] values, int n, double x) {
    int best = -1;
    for (int i = 0; i < n; i++) {
      if (best < 0 || Math.abs(values[i] - x) < Math.abs(values[best] - x)) {
        best = i;
      }
    }
    return best;
  }

  /// An axis with fewer ticks than JFreeChart would squeeze in.
  private static final class CalmAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final float LEAST_LABEL = 8;

    /// A label is centred on the data and may reach over its ends by half of this.
    private static final double MARGINS = 14;

    private double least = Double.NEGATIVE_INFINITY;

    CalmAxis(String label) {
      super(label);
    }

    /// A label longer than its axis would lose its ends: it is written smaller.
    @Override
    protected AxisState drawLabel(
        String text,
        Graphics2D graphics,
        Rectangle2D plotArea,
        Rectangle2D dataArea,
        RectangleEdge edge,
        AxisState state) {
      Font usual = getLabelFont();
      double room =
          MARGINS
              + (RectangleEdge.isLeftOrRight(edge) ? dataArea.getHeight() : dataArea.getWidth());
      double needed = text == null ? 0 : graphics.getFontMetrics(usual).stringWidth(text);
      if (needed > room && room > 0) {
        float size = (float) Math.max(LEAST_LABEL, usual.getSize2D() * room / needed);
        setLabelFont(usual.deriveFont(size));
      }
      try {
        return super.drawLabel(text, graphics, plotArea, dataArea, edge, state);
      } finally {
        setLabelFont(usual);
      }
    }

    /// True minus signs; nothing below the least value that means something.
    @Override
    @SuppressWarnings("rawtypes") // JFreeChart declares the list raw
    public List refreshTicks(
        Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
      List<Object> ticks = new ArrayList<>();
      for (Object tick : super.refreshTicks(graphics, state, dataArea, edge)) {
        if (tick instanceof NumberTick number && number.getValue() < least) {
          continue;
        }
        ticks.add(
            tick instanceof NumberTick number && number.getText().startsWith("-")
                ? new NumberTick(
                    number.getTickType(),
                    number.getValue(),
                    "−" + number.getText().substring(1),
                    number.getTextAnchor(),
                    number.getRotationAnchor(),
                    number.getAngle())
                : tick);
      }
      return ticks;
    }

    @Override
    protected double estimateMaximumTickLabelHeight(Graphics2D graphics) {
      return 2.2 * super.estimateMaximumTickLabelHeight(graphics);
    }

    @Override
    protected double estimateMaximumTickLabelWidth(Graphics2D graphics, TickUnit unit) {
      return 1.15 * super.estimateMaximumTickLabelWidth(graphics, unit);
    }
  }
}
