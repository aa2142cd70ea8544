/// Turns whatever was thrown into a sentence with a remedy.
package dev.touchline.desktop.part;

import dev.touchline.fault.Fault;
import dev.touchline.fault.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Nothing on screen is ever a bare exception.
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /// The fault to show; defects go to the log with their trace.
  public static Fault of(Throwable thrown) {
    if (thrown instanceof Fault fault && fault.kind() == Fault.Kind.STORAGE) {
      LOG.debug("fault", thrown);
      return fault;
    }
    Fault memory = Memory.fault(thrown);
    if (memory != null) {
      LOG.debug("fault", thrown);
      return memory;
    }
    if (thrown instanceof Fault fault) {
      LOG.debug("fault", thrown);
      return fault;
    }
    LOG.error("unexpected failure", thrown);
    return new Fault(
        Fault.Kind.DEFECT,
        "Touchline failed unexpectedly: " + thrown,
        "Please report this with the log file in the home's logs folder.",
        thrown);
  }
}
