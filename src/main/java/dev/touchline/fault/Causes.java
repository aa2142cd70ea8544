/// What lies behind a failure.
package dev.touchline.fault;

import java.util.ArrayList;
import java.util.List;

/// Walks chains of causes.
public final class Causes {
  /// Chains of causes may be circular.
  private static final int DEEPEST = 20;

  private Causes() {}

  /// The failure and its causes, outermost first; never empty.
  public static List<Throwable> of(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable next = thrown; next != null && chain.size() < DEEPEST; next = next.getCause()) {
      chain.add(next);
    }
    return chain;
  }
}
