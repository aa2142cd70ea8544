/// The features: their formulas, and that they know nothing of later days.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.RowSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureBuilderTest {
  private final FeatureBuilder builder = new FeatureBuilder();

  @Test
  void computesTheFormulasByHand() {
    List<PlayerMatch> rows =
        List.of(
            Rows.row(1, "2020-01-01", 1, Position.FWD, 90, new int[] {1, 4, 0}),
            Rows.row(1, "2020-01-01", 2, Position.FWD, 45, new int[] {0, 1, 1}),
            Rows.row(2, "2020-01-08", 1, Position.FWD, 60, new int[] {0, 0, 0}),
            Rows.row(2, "2020-01-08", 3, Position.DEF, 60, new int[] {0, 0, 0}));
    RowSet set = builder.build(rows);
    // Before the first day: 0.3 events in 3 nineties, for every position and prop.
    assertThat(set.feature(0, 0)).isEqualTo(2 * 0.1 / 2, within(1e-15));
    assertThat(set.feature(1, 1)).isEqualTo(0.1, within(1e-15));
    assertThat(set.feature(0, 3)).isZero();
    // Forwards so far: 1 goal, 5 shots, 1 card in 1.5 nineties.
    assertThat(set.feature(2, 0)).isEqualTo((1 + 2 * 1.3 / 4.5) / 3, within(1e-15));
    assertThat(set.feature(2, 1)).isEqualTo((4 + 2 * 5.3 / 4.5) / 3, within(1e-15));
    assertThat(set.feature(2, 2)).isEqualTo((0 + 2 * 1.3 / 4.5) / 3, within(1e-15));
    assertThat(set.feature(2, 3)).isEqualTo(90.0 / 450, within(1e-15));
    assertThat(set.feature(3, 1)).isEqualTo(0.1, within(1e-15));
  }

  @Test
  void onlyTheLastFiveAppearancesCount() {
    List<PlayerMatch> rows = new ArrayList<>();
    for (int day = 1; day <= 7; day++) {
      rows.add(
          Rows.row(
              day, "2020-01-0" + day, 1, Position.MID, 90, new int[] {0, day == 1 ? 9 : 1, 0}));
    }
    RowSet set = builder.build(rows);
    double rate = (0.3 + 14) / (3 + 6);
    assertThat(set.feature(6, 1)).isEqualTo((5 + 2 * rate) / 7, within(1e-15));
    assertThat(set.feature(6, 3)).isEqualTo(1.0);
  }

  @Test
  void laterMatchesAndMatchesOfTheSameDayChangeNothing() {
    assertThat(LeakCheck.faults(builder::build, Rows.season(8, 5))).isEmpty();
  }

  @Test
  void predictionsGetTheFormOfTraining() {
    List<PlayerMatch> rows = Rows.season(8, 6);
    RowSet set = builder.build(rows);
    Form form = new Form(rows);
    for (int i = 0; i < rows.size(); i += 13) {
      PlayerMatch row = rows.get(i);
      assertThat(form.of(row.playerId(), row.position(), row.matchDate()).values())
          .containsExactly(
              set.feature(i, 0), set.feature(i, 1), set.feature(i, 2), set.feature(i, 3));
    }
    LocalDate after = rows.getLast().matchDate().plusDays(1);
    assertThat(form.latest(101, Position.DEF)).isEqualTo(form.of(101, Position.DEF, after));
    assertThat(form.latest(-1, Position.FWD).keySet()).containsExactlyElementsOf(RunningForm.NAMES);
    assertThat(form.latest(-1, Position.FWD).get("form_minutes")).isZero();
  }

  /// The neutral sampling problems were made with these formulas, but row by row: each row already
  /// saw the rows above it of its own match. So the formulas are compared in that order of seeing;
  /// the builder itself waits until the day is over.
  @ParameterizedTest
  @CsvSource({"world-cup-2018, 2018-07-05", "england, 2018-03-31"})
  void formulasAgreeWithTheBenchmarkProblems(String name, LocalDate trainEnd) throws IOException {
    Path problem = Shared.file("bench/" + name + ".json");
    JsonArray expected =
        new Gson().fromJson(Files.readString(problem), JsonObject.class).getAsJsonArray("X");
    List<PlayerMatch> rows;
    try (RowStore store = H2RowStoreTest.memory()) {
      store.importPaths(
          List.of(Shared.file("data/" + name + ".csv")), "csv", ImportProgress.NONE, () -> false);
      rows = new ArrayList<>(store.rows(new RowQuery(null, trainEnd, List.of())));
    }
    rows.sort(
        Comparator.comparing(PlayerMatch::matchDate)
            .thenComparing(PlayerMatch::matchId)
            .thenComparing(PlayerMatch::playerId));
    assertThat(rows).hasSize(expected.size());
    double[] values = new double[rows.size() * 4];
    RunningForm form = new RunningForm();
    for (int i = 0; i < rows.size(); i++) {
      form.features(rows.get(i).playerId(), rows.get(i).position(), values, i * 4);
      form.observe(rows.get(i));
    }
    RowSet set = new RowSet(rows, RunningForm.NAMES, values);
    FeatureScale scale = FeatureScale.of(set);
    for (int i = 0; i < rows.size(); i++) {
      for (int f = 0; f < 4; f++) {
        double z = (set.feature(i, f) - scale.mean()[f]) / scale.sd()[f];
        assertThat(z)
            .isEqualTo(expected.get(i).getAsJsonArray().get(f).getAsDouble(), within(1e-11));
      }
    }
  }
}
