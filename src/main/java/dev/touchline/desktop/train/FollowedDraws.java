/// The draws of some scalars of a run that is still going on, for one look after the other.
package dev.touchline.desktop.train;

import dev.touchline.diagnose.ScalarSource;
import dev.touchline.trace.ScalarNames;
import dev.touchline.trace.TraceRecorder;
import java.util.Arrays;

/// A draw's scalars lie side by side in the recorder, so that a column of it is one cache line a
/// draw: few scalars are copied once, and each look takes only what is new; more would need as much
/// memory as the run itself and are read anew. For one thread.
final class FollowedDraws implements ScalarSource {
  private static final long MOST_DOUBLES = 1 << 22;

  private final TraceRecorder source;
  private final ScalarNames names;
  private final int[] scalars;

  /// [scalar][chain], of length 0 where they are read anew.
  private final double[][][] copies;

  /// Draws copied, [scalar][chain].
  private final int[][] copied;

  private FollowedDraws(
      TraceRecorder source, ScalarNames names, int[] scalars, double[][][] copies) {
    this.source = source;
    this.names = names;
    this.scalars = scalars;
    this.copies = copies;
    copied = new int[copies.length][source.chains()];
  }

  /// For a single look.
  static FollowedDraws once(TraceRecorder source, ScalarNames names, int[] scalars) {
    return new FollowedDraws(source, names, scalars, new double[0][][]);
  }

  /// For many looks, until each chain has `draws` of them.
  static FollowedDraws until(int draws, TraceRecorder source, ScalarNames names, int[] scalars) {
    return (long) scalars.length * source.chains() * draws > MOST_DOUBLES
        ? once(source, names, scalars)
        : new FollowedDraws(
            source, names, scalars, new double[scalars.length][source.chains()][draws]);
  }

  @Override
  public int count() {
    return scalars.length;
  }

  @Override
  public String name(int scalar) {
    return names.name(scalars[scalar]);
  }

  @Override
  public double[][] series(int scalar) {
    double[][] chains = new double[source.chains()][];
    for (int chain = 0; chain < chains.length; chain++) {
      int count = source.count(chain, false);
      chains[chain] =
          copies.length == 0
              ? source.series(scalars[scalar], chain, false, 0, count)
              : copied(scalar, chain, count);
    }
    return chains;
  }

  private double[] copied(int scalar, int chain, int count) {
    double[] copy = copies[scalar][chain];
    int have = copied[scalar][chain];
    int now = Math.min(count, copy.length);
    if (now > have) {
      double[] more = source.series(scalars[scalar], chain, false, have, now - have);
      System.arraycopy(more, 0, copy, have, more.length);
      copied[scalar][chain] = now;
    }
    return Arrays.copyOf(copy, now);
  }
}
