/// Turns whatever was thrown into a sentence with a remedy.
package dev.touchline.desktop.part;

import dev.touchline.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Nothing on screen is ever a bare exception.
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /// The fault to show; defects go to the log with their trace.
  public static Fault of(Throwable thrown) {
    if (thrown instanceof Fault fault) {
      LOG.debug("fault", thrown);
      return fault;
    }
    if (thrown instanceof OutOfMemoryError) {
      return new Fault(
          Fault.Kind.MEMORY,
          "Memory ran out.",
          "Take fewer draws or samples, or give the program more memory (TOUCHLINE_OPTS=-Xmx8g).",
          thrown);
    }
    LOG.error("unexpected failure", thrown);
    return new Fault(
        Fault.Kind.DEFECT,
        "Touchline failed unexpectedly: " + thrown,
        "Please report this with the log file in the home's logs folder.",
        thrown);
  }
}
