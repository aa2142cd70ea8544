/// The context menu of every chart: copy and save its picture and its data.
package dev.touchline.desktop.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/// Builds the menu of one chart.
final class ChartMenu {
  private final XyChart chart;
  private final Region node;
  private final ChartExports exports;

  ChartMenu(XyChart chart, Region node, ChartExports exports) {
    this.chart = chart;
    this.node = node;
    this.exports = exports;
  }

  ContextMenu menu() {
    return new ContextMenu(
        item("Copy picture", event -> exports.copyPicture(png())),
        item("Copy data", event -> exports.copyText(chart.table().tsv())),
        new SeparatorMenuItem(),
        item("Save picture as PNG…", event -> exports.save(node, name("png"), this::png)),
        item(
            "Save picture as SVG…",
            event ->
                exports.save(
                    node,
                    name("svg"),
                    () -> ChartImages.svg(chart, node.getWidth(), node.getHeight()))),
        item(
            "Save data as CSV…",
            event ->
                exports.save(
                    node,
                    name("csv"),
                    () -> chart.table().csv().getBytes(StandardCharsets.UTF_8))));
  }

  private byte[] png() {
    try {
      return ChartImages.png(chart, node.getWidth(), node.getHeight());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(String extension) {
    String words = chart.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return words.replaceAll("^-|-$", "") + "." + extension;
  }

  private static MenuItem item(String text, EventHandler<ActionEvent> action) {
    var item = new MenuItem(text);
    item.setOnAction(action);
    return item;
  }
}
