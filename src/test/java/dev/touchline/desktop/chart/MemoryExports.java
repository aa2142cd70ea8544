/// Keeps what charts export, instead of clipboard and files.
package dev.touchline.desktop.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// Fields in the order of the exports.
public final class MemoryExports implements ChartExports {
  final List<byte[]> pictures = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  final Map<String, byte[]> files = new LinkedHashMap<>();

  @Override
  public void copyPicture(byte[] png) {
    pictures.add(png);
  }

  @Override
  public void copyText(String text) {
    texts.add(text);
  }

  @Override
  public void save(Node owner, String suggestedName, Content content) {
    try {
      files.put(suggestedName, content.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
