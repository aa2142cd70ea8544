/// The ranks of a calibration and what they say.
package dev.touchline.sbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// @param settings of the run
/// @param ranked the ranks of each quantity
/// @param refused simulated data sets that were put aside
/// @param divergences diverging draws of all fits
/// @param diverged fits with any
public record SbcResult(
    SbcSettings settings, List<Ranked> ranked, int refused, int divergences, int diverged) {

  /// @param family see [Quantity]
  /// @param name see [Quantity]
  /// @param ranks one rank a replication
  /// @param ess mean bulk effective size of the kept draws: near their number where thinning has
  ///   made them independent
  public record Ranked(String family, String name, int[] ranks, double ess) {}

  /// A quantity with its simultaneous p-value.
  public record Judged(Ranked ranked, double p) {}

  /// @param name of the family
  /// @param quantities of it
  /// @param p smallest p-value times the number of quantities (Bonferroni), at most 1
  public record Family(String name, List<Judged> quantities, double p) {}

  /// The families in order of appearance.
  public List<Family> families() {
    EcdfBand band = new EcdfBand(settings.replications(), settings.rankValues());
    Map<String, List<Judged>> byName = new LinkedHashMap<>();
    for (Ranked each : ranked) {
      byName
          .computeIfAbsent(each.family(), name -> new ArrayList<>())
          .add(new Judged(each, band.pValue(each.ranks())));
    }
    List<Family> families = new ArrayList<>();
    byName.forEach(
        (name, quantities) ->
            families.add(
                new Family(
                    name,
                    List.copyOf(quantities),
                    Math.min(
                        1,
                        quantities.size()
                            * quantities.stream()
                                .mapToDouble(Judged::p)
                                .min()
                                .orElse(Double.NaN)))));
    return families;
  }

  /// Smallest p-value of a family, corrected for all families of this run.
  public double worst() {
    List<Family> families = families();
    return families.size() * families.stream().mapToDouble(Family::p).min().orElse(Double.NaN);
  }

  /// One line a family.
  public String table(double alert, double fail) {
    StringBuilder text = new StringBuilder(2_000);
    text.append(
        String.format(
            Locale.ROOT,
            "%-18s %10s %9s %9s %14s  %s%n",
            "family",
            "quantities",
            "mean rank",
            "ESS",
            "p of the band",
            "verdict"));
    for (Family family : families()) {
      double mean = 0;
      double ess = Double.POSITIVE_INFINITY;
      for (Judged each : family.quantities()) {
        for (int rank : each.ranked().ranks()) {
          mean += rank;
        }
        ess = Math.min(ess, each.ranked().ess());
      }
      mean /= (double) family.quantities().size() * settings.replications();
      String verdict = family.p() < fail ? "OUTSIDE" : family.p() < alert ? "alert" : "within";
      text.append(
          String.format(
              Locale.ROOT,
              "%-18s %10d %9.3f %9.0f %14.2g  %s%n",
              family.name(),
              family.quantities().size(),
              mean / (settings.rankValues() - 1),
              ess,
              family.p(),
              verdict));
    }
    return text.toString();
  }
}
