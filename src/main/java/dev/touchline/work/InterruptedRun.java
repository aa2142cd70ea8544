/// A run that was cut short and can go on.
package dev.touchline.work;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A run that ended before it was published and can go on.
///
/// @param request what it was asked for
/// @param started when it began
/// @param done draws of each chain that are kept, adaptation included
public record InterruptedRun(TrainRequest request, Instant started, List<Integer> done) {

  /// The version it was to become.
  public String version() {
    return request.version();
  }

  /// Draws that each chain was to make, adaptation included.
  public int total() {
    return request.sampler().tune() + request.sampler().draws();
  }

  /// How far it came, such as "2,310 of 9,600 draws".
  public String progress() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d draws",
        done.stream().mapToInt(Integer::intValue).sum(),
        (long) total() * request.sampler().chains());
  }
}
