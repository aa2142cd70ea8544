/// Writes the files of `sample-data/`.
package dev.touchline.data.sample;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.touchline.data.CsvExport;
import dev.touchline.football.Player;
import dev.touchline.football.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Run by `mvn -q -Psample`; a test compares what it writes with what is kept.
public final class SampleFiles {
  /// File name of the rows.
  public static final String ROWS = "sample-tournament.csv";

  /// File name of the true parameters.
  public static final String TRUTH = "truth.json";

  private SampleFiles() {}

  /// Writes into the folder named by the only argument.
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /// Writes rows and truth of the sample tournament.
  public static void write(Path folder) throws IOException {
    SimulatedSeason season = SampleTournament.simulate(SampleTournament.SEED);
    CsvExport.write(folder.resolve(ROWS), season.rows()::forEach);
    Files.writeString(folder.resolve(TRUTH), json(season.truth()));
  }

  /// One line a parameter, player and opponent, so that changes can be read.
  static String json(Truth truth) {
    Gson gson = new Gson();
    JsonObject scalars = new JsonObject();
    scalars.addProperty("format", 1);
    scalars.addProperty("competition", SampleTournament.COMPETITION);
    scalars.addProperty("seed", SampleTournament.SEED);
    scalars.add("feature", gson.toJsonTree(truth.scale().names()));
    scalars.add("feature_mean", gson.toJsonTree(truth.scale().mean()));
    scalars.add("feature_sd", gson.toJsonTree(truth.scale().sd()));
    scalars.add("prop", gson.toJsonTree(new String[] {"goals", "shots", "cards"}));
    scalars.add("alpha", gson.toJsonTree(truth.alpha()));
    scalars.add("home", gson.toJsonTree(truth.home()));
    scalars.add("beta", gson.toJsonTree(truth.beta()));
    scalars.add("position_effect", gson.toJsonTree(truth.positionEffect()));
    scalars.add("player_sd", gson.toJsonTree(truth.playerSd()));
    scalars.add("player_corr", gson.toJsonTree(truth.playerCorr()));
    scalars.add("opponent_sd", gson.toJsonTree(truth.opponentSd()));
    scalars.add("opponent_corr", gson.toJsonTree(truth.opponentCorr()));
    List<String> lines = new ArrayList<>();
    scalars.entrySet().forEach(e -> lines.add("  \"" + e.getKey() + "\": " + e.getValue()));
    List<String> players = new ArrayList<>();
    for (int i = 0; i < truth.players().size(); i++) {
      Player player = truth.players().get(i);
      JsonObject entry = new JsonObject();
      entry.addProperty("id", player.id());
      entry.addProperty("name", player.name());
      entry.addProperty("position", player.position().name());
      entry.add("effect", effect(gson, truth.playerEffect()[i]));
      players.add("    " + entry);
    }
    List<String> opponents = new ArrayList<>();
    for (int i = 0; i < truth.opponents().size(); i++) {
      Team team = truth.opponents().get(i);
      JsonObject entry = new JsonObject();
      entry.addProperty("id", team.id());
      entry.addProperty("name", team.name());
      entry.add("effect", effect(gson, truth.opponentEffect()[i]));
      opponents.add("    " + entry);
    }
    lines.add("  \"players\": [\n" + String.join(",\n", players) + "\n  ]");
    lines.add("  \"opponents\": [\n" + String.join(",\n", opponents) + "\n  ]");
    return "{\n" + String.join(",\n", lines) + "\n}\n";
  }

  private static JsonArray effect(Gson gson, double[] effect) {
    return gson.toJsonTree(effect).getAsJsonArray();
  }
}
