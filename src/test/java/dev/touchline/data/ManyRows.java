/// Writes a large simulated file of player-match rows, for measuring imports and loading.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// `java -cp … dev.touchline.data.ManyRows FILE.csv ROWS [TEAMS]`: 500 teams, or as many as asked
/// for (an even number), of 40 players; of each 14 play in a match. Every team plays twice a week,
/// so a million rows of 500 teams are about 17 months. The same arguments give the same file.
public final class ManyRows {
  private static final int SQUAD = 40;
  private static final int PLAYING = 14;

  private ManyRows() {}

  /// @param arguments the file, the number of rows and, if not 500, of teams
  public static void main(String[] arguments) {
    long rows = Long.parseLong(arguments[1]);
    int teams = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
    CsvExport.<RuntimeException>write(Path.of(arguments[0]), taker -> write(rows, teams, taker));
  }

  private static void write(long most, int teams, Consumer<PlayerMatch> taker) {
    SplittableRandom random = new SplittableRandom(7);
    double[] talent = new double[teams * SQUAD];
    for (int i = 0; i < talent.length; i++) {
      talent[i] = Math.exp(0.5 * random.nextGaussian());
    }
    long written = 0;
    for (int round = 0; written < most; round++) {
      LocalDate day = LocalDate.of(2016, 8, 6).plusDays(round * 7L / 2);
      for (int match = 0; match < teams / 2 && written < most; match++) {
        // Even teams at home on even rounds; each round other pairs.
        int even = 2 * match;
        int odd = (2 * match + 1 + 2 * round) % teams;
        int one = round % 2 == 0 ? even : odd;
        int other = round % 2 == 0 ? odd : even;
        long id = round * (long) teams + match + 1;
        for (int slot = 0; slot < 2 * PLAYING && written < most; slot++) {
          boolean home = slot < PLAYING;
          int team = home ? one : other;
          // The squad takes turns, block by block, so that nobody stands twice in a match.
          int player = team * SQUAD + (slot % PLAYING + PLAYING * round) % SQUAD;
          taker.accept(row(id, day, player, home ? other : one, home, talent[player], random));
          written++;
        }
      }
    }
  }

  private static PlayerMatch row(
      long match,
      LocalDate day,
      int player,
      int opponent,
      boolean home,
      double talent,
      SplittableRandom random) {
    int team = player / SQUAD;
    int position = player % 10;
    int minutes = random.nextInt(3) > 0 ? 90 : 20 + random.nextInt(70);
    int shots = poisson(talent * minutes / 90.0, random);
    int goals = 0;
    for (int shot = 0; shot < shots; shot++) {
      goals += random.nextInt(10) == 0 ? 1 : 0;
    }
    return new PlayerMatch(
        match,
        day,
        "simulated",
        player + 1L,
        "Player %d of team %d".formatted(player % SQUAD + 1, team + 1),
        Position.values()[position == 0 ? 0 : 1 + position % 3],
        team + 1L,
        "Team " + (team + 1),
        opponent + 1L,
        "Team " + (opponent + 1),
        home,
        minutes,
        goals,
        shots,
        random.nextInt(8) == 0 ? 1 : 0);
  }

  private static int poisson(double mean, SplittableRandom random) {
    double left = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
