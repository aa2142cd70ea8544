/// The form features written down from their definition, over a list of earlier rows: slow, and
/// independent of the code that computes them while rows stream by.
package dev.touchline.sbc;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.List;

final class ReadableForm {
  private ReadableForm() {}

  /// `form_goals`, `form_shots`, `form_cards`, `form_minutes` of a player on a day, from the rows
  /// of earlier days.
  static double[] of(List<PlayerMatch> rows, long player, Position position, LocalDate day) {
    List<PlayerMatch> before = rows.stream().filter(r -> r.matchDate().isBefore(day)).toList();
    List<PlayerMatch> atPosition = before.stream().filter(r -> r.position() == position).toList();
    List<PlayerMatch> own = before.stream().filter(r -> r.playerId() == player).toList();
    List<PlayerMatch> lastFive = own.subList(Math.max(0, own.size() - 5), own.size());
    double[] form = new double[4];
    double minutes = lastFive.stream().mapToInt(PlayerMatch::minutes).sum();
    double nineties = atPosition.stream().mapToInt(PlayerMatch::minutes).sum() / 90.0;
    for (Prop prop : Prop.values()) {
      int counted = atPosition.stream().mapToInt(r -> r.count(prop)).sum();
      double rate = (0.3 + counted) / (3 + nineties);
      int recent = lastFive.stream().mapToInt(r -> r.count(prop)).sum();
      form[prop.ordinal()] = (recent + 2 * rate) / (minutes / 90 + 2);
    }
    form[3] = minutes / 450;
    return form;
  }
}
