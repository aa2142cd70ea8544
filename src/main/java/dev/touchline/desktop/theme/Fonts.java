/// The bundled typeface, known to JavaFX (controls, charts on screen) and AWT (charts in files).
package dev.touchline.desktop.theme;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Roboto: its figures all have one width, which JavaFX cannot ask of other typefaces.
public final class Fonts {
  /// The family name.
  public static final String FAMILY = "Roboto";

  private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";

  private static final List<String> FACES =
      List.of("Roboto-Regular.ttf", "Roboto-Bold.ttf", "Roboto-Medium.ttf");

  private Fonts() {}

  /// Makes the typeface known to both; once is enough, twice does no harm.
  public static void load() {
    loadForScreen();
    loadForFiles();
  }

  /// Makes it known to JavaFX.
  public static void loadForScreen() {
    for (String face : FACES) {
      try (InputStream data = open(face)) {
        Font.loadFont(data, 13);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Makes it known to AWT, which takes a sixth of a second the first time; on any thread. Charts
  /// on screen are laid out with AWT's measures too.
  public static void loadForFiles() {
    for (String face : FACES) {
      try (InputStream data = open(face)) {
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, data));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException(face + " is not a font", e);
      }
    }
  }

  private static InputStream open(String face) throws IOException {
    InputStream stream = Fonts.class.getResourceAsStream(FOLDER + face);
    if (stream == null) {
      throw new IOException("The typeface " + face + " is missing from the program's jars.");
    }
    return stream;
  }
}
