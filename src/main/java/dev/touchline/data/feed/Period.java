/// The parts of a match and their place on the clock.
package dev.touchline.data.feed;

/// A half, or a half of extra time, by its nominal times in minutes. Stoppage time counts to the
/// last nominal minute of its half, so that a whole match is 90 minutes, 120 with extra time.
public enum Period {
  FIRST(0, 45),
  SECOND(45, 45),
  FIRST_EXTRA(90, 15),
  SECOND_EXTRA(105, 15);

  private final int start;
  private final int length;

  Period(int start, int length) {
    this.start = start;
    this.length = length;
  }

  /// Minute at which it nominally ends.
  public int end() {
    return start + length;
  }

  /// The minute of the match, with its fraction, of a moment in this period.
  ///
  /// @param seconds since the period began
  public double minute(double seconds) {
    return start + Math.clamp(seconds / 60, 0, length);
  }
}
