/// The simulated sample tournament as the program carries it.
package dev.touchline.data;

import dev.touchline.data.feed.FeedFile;
import java.io.IOException;
import java.io.InputStream;

/// A CSV file among the program's resources.
final class SampleCsv {
  /// The competition key of its rows.
  static final String COMPETITION = "sample-tournament";

  private static final String RESOURCE = "/sample-data/sample-tournament.csv";

  private SampleCsv() {}

  /// The file.
  static FeedFile file() {
    return new FeedFile(
        "sample-tournament.csv",
        () -> {
          InputStream stream = SampleCsv.class.getResourceAsStream(RESOURCE);
          if (stream == null) {
            throw new IOException("the program's own file " + RESOURCE + " is missing");
          }
          return stream;
        });
  }
}
