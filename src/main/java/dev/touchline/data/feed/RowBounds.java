/// What a row may hold, whatever it comes from.
package dev.touchline.data.feed;

import java.time.LocalDate;

/// The bounds of the store and of good sense, for CSV and event data alike.
public final class RowBounds {
  /// Minutes of a match with extra time and stoppage.
  public static final int MAX_MINUTES = 150;

  /// More of anything by one player in one match is a slip of the pen.
  public static final int MAX_COUNT = 99;

  /// Characters of a player's or team's name.
  public static final int MAX_NAME = 200;

  /// Characters of a competition's key.
  public static final int MAX_COMPETITION = 100;

  /// The first day that a match can have.
  public static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);

  /// The last day that a match can have.
  public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

  private RowBounds() {}
}
