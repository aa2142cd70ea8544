/// Two quantiles of unsorted numbers, without sorting them.
package dev.touchline.predict;

/// The quantiles at p and 1 − p by selecting among the few numbers that can hold them: those beyond
/// a threshold that about half as many again as are needed lie beyond, if the numbers are roughly
/// lognormal, as rates are. Where fewer lie there, all numbers are looked at. Scratch space of one
/// thread.
final class Quantiles {
  /// Expected numbers beyond the threshold, as a multiple of those needed …
  private static final double MORE = 1.6;

  /// … and this many standard deviations of their count besides.
  private static final double DEVIATIONS = 3;

  private final boolean vectors;
  private final double[] below;
  private final double[] above;
  private double low;
  private double high;
  private double tailOfReach = Double.NaN;
  private double reach;

  /// @param n numbers at most
  /// @param vectors whether to compute with the module of vectors, which must be there
  Quantiles(int n, boolean vectors) {
    this.vectors = vectors;
    int length = n + (vectors ? VectorTails.MARGIN : 0);
    below = new double[length];
    above = new double[length];
  }

  /// Computes both quantiles, linear between order statistics (type 7 of Hyndman and Fan 1996, the
  /// usual one).
  ///
  /// @param values finite numbers
  /// @param mean about the numbers' mean
  /// @param sd about their sd; mean and sd only steer the speed
  /// @param tail p, below 1/2
  void load(double[] values, int n, double mean, double sd, double tail) {
    if (tail != tailOfReach) {
      reach = reach(tail, n);
      tailOfReach = tail;
    }
    double log = Math.log1p(sd * sd / (mean * mean));
    double middle = Math.log(mean) - log / 2;
    double width = reach * Math.sqrt(log);
    double lowest = Math.exp(middle - width);
    double highest = Math.exp(middle + width);
    long counts =
        vectors
            ? VectorTails.split(values, n, lowest, highest, below, above)
            : split(values, n, lowest, highest, below, above);
    int fewer = (int) counts;
    int more = (int) (counts >>> Integer.SIZE);
    double place = tail * (n - 1);
    low = (int) place + 2 <= fewer ? at(below, fewer, place) : at(all(values, below, n), n, place);
    place = (1 - tail) * (n - 1);
    high =
        n - more <= (int) place
            ? at(above, more, place - (n - more))
            : at(all(values, above, n), n, place);
  }

  /// As [VectorTails#split]; without branches, since which way a number goes cannot be foreseen.
  private static long split(
      double[] values, int n, double lowest, double highest, double[] below, double[] above) {
    int fewer = 0;
    int more = 0;
    for (int i = 0; i < n; i++) {
      double value = values[i];
      below[fewer] = value;
      fewer += value < lowest ? 1 : 0;
      above[more] = value;
      more += value > highest ? 1 : 0;
    }
    return fewer | (long) more << Integer.SIZE;
  }

  /// The quantile at p.
  double low() {
    return low;
  }

  /// The quantile at 1 − p.
  double high() {
    return high;
  }

  /// How many standard deviations from the middle of ln x the thresholds lie; 0 where the tails are
  /// so heavy that nothing is gained.
  private static double reach(double tail, int n) {
    double wanted = MORE * tail + DEVIATIONS * Math.sqrt(tail / n) + 2.0 / n;
    if (wanted >= 0.5) {
      return 0;
    }
    // Abramowitz and Stegun 26.2.23, to 5e-4.
    double t = Math.sqrt(-2 * Math.log(wanted));
    return t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  }

  private static double[] all(double[] values, double[] scratch, int n) {
    System.arraycopy(values, 0, scratch, 0, n);
    return scratch;
  }

  /// The number at a place, from 0, in the sorted order of the first n; they are reordered.
  private static double at(double[] a, int n, double place) {
    int rank = Math.clamp((int) place, 0, n - 1);
    double lower = select(a, n, rank);
    double fraction = place - rank;
    if (fraction == 0 || rank + 1 >= n) {
      return lower;
    }
    int atMost = 0;
    double upper = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      boolean beyond = a[i] > lower;
      atMost += beyond ? 0 : 1;
      upper = Math.min(upper, beyond ? a[i] : Double.POSITIVE_INFINITY);
    }
    return atMost > rank + 1 ? lower : lower + fraction * (upper - lower);
  }

  /// Hoare's selection; equal numbers are set aside together, so that they cost no more than
  /// others.
  private static double select(double[] a, int n, int rank) {
    int from = 0;
    int to = n;
    while (to - from > 1) {
      double pivot = middle(a[from], a[(from + to) >>> 1], a[to - 1]);
      int smaller = from;
      for (int i = from; i < to; i++) {
        double x = a[i];
        a[i] = a[smaller];
        a[smaller] = x;
        smaller += x < pivot ? 1 : 0;
      }
      if (rank < smaller) {
        to = smaller;
        continue;
      }
      int equal = smaller;
      for (int i = smaller; i < to; i++) {
        double x = a[i];
        a[i] = a[equal];
        a[equal] = x;
        equal += x == pivot ? 1 : 0;
      }
      if (rank < equal) {
        return pivot;
      }
      from = equal;
    }
    return a[from];
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
