/// Who is told of every draw.
package dev.touchline.mcmc;

/// Hears what chains do. Called on the chain's own thread, so it must be quick and, where several
/// chains share a listener, safe for several threads. It cannot control: see [StopSignal].
public interface ChainListener {
  /// A transition is done.
  ///
  /// @param chain index of the chain from 0
  /// @param draw index within its phase from 0
  /// @param tune whether it belongs to the adaptation phase
  /// @param position the unconstrained position; valid during the call only
  /// @param stats the transition's statistics
  void onDraw(int chain, int draw, boolean tune, double[] position, DrawStats stats);

  /// The chain has ended: all draws taken, stopped, or failed (then `failure` says why).
  default void onChainEnd(
      int chain, int draws, @org.jspecify.annotations.Nullable Throwable failure) {}
}
