/// Carries chains from one stage of a run to the next.
package dev.touchline.work;

import dev.touchline.mcmc.ChainKeeper;
import dev.touchline.mcmc.ChainState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Remembers each chain's last state and passes everything on to another keeper.
final class StageKeeper implements ChainKeeper {
  private final ChainKeeper beyond;
  private final AtomicReferenceArray<ChainState> last;

  StageKeeper(ChainKeeper beyond, int chains) {
    this.beyond = beyond;
    last = new AtomicReferenceArray<>(chains);
  }

  @Override
  public Optional<ChainState> resume(int chain) {
    return Optional.ofNullable(last.get(chain)).or(() -> beyond.resume(chain));
  }

  @Override
  public boolean due(int chain) {
    return beyond.due(chain);
  }

  @Override
  public void keep(ChainState state) {
    last.set(state.chain(), state);
    beyond.keep(state);
  }
}
