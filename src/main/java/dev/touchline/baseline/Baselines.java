/// The baselines by name.
package dev.touchline.baseline;

import java.util.List;
import java.util.Optional;

/// All baselines that are built in, simplest first.
public final class Baselines {
  private static final List<Baseline> ALL =
      List.of(new ConstantRate(), new ShrunkenRate(), new BoostedTrees());

  private Baselines() {}

  /// All of them.
  public static List<Baseline> all() {
    return ALL;
  }

  /// The one of this name.
  public static Optional<Baseline> find(String key) {
    return ALL.stream().filter(baseline -> baseline.key().equals(key)).findFirst();
  }
}
