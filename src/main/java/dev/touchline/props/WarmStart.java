/// Where the chains of a fit ended, for a later fit of nearly the same rows to begin there.
package dev.touchline.props;

import dev.touchline.mcmc.ChainState;
import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.SmallMatrix;
import java.util.Arrays;
import java.util.List;

/// Everything is held against the mode and in the coordinates of the fit that ended, in which a
/// member's posterior is nearly the standard normal whatever the rows are; the later fit has a mode
/// and anchors of its own. Members are found again by their ids. Numbers are single precision: they
/// are beginnings, and are kept in files.
///
/// @param coordinates who stands behind each coordinate
/// @param positions the last draw of each chain less the mode
/// @param centre of the learned metrics less the mode, the mean over chains
/// @param dense the learned covariance of the leading coordinates, likewise
/// @param diagonal the learned variances of the others, likewise
public record WarmStart(
    Coordinates coordinates, float[][] positions, float[] centre, float[] dense, float[] diagonal) {

  /// Fewest draws in which the sampler learns a metric.
  private static final int FEWEST = 40;

  /// Of chains that ended.
  static WarmStart of(Coordinates coordinates, double[] mode, List<ChainState> ends) {
    int n = mode.length;
    double share = 1.0 / ends.size();
    double[] centre = new double[n];
    double[] dense = new double[ends.getFirst().metric().dense().length];
    double[] diagonal = new double[ends.getFirst().metric().diagonal().length];
    float[][] positions = new float[ends.size()][];
    for (int chain = 0; chain < positions.length; chain++) {
      ChainState end = ends.get(chain);
      positions[chain] = single(less(end.position(), mode));
      add(share, less(end.metric().centre(), mode), centre);
      add(share, end.metric().dense(), dense);
      add(share, end.metric().diagonal(), diagonal);
    }
    return new WarmStart(coordinates, positions, single(centre), single(dense), single(diagonal));
  }

  /// How many draws of adaptation do where a beginning has them all with `tune`: a quarter.
  public static int tune(int tune) {
    return Math.min(tune, Math.max(FEWEST, tune / 4));
  }

  /// Whether the parts belong together, as those of a damaged file do not.
  public boolean whole() {
    if (coordinates == null
        || !coordinates.whole()
        || positions == null
        || centre == null
        || dense == null
        || diagonal == null) {
      return false;
    }
    int n = coordinates.dimension();
    int block = block();
    return positions.length > 0
        && Arrays.stream(positions).allMatch(one -> one != null && one.length == n)
        && centre.length == n
        && dense.length == block * block
        && diagonal.length == n - block;
  }

  private int block() {
    return (int) Math.round(Math.sqrt(dense.length));
  }

  /// The metric that a fit begins with: the learned one wherever its coordinates were there before.
  ///
  /// @param places of the fit's coordinates here, −1 for new ones
  /// @param first what it would begin with otherwise
  Metric metric(int[] places, double[] mode, Metric first) {
    int before = block();
    int block = mode.length - first.diagonal().length;
    double[] newCentre = mode.clone();
    double[] newDiagonal = first.diagonal().clone();
    for (int i = 0; i < mode.length; i++) {
      if (places[i] >= 0) {
        newCentre[i] += centre[places[i]];
      }
      if (i >= block && places[i] >= before) {
        newDiagonal[i - block] = diagonal[places[i] - before];
      }
    }
    return new Metric(newCentre, denseOr(first.dense(), places, block), newDiagonal);
  }

  private double[] denseOr(double[] first, int[] places, int block) {
    int before = block();
    double[] found = new double[block * block];
    for (int i = 0; i < block; i++) {
      if (places[i] < 0 || places[i] >= before) {
        return first;
      }
      for (int j = 0; j < block; j++) {
        if (places[j] >= 0 && places[j] < before) {
          found[i * block + j] = dense[places[i] * before + places[j]];
        }
      }
    }
    return SmallMatrix.tryCholesky(found, block) == null ? first : found;
  }

  private static double[] less(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] - b[i];
    }
    return result;
  }

  private static void add(double scale, double[] a, double[] sum) {
    for (int i = 0; i < a.length; i++) {
      sum[i] += scale * a[i];
    }
  }

  private static float[] single(double[] a) {
    float[] result = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = (float) a[i];
    }
    return result;
  }
}
