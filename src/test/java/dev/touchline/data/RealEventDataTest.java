/// The real event data beside the project: the counts are those of the events and of the CSV.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.PlayerMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RealEventDataTest {
  private record Key(long match, long player) {}

  @Test
  void twoMatchesOfBarcelona() {
    var folder = Shared.file("data/statsbomb");
    try (EventData data = new EventData()) {
      ImportReport report = data.imported(folder);
      assertThat(report.rejected()).isEmpty();
      assertThat(report.added()).isEqualTo(56);
      assertThat(data.imported(folder).unchanged()).isEqualTo(56);
      Map<String, Integer> goals =
          data.rows(15986).stream()
              .filter(row -> row.goals() > 0)
              .collect(Collectors.toMap(PlayerMatch::playerName, PlayerMatch::goals));
      assertThat(goals)
          .isEqualTo(Map.of("Lionel Messi", 1, "Cristhian Stuani", 2, "Gerard Piqué", 1));
      assertThat(data.lines(15986))
          .containsEntry("Clément Lenglet", "DEF 33 0 0 1")
          .containsEntry("Philippe Coutinho", "MID 32 0 4 0")
          .containsEntry("Arthur", "MID 58 0 1 1")
          .containsEntry("Ousmane Dembélé", "FWD 45 0 1 0")
          .containsEntry("Samuel Umtiti", "DEF 45 0 1 0")
          .containsEntry("Seydou Doumbia", "FWD 6 0 0 0")
          .containsEntry("Portu", "FWD 84 0 2 1");
      assertThat(data.rows(15986).stream().mapToInt(PlayerMatch::shots).sum()).isEqualTo(27);
      assertThat(data.rows(15986).stream().mapToInt(PlayerMatch::cards).sum()).isEqualTo(9);
      assertThat(data.rows(15946).stream().mapToInt(PlayerMatch::shots).sum()).isEqualTo(28);
      assertThat(data.rows(15946).stream().mapToInt(PlayerMatch::goals).sum())
          .as("the own goal is none")
          .isEqualTo(3);
      assertThat(data.rows(15946).stream().mapToInt(PlayerMatch::cards).sum()).isEqualTo(2);
    }
  }

  @Test
  void theWorldCupEqualsItsCsvButForMinutes() {
    var folder = Shared.file("data/wyscout");
    var csv = Shared.file("data/world-cup-2018.csv");
    try (EventData data = new EventData();
        EventData other = new EventData()) {
      ImportReport report = data.imported(folder);
      assertThat(report.rejected()).isEmpty();
      assertThat(report.matches()).isEqualTo(64);
      other.imported(csv);
      Map<Key, PlayerMatch> rows = byKey(data);
      Map<Key, PlayerMatch> expected = byKey(other);
      assertThat(rows.keySet()).containsAll(expected.keySet());
      expected.forEach(
          (key, row) -> {
            PlayerMatch read = rows.getOrDefault(key, row);
            assertThat(read).isEqualTo(withMinutes(row, read));
          });
      // Substitutes of the last minutes without a single event, whom the CSV cannot know.
      assertThat(rows.keySet().stream().filter(key -> !expected.containsKey(key)))
          .containsExactlyInAnyOrder(
              new Key(2057981, 50023),
              new Key(2057970, 56441),
              new Key(2057982, 258264),
              new Key(2058014, 38093));
      // 11 players and whole matches, but for those sent off: Sánchez (3'), Smolnikov (36'),
      // Boateng
      // (81'); Lang's red card came in stoppage time. Rounding moves a minute or two.
      Map<Long, Integer> minutes = new HashMap<>();
      rows.values().forEach(row -> minutes.merge(row.matchId(), row.minutes(), Integer::sum));
      minutes.keySet().removeAll(List.of(2057997L, 2057958L, 2057986L));
      assertThat(minutes.values())
          .allMatch(sum -> Math.abs(sum - 1980) <= 4 || Math.abs(sum - 2640) <= 4);
      assertThat(other.imported(folder).rejected()).isEmpty();
      assertThat(byKey(other)).isEqualTo(rows);
    }
  }

  private static Map<Key, PlayerMatch> byKey(EventData data) {
    return data.store.rows(RowQuery.ALL).stream()
        .collect(Collectors.toMap(row -> new Key(row.matchId(), row.playerId()), row -> row));
  }

  private static PlayerMatch withMinutes(PlayerMatch row, PlayerMatch of) {
    return new PlayerMatch(
        row.matchId(),
        row.matchDate(),
        row.competition(),
        row.playerId(),
        row.playerName(),
        row.position(),
        row.teamId(),
        row.teamName(),
        row.opponentId(),
        row.opponentName(),
        row.wasHome(),
        of.minutes(),
        row.goals(),
        row.shots(),
        row.cards());
  }
}
