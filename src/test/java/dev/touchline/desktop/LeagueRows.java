/// Rows of simulated leagues as a file to import, for measurements of another size than the
/// sample's.
package dev.touchline.desktop;

import dev.touchline.data.sample.SimulatedLeague;
import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// One competition, in which leagues are told apart by their teams' names.
final class LeagueRows {
  private LeagueRows() {}

  /// Leagues of `teams` teams that play `rounds` rounds, each with players of its own.
  static void write(Path file, int leagues, int teams, int rounds) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println(
          "match_id,match_date,competition,player_id,player_name,position,team_id,team_name,"
              + "opponent_id,opponent_name,was_home,minutes,goals,shots,cards");
      for (int league = 0; league < leagues; league++) {
        long shift = 1_000_000_000L * league;
        for (PlayerMatch row :
            new SimulatedLeague(league + 1, teams, rounds, false).simulate().rows()) {
          out.printf(
              "%d,%s,leagues,%d,%s,%s,%d,%s %d,%d,%s %d,%d,%d,%d,%d,%d%n",
              row.matchId() + shift,
              row.matchDate(),
              row.playerId() + shift,
              row.playerName(),
              row.position(),
              row.teamId() + shift,
              row.teamName(),
              league,
              row.opponentId() + shift,
              row.opponentName(),
              league,
              row.wasHome() ? 1 : 0,
              row.minutes(),
              row.goals(),
              row.shots(),
              row.cards());
        }
      }
    }
  }
}
