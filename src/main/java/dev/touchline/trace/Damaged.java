/// A file that is not the trace that it should be.
package dev.touchline.trace;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Says in half a sentence what is wrong with a file, to stand after its name, and what to do.
final class Damaged extends IOException {
  private static final long serialVersionUID = 1L;

  private static final String RESTORE = "Restore the file from a copy, or train the version again.";
  private static final String CHOOSE =
      "Choose an InferenceData file in netCDF-4, such as Touchline's trace.nc or one that ArviZ"
          + " saved with to_netcdf.";

  private final String remedy;

  Damaged(String message) {
    this(message, null, RESTORE);
  }

  Damaged(String message, Throwable cause) {
    this(message, cause, RESTORE);
  }

  private Damaged(String message, @Nullable Throwable cause, String remedy) {
    super(message, cause);
    this.remedy = remedy;
  }

  /// A file that may be sound but is no trace.
  static Damaged noTrace(String message) {
    return new Damaged(message, null, CHOOSE);
  }

  /// A file that something has to be done about first.
  static Damaged until(String message, String remedy) {
    return new Damaged(message, null, remedy);
  }

  /// One sentence: what to do now.
  String remedy() {
    return remedy;
  }

  /// What to do about any failure of reading.
  static String remedyOf(Exception e) {
    return e instanceof Damaged damaged ? damaged.remedy : RESTORE;
  }
}
