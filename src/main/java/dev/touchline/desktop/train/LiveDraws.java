/// One chain's draws of the parameter on screen, copied from the recorder as they come.
package dev.touchline.desktop.train;

import dev.touchline.desktop.chart.ChainDraws;
import dev.touchline.trace.TraceRecorder;

/// Only what is new is copied at each look; on the FX thread.
final class LiveDraws implements ChainDraws {
  private final TraceRecorder recorder;
  private final int scalar;
  private final int chain;
  private final double[] values;
  private int tuned;
  private int count;

  LiveDraws(TraceRecorder recorder, int scalar, int chain, int capacity) {
    this.recorder = recorder;
    this.scalar = scalar;
    this.chain = chain;
    values = new double[capacity];
  }

  /// Copies what has come since the last look.
  void look() {
    // Warm-up has ended before the first kept draw is published, so this order loses nothing.
    int kept = recorder.count(chain, false);
    int warm = recorder.count(chain, true);
    append(true, count, Math.min(warm, values.length) - tuned);
    tuned = Math.max(tuned, Math.min(warm, values.length));
    append(false, count - tuned, Math.min(kept, values.length - tuned) - (count - tuned));
  }

  private void append(boolean tune, int first, int more) {
    if (more > 0) {
      System.arraycopy(recorder.series(scalar, chain, tune, first, more), 0, values, count, more);
      count += more;
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public double at(int index) {
    return values[index];
  }
}
