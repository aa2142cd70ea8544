/// Draws every chart in both themes into target/gallery, to be looked at, and checks that each is
/// drawn.
package dev.touchline.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.Fx;
import dev.touchline.desktop.theme.Theme;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartGalleryTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyChartIsDrawn(Theme theme) {
    int cells = ChartSamples.all().size();
    int height = 24 + 294 * ((cells + 2) / 3);
    BufferedImage picture =
        Fx.call(
            () -> {
              var grid = new GridPane(12, 12);
              grid.getStyleClass().add("panel");
              int i = 0;
              for (XyChart chart : ChartSamples.all().values()) {
                chart.apply(theme.palette());
                grid.add(card(chart), i % 3, i / 3);
                i++;
              }
              Stage stage = Fx.show(grid, theme, 1440, height);
              BufferedImage shot = Fx.picture(stage.getScene());
              stage.close();
              return shot;
            });
    Fx.save(picture, "gallery/charts-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
    assertThat(picture.getWidth()).isEqualTo(1440);
    // Each chart's cell holds more than its ground: at least a line in a colour of the series.
    for (int cell = 0; cell < cells; cell++) {
      BufferedImage part = picture.getSubimage(20 + cell % 3 * 472, 40 + cell / 3 * 294, 440, 250);
      long colours =
          IntStream.range(0, part.getWidth() * part.getHeight())
              .map(p -> part.getRGB(p % part.getWidth(), p / part.getWidth()))
              .distinct()
              .count();
      assertThat(colours).as("colours in cell " + cell).isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyChartIsExported(Theme theme) throws Exception {
    for (Map.Entry<String, XyChart> entry : ChartSamples.all().entrySet()) {
      XyChart chart = entry.getValue();
      chart.apply(theme.palette());
      String svg = new String(ChartImages.svg(chart, 480, 260), "UTF-8");
      assertThat(svg).as(entry.getKey()).contains("<svg").contains(chart.title());
      byte[] png = ChartImages.png(chart, 480, 260);
      assertThat(png).startsWith(0x89, 'P', 'N', 'G');
      if (entry.getKey().equals("rhat")) {
        java.nio.file.Files.write(
            java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/gallery"))
                .resolve("export-" + theme.name().toLowerCase(Locale.ROOT) + ".png"),
            png);
      }
      assertThat(chart.table().size()).as(entry.getKey()).isPositive();
    }
  }

  private static Node card(XyChart chart) {
    var title = new Label(chart.title());
    title.getStyleClass().add("card-title");
    var node = new ChartNode(chart, new MemoryExports());
    VBox.setVgrow(node, Priority.ALWAYS);
    var card = new VBox(title, node);
    card.getStyleClass().add("card");
    GridPane.setHgrow(card, Priority.ALWAYS);
    GridPane.setVgrow(card, Priority.ALWAYS);
    return card;
  }
}
