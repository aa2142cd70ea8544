/// A scalar of the trace in the table.
package dev.touchline.desktop.diagnose;

import dev.touchline.diagnose.Judge;
import dev.touchline.diagnose.ScalarSummary;
import java.util.Comparator;

/// @param index its place in the trace
/// @param family the parameter that it is part of
/// @param of along which of its entries: names of players, teams, props; empty for a plain number
/// @param subject whom or what it is about, empty where nothing in particular
/// @param folded its name, ready for the search
/// @param summary its diagnostics
/// @param trouble how far it is over the limits: 1 is at a limit, negative where there is nothing
///   to judge
record ScalarRow(
    int index,
    String family,
    String of,
    String subject,
    String folded,
    ScalarSummary summary,
    double trouble) {

  /// Most trouble first; then by R-hat, then in trace order.
  static final Comparator<ScalarRow> WORST_FIRST =
      Comparator.comparingDouble(ScalarRow::trouble)
          .thenComparingDouble(row -> number(row.summary().rhat()))
          .reversed()
          .thenComparingInt(ScalarRow::index);

  /// By how many times a scalar misses the limit that it misses most: R-hat of 1.01, or the
  /// effective draws that so many chains should be worth.
  static double overLimit(ScalarSummary scalar, int chains) {
    double ess = Math.min(scalar.essBulk(), scalar.essTail());
    if (!Double.isFinite(scalar.mean())) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isNaN(scalar.rhat()) && Double.isNaN(ess)) {
      return -1;
    }
    return Math.max(
        number((scalar.rhat() - 1) / (Judge.CAUTION_RHAT - 1)),
        number(wanted(chains) / Math.max(ess, 1)));
  }

  /// Effective draws that are wanted of so many chains.
  static double wanted(int chains) {
    return Judge.CAUTION_ESS_PER_CHAIN * chains;
  }

  private static double number(double value) {
    return Double.isNaN(value) ? -1 : value;
  }
}
