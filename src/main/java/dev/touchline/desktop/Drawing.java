/// How the toolkits draw, said before they start.
package dev.touchline.desktop;

/// System properties that JavaFX and AWT read once.
final class Drawing {
  private Drawing() {}

  /// Sets what the user has not set himself.
  static void prepare() {
    // AWT draws charts into files and measures their text. It needs no screen of its own for that,
    // and one beside JavaFX's would disturb it.
    System.setProperty("java.awt.headless", "true");
    // JavaFX keeps each rounded background as a picture and stretches it over the region. A card
    // for graphics does that in passing; without one it costs several times as much as to fill it.
    if (System.getProperty("prism.disableRegionCaching") == null) {
      System.setProperty("prism.disableRegionCaching", "true");
    }
  }
}
