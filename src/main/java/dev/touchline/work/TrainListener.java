/// Who is told how a training run goes.
package dev.touchline.work;

import dev.touchline.football.DataSet;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.trace.TraceRecorder;
import java.util.List;

/// Hears the course of a run; every method has a default that does nothing. Called on worker
/// threads, draws on the chains' own.
public interface TrainListener {
  /// The phases of a run, in order.
  enum Phase {
    /// Rows are read.
    LOAD,
    /// The model is set up.
    PREPARE,
    /// Chains run.
    SAMPLE,
    /// Convergence is judged.
    JUDGE,
    /// The validation window is forecast and judged.
    EVALUATE,
    /// Files are written.
    SAVE
  }

  /// Of several runs one begins, which fits these props; before its phases.
  ///
  /// @param number from 1
  /// @param of how many there will be
  default void onFit(int number, int of, List<Prop> props) {}

  /// A phase of the run for a version begins.
  default void onPhase(String version, Phase phase) {}

  /// The rows are there.
  default void onData(String version, DataSet data) {}

  /// Sampling begins; the recorder may be read live by any thread.
  default void onSampling(String version, TraceRecorder recorder) {}

  /// A chain made a draw.
  default void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {}

  /// Something that the user should know, one sentence.
  default void onWarning(String sentence) {}

  /// Whether the recorder should keep tuning draws too, for a live view.
  default boolean wantsTune() {
    return false;
  }

  /// Tells nobody.
  TrainListener NONE = new TrainListener() {};
}
