/// Reads and writes `metadata.json`.
package dev.touchline.props;

import java.nio.file.Path;

/// The JSON form of [ModelMetadata].
public final class MetadataFile {
  private MetadataFile() {}

  /// Reads a file; a newer format, a missing or unreadable file is a fault of kind STORAGE.
  public static ModelMetadata read(Path file) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Writes a file (plain write; the store makes versions appear atomically).
  public static void write(ModelMetadata metadata, Path file) {
    throw new UnsupportedOperationException("not built yet");
  }
}
