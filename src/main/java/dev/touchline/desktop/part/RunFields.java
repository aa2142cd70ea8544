/// Reads the fields that every form of a run has.
package dev.touchline.desktop.part;

import dev.touchline.fault.Fault;
import dev.touchline.football.DateSplit;
import dev.touchline.mcmc.SamplerSettings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What makes no sense is a fault of kind USAGE.
public final class RunFields {
  private RunFields() {}

  /// The windows; a date that is missing, or none, is null.
  public static DateSplit dates(
      @Nullable LocalDate start, @Nullable LocalDate end, @Nullable LocalDate validationEnd) {
    if (start == null || end == null || validationEnd == null) {
      throw new Fault(
          Fault.Kind.USAGE, "A date is missing or is none.", "Write all three as 2018-06-01.");
    }
    return new DateSplit(start, end, validationEnd);
  }

  /// The sampler's settings as typed, the rest as usual.
  public static SamplerSettings sampler(String chains, String draws, String tune, String seed) {
    return SamplerSettings.defaults()
        .with(
            WholeNumbers.small("Chains", chains),
            WholeNumbers.small("Draws", draws),
            WholeNumbers.small("Warm-up", tune),
            WholeNumbers.parse("Seed", seed));
  }
}
