/// A file that is not the trace that it should be.
package dev.touchline.trace;

import java.io.IOException;

/// Says in half a sentence what is wrong with a file, to stand after its name.
final class Damaged extends IOException {
  private static final long serialVersionUID = 1L;

  Damaged(String message) {
    super(message);
  }

  Damaged(String message, Throwable cause) {
    super(message, cause);
  }
}
