/// A scalar of the trace in the table.
package dev.touchline.desktop.diagnose;

import dev.touchline.diagnose.ScalarSummary;

/// @param index its place in the trace
/// @param family the parameter that it is part of
/// @param summary its diagnostics
record ScalarRow(int index, String family, ScalarSummary summary) {
  /// How much it is to be looked at: larger is worse.
  double trouble() {
    double rhat = summary.rhat();
    double ess = Math.min(summary.essBulk(), summary.essTail());
    return Double.isFinite(rhat) && Double.isFinite(ess)
        ? (rhat - 1) * 100 + 400 / Math.max(ess, 1)
        : -1;
  }
}
