/// Which matches train a model and which judge it.
package dev.touchline.football;

import dev.touchline.fault.Fault;
import java.time.LocalDate;

/// A training window and the validation window behind it, by local match date.
///
/// @param trainStart first training day
/// @param trainEnd last training day, inclusive
/// @param valEnd last validation day, inclusive; validation begins the day after `trainEnd`
public record DateSplit(LocalDate trainStart, LocalDate trainEnd, LocalDate valEnd) {

  /// Refuses windows that are empty or out of order.
  public DateSplit {
    if (!trainStart.isBefore(trainEnd)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The training window starts on " + trainStart + " but ends on " + trainEnd + ".",
          "Choose a training start before its end.");
    }
    if (!trainEnd.isBefore(valEnd)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The validation window ends on "
              + valEnd
              + ", which is not after the training end "
              + trainEnd
              + ".",
          "Choose a validation end after the training end.");
    }
  }

  /// Whether a match on this day belongs to training.
  public boolean inTraining(LocalDate day) {
    return !day.isBefore(trainStart) && !day.isAfter(trainEnd);
  }

  /// Whether a match on this day belongs to validation.
  public boolean inValidation(LocalDate day) {
    return day.isAfter(trainEnd) && !day.isAfter(valEnd);
  }
}
