/// Where a chart's picture and data go: clipboard and files.
package dev.touchline.desktop.chart;

import java.io.IOException;
import javafx.scene.Node;

/// What the context menu of a chart can do outside of the chart. File dialogs are behind it, so
/// that tests run without a screen.
public interface ChartExports {
  /// Puts a picture, as PNG bytes, on the clipboard.
  void copyPicture(byte[] png);

  /// Puts text on the clipboard.
  void copyText(String text);

  /// Asks where to save and writes there; says so where it cannot.
  ///
  /// @param owner the node that asks
  /// @param suggestedName a file name with its extension
  /// @param content makes the bytes, once a place is chosen
  void save(Node owner, String suggestedName, Content content);

  /// Makes the bytes of a file.
  @FunctionalInterface
  interface Content {
    /// The bytes.
    byte[] bytes() throws IOException;
  }
}
