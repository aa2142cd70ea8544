/// Charts answer to mouse and keys, export what they show, and redraw once a frame.
package dev.touchline.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.desktop.Fx;
import dev.touchline.desktop.theme.Theme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class ChartNodeTest {
  private final MemoryExports exports = new MemoryExports();

  @Test
  void theLineIsDraggedToHalvesAndTellsItsListener() {
    var chart = new PmfChart("Goals", "goals");
    List<Double> heard = new ArrayList<>();
    Fx.run(
        () -> {
          chart.show(new double[] {0.5, 0.25, 0.15, 0.07, 0.03}, 0, 3, 0);
          chart.onLine(heard::add);
          ChartNode node = shown(chart);
          // The plot begins about 60 pixels from the left; bars are evenly spaced after it.
          double at = pixelOf(chart, node, 0.5);
          node.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, at, 80));
          node.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, pixelOf(chart, node, 2.3), 80));
          node.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, at, 80));
        });
    assertThat(chart.line()).isEqualTo(2.5);
    assertThat(chart.over()).isCloseTo(0.10, within(1e-12));
    assertThat(heard).containsExactly(2.5);
    Fx.run(() -> shown(chart).fireEvent(key(KeyCode.LEFT)));
    assertThat(chart.line()).isEqualTo(1.5);
  }

  @Test
  void hoverSaysTheValue() {
    var chart = new PmfChart("Goals", "goals");
    String text =
        Fx.call(
            () -> {
              chart.show(new double[] {0.5, 0.25, 0.15, 0.07, 0.03}, 0, 3, 0);
              ChartNode node = shown(chart);
              node.fireEvent(mouse(MouseEvent.MOUSE_MOVED, pixelOf(chart, node, 1), 90));
              return reading(node);
            });
    assertThat(text).contains("P(Goals = 1) = 25.0 %").contains("over 0.5: 50.0 %");
  }

  @Test
  void keysReadOneValueAfterAnother() {
    RootogramChart chart = ChartSamples.rootogram();
    List<String> read = new ArrayList<>();
    Fx.run(
        () -> {
          ChartNode node = shown(chart);
          for (int i = 0; i < 8; i++) {
            node.fireEvent(key(KeyCode.RIGHT));
            read.add(reading(node).substring(0, 2));
            assertThat(node.getAccessibleText()).isEqualTo(reading(node));
          }
          node.fireEvent(key(KeyCode.LEFT));
          read.add(reading(node).substring(0, 2));
          node.fireEvent(key(KeyCode.ESCAPE));
          assertThat(reading(node)).isEmpty();
          assertThat(node.getAccessibleText()).isEqualTo(chart.summary());
        });
    assertThat(read).containsExactly("0:", "1:", "2:", "3:", "4:", "5 ", "5 ", "5 ", "4:");
  }

  @Test
  void whereArrowsMoveTheLineCtrlReads() {
    var chart = new PmfChart("Goals", "goals");
    Fx.run(
        () -> {
          chart.show(new double[] {0.5, 0.25, 0.15, 0.07, 0.03}, 0, 3, 0);
          ChartNode node = shown(chart);
          node.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, true, false, false));
          assertThat(reading(node)).contains("P(Goals = 0) = 50.0 %");
        });
    assertThat(chart.line()).isEqualTo(0.5);
  }

  @Test
  void theMenuOpensByItsKeyAndByShiftF10() {
    Fx.run(
        () -> {
          for (KeyEvent opening :
              List.of(
                  key(KeyCode.CONTEXT_MENU),
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false))) {
            var node = new ChartNode(ChartSamples.rootogram(), exports);
            Stage stage = Fx.show(new StackPane(node), Theme.LIGHT, 500, 260);
            node.fireEvent(opening);
            var menus = Window.getWindows().stream().filter(ContextMenu.class::isInstance).toList();
            assertThat(menus).hasSize(1);
            menus.forEach(Window::hide);
            stage.hide();
          }
        });
  }

  private static String reading(ChartNode node) {
    return node.getChildrenUnmodifiable().stream()
        .filter(child -> child instanceof Label && child.isVisible())
        .map(child -> ((Label) child).getText())
        .findFirst()
        .orElse("");
  }

  @Test
  void aRootogramSaysWhatHangsWhere() {
    RootogramChart chart = ChartSamples.rootogram();
    assertThat(chart.hover(new Pointer(0.2, 3, 1, 1)))
        .contains("0: 198 rows observed")
        .contains("expected 163.5")
        .contains("outside");
    assertThat(chart.hover(new Pointer(2, 3, 1, 1))).startsWith("2: 121").doesNotContain("outside");
    assertThat(chart.hover(new Pointer(5, 3, 1, 1))).startsWith("5 and more: 13 rows");
    assertThat(chart.hover(new Pointer(9, 3, 1, 1))).isNull();
    assertThat(chart.summary()).contains("of 6 observed frequencies inside");
    assertThat(chart.table().csv())
        .startsWith("low,high,observed,expected,expected_low,expected_high\n0,0,198,163.5")
        .contains("\n5,,13,");
  }

  @Test
  void theMenuExportsPictureAndData() {
    var chart = new PmfChart("Goals", "goals");
    Fx.run(
        () -> {
          chart.show(new double[] {0.5, 0.25, 0.25}, 0, 2, 0);
          ChartNode node = shown(chart);
          new ChartMenu(chart, node, exports)
              .menu().getItems().stream()
                  .filter(item -> item.getOnAction() != null)
                  .forEach(item -> item.getOnAction().handle(new javafx.event.ActionEvent()));
        });
    assertThat(exports.texts).containsExactly("count\tprobability\n0\t0.5\n1\t0.25\n2\t0.25\n");
    assertThat(exports.pictures).hasSize(1);
    assertThat(exports.files).containsOnlyKeys("goals.png", "goals.svg", "goals.csv");
    assertThat(new String(exports.files.get("goals.csv"))).startsWith("count,probability\n0,0.5\n");
  }

  @Test
  void windowsMoveByTheirEdgesAndKeepTheirOrder() {
    var chart = new CalendarChart();
    List<CalendarChart.Windows> heard = new ArrayList<>();
    LocalDate first = LocalDate.of(2018, 6, 1);
    Fx.run(
        () -> {
          chart.show(Map.of(first, 2, first.plusDays(40), 1));
          chart.windows(new CalendarChart.Windows(first, first.plusDays(20), first.plusDays(30)));
          chart.onMoved(heard::add);
          ChartNode node = shown(chart);
          double edge = first.plusDays(21).toEpochDay();
          node.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, pixelOf(chart, node, edge), 80));
          node.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, pixelOf(chart, node, edge + 4), 80));
          node.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, pixelOf(chart, node, edge + 90), 80));
        });
    assertThat(heard)
        .extracting(CalendarChart.Windows::trainEnd)
        .containsExactly(first.plusDays(24), first.plusDays(29));
    assertThat(heard.getLast().validationEnd()).isEqualTo(first.plusDays(30));
  }

  @Test
  void keysChooseAnEdgeOfTheWindowsAndMoveItAsFarAsTheOthersLetIt() {
    var chart = new CalendarChart();
    List<CalendarChart.Windows> heard = new ArrayList<>();
    List<String> spoken = new ArrayList<>();
    LocalDate first = LocalDate.of(2018, 6, 1);
    Fx.run(
        () -> {
          chart.show(Map.of(first, 2, first.plusDays(40), 1));
          chart.windows(new CalendarChart.Windows(first, first.plusDays(20), first.plusDays(30)));
          ChartNode node = shown(chart);
          node.fireEvent(key(KeyCode.DOWN));
          assertThat(chart.nudge(1, false)).as("windows that nobody hears of stay").isFalse();
          chart.onMoved(heard::add);
          for (KeyCode code :
              List.of(
                  KeyCode.RIGHT, // validation, the edge at the end
                  KeyCode.DOWN, // and round to the first one
                  KeyCode.LEFT,
                  KeyCode.PAGE_DOWN,
                  KeyCode.DOWN,
                  KeyCode.PAGE_UP,
                  KeyCode.PAGE_UP,
                  KeyCode.PAGE_UP)) {
            node.fireEvent(key(code));
            spoken.add(node.getAccessibleText());
          }
        });
    assertThat(heard)
        .containsExactly(
            new CalendarChart.Windows(first, first.plusDays(20), first.plusDays(31)),
            new CalendarChart.Windows(first.minusDays(1), first.plusDays(20), first.plusDays(31)),
            new CalendarChart.Windows(first.plusDays(6), first.plusDays(20), first.plusDays(31)),
            new CalendarChart.Windows(first.plusDays(6), first.plusDays(13), first.plusDays(31)),
            new CalendarChart.Windows(first.plusDays(6), first.plusDays(7), first.plusDays(31)));
    assertThat(spoken.getFirst()).contains("Edge 3 of 3: validation until 2018-07-02");
    assertThat(spoken.get(1)).contains("Edge 1 of 3: training from 2018-06-01");
    assertThat(spoken.getLast()).contains("Edge 2 of 3: training to 2018-06-08");
  }

  @Test
  void theChosenEdgeIsMarkedWhileKeysComeToTheCalendar() {
    var chart = new CalendarChart();
    LocalDate first = LocalDate.of(2018, 6, 1);
    List<String> written = new ArrayList<>();
    Fx.run(
        () -> {
          chart.show(Map.of(first, 2, first.plusDays(40), 1));
          chart.windows(new CalendarChart.Windows(first, first.plusDays(20), first.plusDays(30)));
          chart.onMoved(any -> {});
          for (boolean focused : new boolean[] {false, true, false}) {
            chart.focused(focused);
            chart.choose(-1);
            chart.chart();
            written.add(texts(chart));
          }
        });
    assertThat(written.get(0)).doesNotContain("2018");
    assertThat(written.get(1)).contains("training from 2018-06-01");
    assertThat(written.get(2)).doesNotContain("2018");
  }

  private static String texts(XyChart chart) {
    return chart.plot.getAnnotations().stream()
        .map(any -> ((org.jfree.chart.annotations.XYTextAnnotation) any).getText())
        .collect(java.util.stream.Collectors.joining("|"));
  }

  @Test
  void aTraceShowsEveryExtremeHoweverManyDraws() {
    double[] values = ChartSamples.chain(1, 50_000, 0);
    values[31_234] = 9;
    var chart = new TraceChart();
    chart.show("x", List.of(ChainDraws.of(values)), 1000, 50_000);
    chart.chart();
    assertThat(chart.plot.getDataset(0).getItemCount(0)).isLessThan(1300);
    double highest = 0;
    for (int i = 0; i < chart.plot.getDataset(0).getItemCount(0); i++) {
      highest = Math.max(highest, chart.plot.getDataset(0).getYValue(0, i));
    }
    assertThat(highest).isEqualTo(9);
    assertThat(chart.yAxis.getUpperBound()).isGreaterThan(9);
  }

  @Test
  void manyChangesCostOneRedraw() {
    var reads = new AtomicInteger();
    ChainDraws draws =
        new ChainDraws() {
          @Override
          public int count() {
            reads.incrementAndGet();
            return 10;
          }

          @Override
          public double at(int index) {
            return index;
          }
        };
    var chart = new TraceChart();
    Fx.run(
        () -> {
          chart.show("x", List.of(draws), 0, 10);
          ChartNode node = shown(chart);
          chart.advance();
          reads.set(0);
          chart.chart();
          int once = reads.get();
          for (int i = 0; i < 20; i++) {
            chart.advance();
          }
          reads.set(0);
          node.layout();
          // The spoken summary, which costs a count of its own, is not part of the drawing.
          assertThat(reads.get()).isEqualTo(once).isPositive();
        });
  }

  private ChartNode shown(XyChart chart) {
    var node = new ChartNode(chart, exports);
    Stage stage = Fx.show(new StackPane(node), Theme.LIGHT, 500, 260);
    node.getScene().getRoot().applyCss();
    node.getScene().getRoot().layout();
    stage.hide();
    return node;
  }

  private static double pixelOf(XyChart chart, ChartNode node, double x) {
    return chart.xAxis.valueToJava2D(x, node.dataArea(), org.jfree.chart.ui.RectangleEdge.BOTTOM);
  }

  private static Event mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }
}
