/// The sample tournament: reproducible, plausible, drawn from its truth.
package dev.touchline.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.data.FeatureBuilder;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTournamentTest {
  private final SimulatedSeason season = SampleTournament.simulate(SampleTournament.SEED);

  @Test
  void comesOutByteForByte(@TempDir Path folder) throws IOException {
    SampleFiles.write(folder);
    for (String name : new String[] {SampleFiles.ROWS, SampleFiles.TRUTH}) {
      assertThat(folder.resolve(name)).hasSameBinaryContentAs(Path.of("sample-data", name));
    }
    assertThat(SampleTournament.simulate(1).rows()).isNotEqualTo(season.rows());
  }

  @Test
  void isATournament() {
    List<PlayerMatch> rows = season.rows();
    assertThat(rows.stream().map(PlayerMatch::matchId).distinct()).hasSize(64);
    assertThat(rows.stream().map(PlayerMatch::teamId).distinct()).hasSize(32);
    assertThat(rows.getFirst().matchDate()).isEqualTo(LocalDate.of(2018, 6, 14));
    assertThat(rows.getLast().matchDate()).isEqualTo(LocalDate.of(2018, 7, 15));
    assertThat(season.truth().players()).hasSize(32 * 23);
    assertThat(season.truth().players().stream().map(p -> p.name()).distinct()).hasSize(32 * 23);
    Map<Long, Long> matchesOfTeam =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    PlayerMatch::teamId,
                    Collectors.collectingAndThen(
                        Collectors.mapping(PlayerMatch::matchId, Collectors.toSet()),
                        set -> (long) set.size())));
    assertThat(matchesOfTeam.values().stream().filter(n -> n == 3)).hasSize(16);
    assertThat(matchesOfTeam.values().stream().filter(n -> n == 7)).hasSize(4);
    assertThat(rows.stream().filter(r -> !r.matchDate().isAfter(LocalDate.of(2018, 7, 5))).count())
        .isGreaterThan(1_500);
  }

  @Test
  void keepsTheRulesOfTheGame() {
    Map<List<Long>, List<PlayerMatch>> sides =
        season.rows().stream()
            .collect(Collectors.groupingBy(row -> List.of(row.matchId(), row.teamId())));
    assertThat(sides).hasSize(128);
    for (List<PlayerMatch> side : sides.values()) {
      assertThat(side.size()).isBetween(11, 14);
      int longest = side.stream().mapToInt(PlayerMatch::minutes).max().orElseThrow();
      int total = side.stream().mapToInt(PlayerMatch::minutes).sum();
      assertThat(longest).isIn(90, 120);
      if (side.stream().allMatch(row -> row.cards() == 0)) {
        assertThat(total).isEqualTo(11 * longest);
      }
      assertThat(total).isLessThanOrEqualTo(11 * longest);
    }
    assertThat(season.rows()).allMatch(row -> row.goals() <= row.shots());
    assertThat(season.rows()).allMatch(row -> row.cards() <= 2);
  }

  @Test
  void hasTheRatesOfAWorldCup() {
    assertThat(perMatch(Prop.GOALS)).isBetween(2.1, 2.9);
    assertThat(perMatch(Prop.SHOTS)).isBetween(21.0, 27.0);
    assertThat(perMatch(Prop.CARDS)).isBetween(3.0, 4.0);
  }

  private double perMatch(Prop prop) {
    return season.rows().stream().mapToInt(row -> row.count(prop)).sum() / 64.0;
  }

  /// With every parameter known, the sum of the rates is what the counts add up to on average; the
  /// bounds are four standard deviations of a Poisson sum.
  @Test
  void aLeagueIsDrawnFromItsTruth() {
    SimulatedSeason league = SimulatedLeague.tenfold(7).simulate();
    assertThat(league.rows().size()).isBetween(17_000, 18_500);
    assertThat(league.rows()).isEqualTo(SimulatedLeague.tenfold(7).simulate().rows());
    Truth truth = league.truth();
    RowSet set = new FeatureBuilder().build(league.rows());
    Map<Long, Integer> playerAt = new HashMap<>();
    Map<Long, Integer> teamAt = new HashMap<>();
    for (int i = 0; i < truth.players().size(); i++) {
      playerAt.put(truth.players().get(i).id(), i);
    }
    for (int i = 0; i < truth.opponents().size(); i++) {
      teamAt.put(truth.opponents().get(i).id(), i);
    }
    double[][] expected = new double[Position.values().length][3];
    double[][] seen = new double[Position.values().length][3];
    for (int i = 0; i < set.size(); i++) {
      PlayerMatch row = set.rows().get(i);
      double[] raw = Arrays.copyOfRange(set.features(), i * 4, i * 4 + 4);
      double[] z = truth.scale().standardise(raw);
      int player = playerAt.getOrDefault(row.playerId(), -1);
      int team = teamAt.getOrDefault(row.opponentId(), -1);
      for (int k = 0; k < 3; k++) {
        double log =
            truth.alpha()[k]
                + (row.wasHome() ? truth.home()[k] : 0)
                + truth.playerEffect()[player][k]
                + truth.opponentEffect()[team][k];
        for (int f = 0; f < 4; f++) {
          log += truth.beta()[f][k] * z[f];
        }
        expected[row.position().ordinal()][k] += row.minutes() / 90.0 * Math.exp(log);
        seen[row.position().ordinal()][k] += row.count(Prop.values()[k]);
      }
    }
    for (int q = 0; q < expected.length; q++) {
      for (int k = 0; k < 3; k++) {
        assertThat(seen[q][k]).isCloseTo(expected[q][k], within(4 * Math.sqrt(expected[q][k]) + 1));
      }
    }
  }

  @Test
  void truthMovesToAnotherScaleWithoutChangingRates() {
    Truth truth = season.truth();
    RowSet set = new FeatureBuilder().build(season.rows());
    var other = dev.touchline.football.FeatureScale.of(set);
    double[] raw = {0.3, 2.0, 0.1, 0.8};
    double[] here = truth.scale().standardise(raw);
    double[] there = other.standardise(raw);
    for (int k = 0; k < 3; k++) {
      double one = truth.alpha()[k];
      double two = truth.alphaOn(other)[k];
      for (int f = 0; f < 4; f++) {
        one += truth.beta()[f][k] * here[f];
        two += truth.betaOn(other)[f][k] * there[f];
      }
      assertThat(two).isCloseTo(one, within(1e-12));
    }
  }

  @Test
  void theKeptFilesHaveNoCarriageReturns() throws IOException {
    assertThat(Files.readString(Path.of("sample-data", SampleFiles.ROWS))).doesNotContain("\r");
  }
}
