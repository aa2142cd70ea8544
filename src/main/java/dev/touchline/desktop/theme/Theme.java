/// Light and dark.
package dev.touchline.desktop.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// A theme: a palette and the style sheets that use it.
public enum Theme {
  /// Dark text on light ground.
  LIGHT(
      new Palette(
          "#f6f7f9",
          "#ffffff",
          "#eceef2",
          "#f6f7f9",
          "#1c2330",
          "#5d677f",
          "#e1e5ec",
          "#2f5fd0",
          "#e4ecfb",
          "#ffffff",
          "#1a7f4e",
          "#995b00",
          "#c0392b",
          List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7"))),
  /// Light text on dark ground.
  DARK(
      new Palette(
          "#12161d",
          "#1a2029",
          "#151a22",
          "#12161d",
          "#e4e8ef",
          "#93a0b5",
          "#2a323e",
          "#6ea0ff",
          "#22304a",
          "#0d1420",
          "#4cc38a",
          "#e0a33e",
          "#ff7b72",
          List.of("#56b4e9", "#e69f00", "#2cc295", "#e39bc5")));

  private final Palette palette;

  Theme(Palette palette) {
    this.palette = palette;
  }

  /// Its colours.
  public Palette palette() {
    return palette;
  }

  /// The other one.
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /// The style sheets of a scene in this theme. The colours come from the palette, so that charts
  /// and controls cannot drift apart.
  public List<String> styleSheets() {
    String rules =
        Objects.requireNonNull(Theme.class.getResource("touchline.css"), "touchline.css")
            .toExternalForm();
    byte[] colours = palette.styleSheet().getBytes(StandardCharsets.UTF_8);
    return List.of(rules, "data:text/css;base64," + Base64.getEncoder().encodeToString(colours));
  }
}
