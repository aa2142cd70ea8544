/// How a run is asked to end early.
package dev.touchline.mcmc;

/// Asked before each transition; once true, chains end with what they have.
@FunctionalInterface
public interface StopSignal {
  /// Whether to stop now.
  boolean stopRequested();

  /// Never stops.
  StopSignal NEVER = () -> false;
}
