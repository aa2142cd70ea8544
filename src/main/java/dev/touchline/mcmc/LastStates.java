/// The states in which chains end.
package dev.touchline.mcmc;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// Begins every chain anew and keeps its last state in memory.
public final class LastStates implements ChainKeeper {
  private final AtomicReferenceArray<ChainState> states;

  /// For so many chains.
  public LastStates(int chains) {
    states = new AtomicReferenceArray<>(chains);
  }

  /// One a chain, when all have ended.
  public List<ChainState> states() {
    return IntStream.range(0, states.length())
        .mapToObj(chain -> Objects.requireNonNull(states.get(chain)))
        .toList();
  }

  @Override
  public void keep(ChainState state) {
    states.set(state.chain(), state);
  }
}
