/// One chain's draws of one scalar, as a chart reads them, also while the chain is running.
package dev.touchline.desktop.chart;

/// A growing sequence: values below [#count] no longer change.
public interface ChainDraws {
  /// Draws so far, warm-up first.
  int count();

  /// Draw number `index`, below a count that was read before.
  double at(int index);

  /// A finished array.
  static ChainDraws of(double... values) {
    return new ChainDraws() {
      @Override
      public int count() {
        return values.length;
      }

      @Override
      public double at(int index) {
        return values[index];
      }
    };
  }

  /// The draws from `first` on.
  default double[] from(int first) {
    int n = count();
    double[] values = new double[Math.max(0, n - first)];
    for (int i = first; i < n; i++) {
      values[i - first] = at(i);
    }
    return values;
  }
}
