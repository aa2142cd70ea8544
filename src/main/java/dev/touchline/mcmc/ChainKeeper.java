/// Who keeps the states of chains, so that a run that was cut can go on.
package dev.touchline.mcmc;

import java.util.Optional;

/// Gives and takes states of chains. Called on each chain's own thread; a keeper of several chains
/// must be safe for several threads.
public interface ChainKeeper {
  /// Where a chain goes on from; empty where it has to begin.
  default Optional<ChainState> resume(int chain) {
    return Optional.empty();
  }

  /// Whether the chain's state is wanted now. Asked after every draw, so it must be quick.
  default boolean due(int chain) {
    return false;
  }

  /// Keeps the state of a chain whose listener has heard of all its draws: when it is due, and when
  /// the chain ends, is stopped or fails.
  void keep(ChainState state);

  /// Keeps nothing.
  ChainKeeper NONE = state -> {};
}
