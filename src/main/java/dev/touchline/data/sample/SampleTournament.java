/// The simulated sample tournament: 32 invented nations, 64 matches.
package dev.touchline.data.sample;

import dev.touchline.data.sample.MatchSimulator.Fixture;
import dev.touchline.data.sample.MatchSimulator.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Eight groups of four, then knock-out rounds, from 2018-06-14 to 2018-07-15.
public final class SampleTournament {
  /// The competition key of its rows.
  public static final String COMPETITION = "sample-tournament";

  /// The seed of the files in `sample-data/`.
  public static final long SEED = 20_180_614;

  private static final long FIRST_MATCH_ID = 900_001;
  private static final int GROUPS = 8;
  private static final int GROUP_SIZE = 4;
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 6, 14);

  /// Group matches a day, from the first on.
  private static final int[] GROUP_DAYS = {1, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4};

  /// Who meets whom within a group, by round.
  private static final int[][][] GROUP_ROUNDS = {
    {{0, 1}, {2, 3}}, {{0, 2}, {3, 1}}, {{3, 0}, {1, 2}}
  };

  /// Days after the first of the knock-out rounds' days, and matches on each.
  private static final int[][] LAST_16 = {{16, 2}, {17, 2}, {18, 2}, {19, 2}};

  private static final int[][] QUARTER = {{22, 2}, {23, 2}};
  private static final int[][] SEMI = {{26, 1}, {27, 1}};

  /// What a team has done in its group.
  private static final class Standing {
    final int team;
    final double lot;
    int points;
    int difference;
    int goals;

    Standing(int team, double lot) {
      this.team = team;
      this.lot = lot;
    }

    void add(int scored, int conceded) {
      points += scored > conceded ? 3 : scored == conceded ? 1 : 0;
      difference += scored - conceded;
      goals += scored;
    }
  }

  private final Dice dice;
  private final SimulatedSeason.Player player;
  private long nextMatchId = FIRST_MATCH_ID;

  private SampleTournament(long seed) {
    dice = new Dice(seed);
    player = new SimulatedSeason.Player(World.draw(GROUPS * GROUP_SIZE, dice), dice, true);
  }

  /// Plays the tournament; the same seed gives the same rows.
  public static SimulatedSeason simulate(long seed) {
    SampleTournament tournament = new SampleTournament(seed);
    List<Integer> sixteen = tournament.groups();
    List<Result> last16 = tournament.knockout(sixteen, LAST_16);
    List<Result> quarter = tournament.knockout(winners(last16), QUARTER);
    List<Integer> four = winners(quarter);
    List<Result> semi = tournament.knockout(four, SEMI);
    List<Integer> finalists = winners(semi);
    List<Integer> others = four.stream().filter(team -> !finalists.contains(team)).toList();
    tournament.knockout(others, new int[][] {{30, 1}});
    tournament.knockout(finalists, new int[][] {{31, 1}});
    return tournament.player.season();
  }

  /// Plays the groups; returns the sixteen that go on, in the order of their next matches.
  private List<Integer> groups() {
    List<Standing> table = new ArrayList<>();
    for (int team = 0; team < GROUPS * GROUP_SIZE; team++) {
      table.add(new Standing(team, dice.uniform()));
    }
    List<int[]> pairs = new ArrayList<>();
    for (int[][] round : GROUP_ROUNDS) {
      for (int group = 0; group < GROUPS; group++) {
        for (int[] pair : round) {
          pairs.add(new int[] {team(group, pair[0]), team(group, pair[1])});
        }
      }
    }
    int next = 0;
    for (int day = 0; day < GROUP_DAYS.length; day++) {
      List<Fixture> fixtures = new ArrayList<>();
      for (int i = 0; i < GROUP_DAYS[day]; i++) {
        int[] pair = pairs.get(next++);
        fixtures.add(fixture(day, pair[0], pair[1], false));
      }
      List<Result> results = player.day(fixtures);
      for (int i = 0; i < fixtures.size(); i++) {
        Result result = results.get(i);
        table.get(fixtures.get(i).home()).add(result.homeGoals(), result.awayGoals());
        table.get(fixtures.get(i).away()).add(result.awayGoals(), result.homeGoals());
      }
    }
    List<Integer> sixteen = new ArrayList<>();
    for (int swap = 0; swap < 2; swap++) {
      for (int group = 0; group < GROUPS; group += 2) {
        sixteen.add(placed(table, group + swap, 0));
        sixteen.add(placed(table, group + 1 - swap, 1));
      }
    }
    return sixteen;
  }

  private static int placed(List<Standing> table, int group, int place) {
    return table.subList(group * GROUP_SIZE, (group + 1) * GROUP_SIZE).stream()
        .sorted(
            Comparator.<Standing>comparingInt(s -> -s.points)
                .thenComparingInt(s -> -s.difference)
                .thenComparingInt(s -> -s.goals)
                .thenComparingDouble(s -> s.lot))
        .skip(place)
        .findFirst()
        .orElseThrow()
        .team;
  }

  /// Plays one knock-out round: teams 0 and 1, 2 and 3, and so on.
  private List<Result> knockout(List<Integer> teams, int[][] days) {
    List<Result> results = new ArrayList<>();
    int next = 0;
    for (int[] day : days) {
      List<Fixture> fixtures = new ArrayList<>();
      for (int i = 0; i < day[1]; i++, next += 2) {
        fixtures.add(fixture(day[0], teams.get(next), teams.get(next + 1), true));
      }
      results.addAll(player.day(fixtures));
    }
    return results;
  }

  private static List<Integer> winners(List<Result> results) {
    return results.stream().map(Result::winner).toList();
  }

  private Fixture fixture(int day, int home, int away, boolean knockout) {
    return new Fixture(nextMatchId++, FIRST_DAY.plusDays(day), COMPETITION, home, away, knockout);
  }

  private static int team(int group, int seat) {
    return group * GROUP_SIZE + seat;
  }
}
