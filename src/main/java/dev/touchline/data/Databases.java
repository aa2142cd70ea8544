/// Opens row stores.
package dev.touchline.data;

/// Connects to a database and brings its schema up to date.
public final class Databases {
  /// Connects: three tries with growing pauses, then a fault of kind DATABASE. Migrates the schema.
  /// An embedded database that is new receives the sample tournament.
  public RowStore open(DatabaseAddress address) {
    throw new UnsupportedOperationException("not built yet");
  }
}
