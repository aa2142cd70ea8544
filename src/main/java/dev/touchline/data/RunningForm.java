/// The formulas of the form features.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Form as of now, given the rows seen so far.
///
/// For prop k of a player at position q, with c the prop's count and m the minutes in his last five
/// appearances:
///
/// - running rate of the position, per 90 minutes: r = (0.3 + C) / (3 + M/90), with C and M the
///   counts and minutes of every row of the position so far;
/// - `form_k` = (c + 2 r) / (m/90 + 2), which is c per 90 shrunk by 180 minutes' worth towards r;
/// - `form_minutes` = m / 450.
///
/// The 0.3 events in 3 nineties stand for the day before the first match. Counts and minutes are
/// summed as integers, so the order of the rows of a day cannot change a bit of the result.
public final class RunningForm {
  /// Feature names in model order.
  public static final List<String> NAMES =
      List.of("form_goals", "form_shots", "form_cards", "form_minutes");

  private static final int APPEARANCES = 5;
  private static final double PRIOR_EVENTS = 0.3;
  private static final double PRIOR_NINETIES = 3;
  private static final double SHRINK_NINETIES = 2;
  private static final Prop[] PROPS = Prop.values();

  /// A player's last appearances: counts and minutes in a ring.
  private static final class Recent {
    final int[][] ring = new int[APPEARANCES][];
    int next;

    void add(int[] appearance) {
      ring[next] = appearance;
      next = (next + 1) % APPEARANCES;
    }
  }

  private final long[][] positionSums = new long[Position.values().length][PROPS.length + 1];
  private final Map<Long, Recent> players = new HashMap<>();

  /// Takes a row that has been played.
  public void observe(PlayerMatch row) {
    int[] appearance = new int[PROPS.length + 1];
    for (Prop prop : PROPS) {
      appearance[prop.ordinal()] = row.count(prop);
    }
    appearance[PROPS.length] = row.minutes();
    long[] sums = positionSums[row.position().ordinal()];
    for (int j = 0; j < appearance.length; j++) {
      sums[j] += appearance[j];
    }
    players.computeIfAbsent(row.playerId(), id -> new Recent()).add(appearance);
  }

  /// Nothing seen yet.
  public RunningForm() {}

  /// Writes the four features of a player who is about to play.
  public void features(long playerId, Position position, double[] out, int at) {
    long[] sums = positionSums[position.ordinal()];
    int[] own = new int[PROPS.length + 1];
    @Nullable Recent recent = players.get(playerId);
    if (recent != null) {
      for (int[] appearance : recent.ring) {
        for (int j = 0; appearance != null && j < own.length; j++) {
          own[j] += appearance[j];
        }
      }
    }
    int minutes = own[PROPS.length];
    double positionNineties = PRIOR_NINETIES + sums[PROPS.length] / 90.0;
    for (int k = 0; k < PROPS.length; k++) {
      double rate = (PRIOR_EVENTS + sums[k]) / positionNineties;
      out[at + k] = (own[k] + SHRINK_NINETIES * rate) / (minutes / 90.0 + SHRINK_NINETIES);
    }
    out[at + PROPS.length] = minutes / (90.0 * APPEARANCES);
  }
}
