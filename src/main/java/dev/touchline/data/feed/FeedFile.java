/// A file to import, wherever it lies.
package dev.touchline.data.feed;

import java.io.IOException;
import java.io.InputStream;

/// Something that can be opened from its start, more than once: a file or an entry of an archive.
///
/// @param name what reports call it, with `/` between folders and `!` before an archive's entry
/// @param opener opens it
public record FeedFile(String name, Opener opener) {

  /// Opens a stream from its start.
  @FunctionalInterface
  public interface Opener {
    /// A new stream, which the caller closes.
    InputStream open() throws IOException;
  }

  /// A new stream over the bytes, which the caller closes.
  public InputStream open() throws IOException {
    return opener.open();
  }

  /// The name without folders and archives.
  public String shortName() {
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('!'));
    return name.substring(cut + 1);
  }

  /// The short name without its ending.
  public String stem() {
    String last = shortName();
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }
}
