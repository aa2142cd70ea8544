/// Recognises memory that ran out, whoever reports it.
package dev.touchline.fault;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Libraries wrap the error of the Java machine: a database reports a statement that failed, a
/// class that could not be made ready one that is missing. What the user can do is the same.
public final class Memory {
  /// What gives the program more, for remedies.
  public static final String MORE = "give the program more memory (TOUCHLINE_OPTS=-Xmx8g)";

  private static final String ERROR = OutOfMemoryError.class.getName();

  private Memory() {}

  /// The fault, or null where memory is not the reason.
  public static @Nullable Fault fault(Throwable thrown) {
    List<Throwable> chain = Causes.of(thrown);
    for (Throwable one : chain) {
      if (one instanceof Fault fault && fault.kind() == Fault.Kind.MEMORY) {
        return fault;
      }
    }
    return chain.stream().anyMatch(Memory::ranOut) ? ranOutFault(thrown) : null;
  }

  private static Fault ranOutFault(Throwable thrown) {
    return new Fault(
        Fault.Kind.MEMORY,
        "Memory ran out: the program may use " + limit() + ".",
        "Take fewer draws or samples, or " + MORE + ".",
        Map.of("limit_bytes", Runtime.getRuntime().maxMemory()),
        thrown);
  }

  /// What the program may use at most, in words.
  public static String limit() {
    return (Runtime.getRuntime().maxMemory() >> 20) + " MB";
  }

  private static boolean ranOut(Throwable one) {
    return one instanceof OutOfMemoryError || String.valueOf(one.getMessage()).contains(ERROR);
  }
}
