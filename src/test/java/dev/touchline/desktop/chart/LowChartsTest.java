/// In low and narrow charts names and numbers do not lie on what is drawn.
package dev.touchline.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowChartsTest {
  private static final int TOTAL = 2000;
  private static final String LONG = "opponent_effect[Bosnia and Herzegovina, shots]";

  @BeforeAll
  static void fonts() {
    Fonts.load();
  }

  private static List<XYTextAnnotation> texts(XyChart chart, double width, double height) {
    List<XYTextAnnotation> texts = new ArrayList<>();
    for (Object one : chart.chart(width, height).getXYPlot().getAnnotations()) {
      texts.add((XYTextAnnotation) one);
    }
    return texts;
  }

  /// Histories that end at `end`, or leap there from 1 just before the names begin.
  private static List<RhatChart.History> histories(double end) {
    double[] draws = IntStream.rangeClosed(1, 20).mapToDouble(i -> 100 * i).toArray();
    List<RhatChart.History> histories = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      double[] rhat = new double[draws.length];
      for (int i = 0; i < rhat.length; i++) {
        rhat[i] = 1 + (end - 1) * (1 - 0.1 * k) * (1 + (double) i / draws.length) / 2;
      }
      histories.add(new RhatChart.History(k == 0 ? LONG : "alpha[goals" + k + "]", draws, rhat));
    }
    return histories;
  }

  @ParameterizedTest
  @CsvSource({
    "300, 100, 1.02",
    "300, 120, 1.09",
    "420, 110, 1.3",
    "560, 140, 1.09",
    "560, 140, 1.8",
    "560, 160, 2.6",
    "900, 300, 1.5"
  })
  void namesLieAboveTheHistoriesOfRhat(double width, double height, double end) {
    var chart = new RhatChart();
    List<RhatChart.History> histories = histories(end);
    chart.show(histories, TOTAL);
    List<XYTextAnnotation> names =
        texts(chart, width, height).stream()
            .filter(text -> text.getTextAnchor() == TextAnchor.TOP_RIGHT)
            .toList();
    double widest = chart.shareOfEntries(histories.stream().map(RhatChart.History::parameter));
    double top = chart.yAxis.getUpperBound();
    for (XYTextAnnotation name : names) {
      double foot = name.getY() - chart.lineOfText();
      assertThat(foot).isGreaterThan(1.05);
      for (RhatChart.History history : histories) {
        for (int i = 0; i < history.draws().length; i++) {
          if (history.draws()[i] >= TOTAL * (1 - widest)) {
            assertThat(foot).as(name.getText()).isGreaterThan(history.rhat()[i]);
          }
        }
      }
    }
    if (end < 1.2) {
      assertThat(names).as("names, to %s", top).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"290, 132", "290, 160", "330, 190", "520, 320"})
  void countsLieBelowThePointsAndApart(double width, double height) {
    var chart = new ReliabilityChart("Goals");
    List<ReliabilityChart.Bin> bins = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double middle = i / 10.0 + 0.05;
      bins.add(
          new ReliabilityChart.Bin(i / 10.0, (i + 1) / 10.0, 139 + 211 * i, middle, 0, 0, middle));
    }
    chart.show(bins, 0);
    List<XYTextAnnotation> counts = texts(chart, width, height);
    assertThat(counts).hasSize(10);
    double unit = chart.yAxis.getRange().getLength() / chart.plotHeight();
    XYTextAnnotation before = null;
    for (XYTextAnnotation count : counts) {
      assertThat(count.getY() + 12 * unit).as(count.getText()).isLessThan(-5 * unit);
      if (before != null) {
        double size = count.getFont().getSize2D();
        double halves =
            chart.shareOfWidth(before.getText(), size(before)) / 2
                + chart.shareOfWidth(count.getText(), (float) size) / 2;
        assertThat(count.getX() - before.getX()).isGreaterThan(halves + 3 / width);
      }
      before = count;
    }
  }

  private static float size(XYTextAnnotation text) {
    return text.getFont().getSize2D();
  }
}
