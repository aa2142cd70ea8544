/// A CSV text to import.
package dev.touchline.data;

import java.io.IOException;
import java.io.InputStream;

/// One CSV text that can be opened, more than once.
///
/// @param name what reports call it: the file's name, with the entry's where it is an archive
/// @param opener opens it from the start
record CsvSource(String name, Opener opener) {
  /// The competition key of the simulated sample tournament.
  static final String SAMPLE_COMPETITION = "sample-tournament";

  private static final String SAMPLE = "/sample-data/sample-tournament.csv";

  /// Opens a stream from its start.
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  /// The simulated sample tournament.
  static CsvSource sample() {
    return new CsvSource(
        "sample-tournament.csv",
        () -> {
          InputStream stream = CsvSource.class.getResourceAsStream(SAMPLE);
          if (stream == null) {
            throw new IOException("the program's own file " + SAMPLE + " is missing");
          }
          return stream;
        });
  }
}
