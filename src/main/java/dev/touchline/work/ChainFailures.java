/// What users are told when a chain fails.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.fault.Memory;
import dev.touchline.mcmc.ChainSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class ChainFailures {
  private ChainFailures() {}

  /// A fault that says why, where a chain failed.
  static void refuse(List<ChainSummary> chains) {
    first(chains)
        .ifPresent(
            chain -> {
              throw fault(chain);
            });
  }

  /// Whether a chain failed, and there is memory to keep what was drawn until then.
  static boolean keepable(List<ChainSummary> chains) {
    return first(chains)
        .filter(chain -> !(chain.failure() instanceof OutOfMemoryError))
        .isPresent();
  }

  private static Optional<ChainSummary> first(List<ChainSummary> chains) {
    return chains.stream().filter(chain -> chain.failure() != null).findFirst();
  }

  private static Fault fault(ChainSummary chain) {
    Throwable failure = Objects.requireNonNull(chain.failure());
    if (failure instanceof OutOfMemoryError) {
      return new Fault(
          Fault.Kind.MEMORY,
          "Memory ran out while sampling: the program may use " + Memory.limit() + ".",
          "Take fewer draws, or " + Memory.MORE + ".",
          failure);
    }
    if (failure instanceof Fault fault) {
      return fault;
    }
    return new Fault(
        Fault.Kind.DEFECT,
        "Chain " + (chain.chain() + 1) + " failed: " + failure.getMessage(),
        "Please report this with the log file.",
        failure);
  }
}
