/// How raw features become standardised ones.
package dev.touchline.football;

import java.util.Arrays;
import java.util.List;

/// Mean and standard deviation of each feature over the training rows.
///
/// @param names F feature names
/// @param mean F means
/// @param sd F population standard deviations; 1 where a feature is constant
public record FeatureScale(List<String> names, double[] mean, double[] sd) {

  /// Measures the scale on training rows.
  public static FeatureScale of(RowSet training) {
    int f = training.featureNames().size();
    int n = training.size();
    double[] mean = new double[f];
    double[] sd = new double[f];
    for (int j = 0; j < f; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += training.feature(i, j);
      }
      mean[j] = sum / n;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double d = training.feature(i, j) - mean[j];
        squares += d * d;
      }
      double s = Math.sqrt(squares / n);
      sd[j] = s > 1e-12 ? s : 1.0;
    }
    return new FeatureScale(training.featureNames(), mean, sd);
  }

  /// Standardises one row of F raw values.
  public double[] standardise(double[] raw) {
    double[] z = new double[raw.length];
    for (int j = 0; j < raw.length; j++) {
      z[j] = (raw[j] - mean[j]) / sd[j];
    }
    return z;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureScale that
        && names.equals(that.names)
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(sd, that.sd);
  }

  @Override
  public int hashCode() {
    return names.hashCode() * 31 + Arrays.hashCode(mean);
  }
}
