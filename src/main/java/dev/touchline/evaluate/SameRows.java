/// Checks that two forecasters are judged by the same rows.
package dev.touchline.evaluate;

import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The same props and, for each, the same rows in the same order; else a fault of kind DATA.
final class SameRows {
  private SameRows() {}

  static void check(Map<Prop, List<Forecast>> single, Map<Prop, List<Forecast>> multi) {
    check("the single-task models", single, "the multi-task model", multi);
  }

  /// @param one the name of the one side, for people
  /// @param other the name of the other
  static void check(
      String one, Map<Prop, List<Forecast>> ones, String other, Map<Prop, List<Forecast>> others) {
    if (ones.isEmpty() || !ones.keySet().equals(others.keySet())) {
      throw mismatch("%s forecast %s, %s %s".formatted(one, keys(ones), other, keys(others)));
    }
    List<Forecast> first = ones.values().iterator().next();
    ones.forEach(
        (prop, own) -> {
          check(prop, own, Objects.requireNonNull(others.get(prop)));
          check(prop, own, first);
        });
  }

  private static void check(Prop prop, List<Forecast> a, List<Forecast> b) {
    if (a.size() != b.size()) {
      throw mismatch("%d and %d rows of %s".formatted(a.size(), b.size(), prop.key()));
    }
    for (int i = 0; i < a.size(); i++) {
      PlayerMatch row = a.get(i).row();
      if (!row.equals(b.get(i).row())) {
        throw mismatch(
            "row %d of %s is player %d in match %d on one side only"
                .formatted(i + 1, prop.key(), row.playerId(), row.matchId()));
      }
    }
  }

  private static List<String> keys(Map<Prop, ?> side) {
    return side.keySet().stream().sorted().map(Prop::key).toList();
  }

  private static Fault mismatch(String what) {
    return new Fault(
        Fault.Kind.DATA,
        "The two sides do not forecast the same rows: " + what + ".",
        "Train and evaluate both on the same data, dates and features.");
  }
}
