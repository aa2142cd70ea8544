/// The window can be seen whole, whatever screen it was remembered on.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.shell.Settings;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1280, 720);

  @Test
  void whatFitsStaysWhereItWas() {
    assertThat(place(300, 100, 1440, 900)).isEqualTo(new WindowPlace(300, 100, 1440, 900));
    assertThat(place(1930, 10, 1200, 600)).isEqualTo(new WindowPlace(1930, 10, 1200, 600));
  }

  @Test
  void whatIsTooLargeOrReachesOutComesIn() {
    assertThat(place(900, 500, 1440, 900)).isEqualTo(new WindowPlace(480, 144, 1440, 900));
    assertThat(place(2000, 0, 1440, 900)).isEqualTo(new WindowPlace(1920, 0, 1280, 684));
  }

  @Test
  void aScreenThatHasGoneLeavesThePlaceToTheDesktop() {
    WindowPlace lost =
        WindowPlace.of(
            Settings.first().placed(5000, 100, 1440, 900, false),
            List.of(new Rectangle2D(0, 0, 720, 450)));
    assertThat(lost).isEqualTo(new WindowPlace(Double.NaN, Double.NaN, 720, 414));
    assertThat(WindowPlace.of(Settings.first(), List.of(SCREEN)).x()).isNaN();
  }

  private static WindowPlace place(double x, double y, double width, double height) {
    return WindowPlace.of(
        Settings.first().placed(x, y, width, height, false), List.of(SCREEN, RIGHT));
  }
}
