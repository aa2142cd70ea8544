/// Turns whatever was thrown into the fault that users see.
package dev.touchline.cli;

import dev.touchline.fault.Causes;
import dev.touchline.fault.Fault;
import dev.touchline.fault.Memory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Users get a sentence and a remedy for errors of the Java machine too: memory or stack that ran
/// out, native libraries that do not load, parts of the program that are missing.
final class Failures {
  private static final String REPORT =
      "please report this with the log file touchline.log in the home's logs folder.";

  private Failures() {}

  static Fault of(Throwable thrown) {
    List<Throwable> chain = Causes.of(thrown);
    Fault fault = first(chain, Fault.class);
    // A damaged file may ask for any amount of memory, and is told about as what it is.
    if (fault != null && fault.kind() == Fault.Kind.STORAGE) {
      return fault;
    }
    Fault memory = Memory.fault(thrown);
    if (memory != null) {
      return memory;
    }
    if (fault != null) {
      return fault;
    }
    Throwable library = library(chain);
    if (library != null) {
      return defect(
          "A native library cannot be loaded: " + text(library),
          "Check with touchline doctor that the libraries for this system are there and that the"
              + " folder for temporary files may be written to and run from; otherwise "
              + REPORT,
          thrown);
    }
    if (first(chain, StackOverflowError.class) != null) {
      return defect(
          "A calculation was nested too deeply and ran out of stack.",
          "Give the program a larger stack (TOUCHLINE_OPTS=-Xss16m); if that does not help, "
              + REPORT,
          thrown);
    }
    Throwable part = first(chain, LinkageError.class);
    if (part != null) {
      return defect(
          "A part of the program is missing or does not fit: " + text(chain.getLast()),
          "Install Touchline again; if that does not help, " + REPORT,
          thrown);
    }
    return defect(
        "Touchline failed unexpectedly: " + text(thrown),
        Character.toUpperCase(REPORT.charAt(0)) + REPORT.substring(1),
        thrown);
  }

  private static Fault defect(String message, String remedy, Throwable cause) {
    return new Fault(Fault.Kind.DEFECT, message, remedy, cause);
  }

  private static <T extends Throwable> @Nullable T first(List<Throwable> chain, Class<T> kind) {
    return chain.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
  }

  /// Where the class that loads a library is asked for again, Java only tells in words why it
  /// failed at first.
  private static @Nullable Throwable library(List<Throwable> chain) {
    String name = UnsatisfiedLinkError.class.getName();
    return chain.stream()
        .filter(
            one ->
                one instanceof UnsatisfiedLinkError
                    || (one instanceof ExceptionInInitializerError
                        && String.valueOf(one.getMessage()).contains(name)))
        .findFirst()
        .orElse(null);
  }

  /// The first line of its text, without the package of its class.
  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    String line = message == null ? "" : message.lines().findFirst().orElse("").strip();
    String name = thrown.getClass().getSimpleName();
    return line.isEmpty() ? name + "." : name + " (" + line + ").";
  }
}
