/// The colours of one theme, for style sheets and charts alike.
package dev.touchline.desktop.theme;

import java.util.List;

/// The colours of one theme, each as `#rrggbb`.
///
/// @param ground behind the cards
/// @param card cards, bars, menus
/// @param rail the navigation rail
/// @param field inside of text fields and tracks
/// @param text text
/// @param muted less important text, axis labels
/// @param line borders and grid lines
/// @param accent the one accent colour
/// @param accentGround behind what is selected
/// @param onAccent text upon the accent colour
/// @param good all is well
/// @param caution look closer
/// @param bad must not be used
/// @param series chains and props, safe for colour-blind eyes (Okabe and Ito, 2008)
public record Palette(
    String ground,
    String card,
    String rail,
    String field,
    String text,
    String muted,
    String line,
    String accent,
    String accentGround,
    String onAccent,
    String good,
    String caution,
    String bad,
    List<String> series) {

  /// The colour of chain or prop number `index`, repeating after the last.
  public String series(int index) {
    return series.get(index % series.size());
  }

  /// This palette as looked-up colours of JavaFX, such as `-tl-card`.
  public String styleSheet() {
    var css = new StringBuilder(".root {\n");
    put(css, "ground", ground);
    put(css, "card", card);
    put(css, "rail", rail);
    put(css, "field", field);
    put(css, "text", text);
    put(css, "muted", muted);
    put(css, "line", line);
    put(css, "accent", accent);
    put(css, "accent-ground", accentGround);
    put(css, "on-accent", onAccent);
    put(css, "good", good);
    put(css, "caution", caution);
    put(css, "bad", bad);
    for (int i = 0; i < series.size(); i++) {
      put(css, "series-" + (i + 1), series.get(i));
    }
    return css.append("}\n").toString();
  }

  private static void put(StringBuilder css, String name, String colour) {
    css.append("  -tl-").append(name).append(": ").append(colour).append(";\n");
  }
}
