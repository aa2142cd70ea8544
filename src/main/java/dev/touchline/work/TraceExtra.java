/// Parts of a trace file that are saved on request.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Groups of InferenceData that not everybody wants, because they are large.
public enum TraceExtra {
  /// `warmup_posterior` and `warmup_sample_stats`: the draws of the adaptation.
  WARMUP,
  /// `log_likelihood`: of each training row and prop.
  LOG_LIKELIHOOD,
  /// `posterior_predictive`: a count for each validation row and prop.
  POSTERIOR_PREDICTIVE;

  /// Its name on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a list such as `warmup,log_likelihood`; an unknown name is a fault of kind USAGE.
  public static Set<TraceExtra> parseList(String text) {
    Set<TraceExtra> extras = EnumSet.noneOf(TraceExtra.class);
    for (String part : text.split(",", -1)) {
      String key = part.strip().toLowerCase(Locale.ROOT);
      if (key.isEmpty() && text.isBlank()) {
        continue;
      }
      extras.add(
          Arrays.stream(values())
              .filter(extra -> extra.key().equals(key))
              .findFirst()
              .orElseThrow(
                  () ->
                      new Fault(
                          Fault.Kind.USAGE,
                          "\"" + part.strip() + "\" is no part of a trace that can be saved.",
                          "Choose of "
                              + Arrays.stream(values())
                                  .map(TraceExtra::key)
                                  .collect(Collectors.joining(", "))
                              + ".")));
    }
    return extras;
  }
}
