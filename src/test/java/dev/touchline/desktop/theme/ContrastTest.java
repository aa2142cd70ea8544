/// Text can be read in both themes: contrast of at least 4.5 : 1 by WCAG 2.2.
package dev.touchline.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void textStandsOutFromWhatIsBehindIt(Theme theme) {
    Palette p = theme.palette();
    for (String ground : List.of(p.card(), p.ground(), p.field(), p.accentGround())) {
      assertThat(contrast(p.text(), ground)).as("text on " + ground).isGreaterThan(4.5);
    }
    for (String ground : List.of(p.card(), p.ground(), p.rail())) {
      assertThat(contrast(p.muted(), ground)).as("muted on " + ground).isGreaterThan(4.5);
    }
    for (String colour : List.of(p.accent(), p.good(), p.caution(), p.bad())) {
      assertThat(contrast(colour, p.card())).as(colour + " on card").isGreaterThan(4.5);
    }
    assertThat(contrast(p.accent(), p.accentGround())).isGreaterThan(4.5);
    assertThat(contrast(p.onAccent(), p.accent())).isGreaterThan(4.5);
  }

  static double contrast(String a, String b) {
    double first = luminance(Color.decode(a));
    double second = luminance(Color.decode(b));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(int channel) {
    double v = channel / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
