/// Keeps the draws of a run in memory.
package dev.touchline.trace;

import dev.touchline.mcmc.ChainListener;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Model;
import java.util.function.Supplier;

/// A listener that turns positions into values and keeps them. Each chain writes its own
/// preallocated blocks and then one volatile count, so any thread may read what is published.
public final class TraceRecorder implements ChainListener {
  private final TraceSchema schema;

  /// @param models gives a fresh model, one a chain, to turn positions into values
  /// @param schema what the trace holds
  /// @param chains number of chains
  /// @param draws draws of each chain
  public TraceRecorder(Supplier<Model> models, TraceSchema schema, int chains, int draws) {
    this.schema = schema;
  }

  @Override
  public void onDraw(int chain, int draw, boolean tune, double[] position, DrawStats stats) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// The draws so far (chains cut to the shortest), as a readable trace over the same arrays.
  public TraceSource trace() {
    throw new UnsupportedOperationException("not built yet: " + schema);
  }
}
