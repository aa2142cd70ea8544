/// `touchline predict`: one prediction, and many from a file.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Håkon Grønsen (9000101) kept goal for Aldermark against Belvoria in the sample's first match.
@ExtendWith(TrainedHome.class)
class PredictCommandTest {
  private final Program program;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  PredictCommandTest(Program program) {
    this.program = program;
  }

  @BeforeEach
  void theVersionIsThere() {
    assertThat(program.home().resolve("models/v1")).isDirectory();
  }

  private Program.Run predict(String... more) {
    List<String> arguments = new ArrayList<>(List.of("predict", "v1"));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  @Test
  void aPredictionHasThePromisedKeys() {
    Program.Run run =
        predict(
            "--player",
            "9000104",
            "--opponent",
            "Belvoria",
            "--home",
            "--line",
            "shots=2.5",
            "--json");
    assertThat(run.exit()).isZero();
    JsonObject json = run.json();
    assertThat(json.keySet())
        .contains("version", "player", "opponent", "home", "minutes", "features", "props", "why")
        .contains("warnings", "microseconds");
    assertThat(json.getAsJsonObject("player").get("name").getAsString()).isEqualTo("Åke Fjellberg");
    assertThat(json.getAsJsonObject("player").get("known").getAsBoolean()).isTrue();
    assertThat(json.get("home").getAsBoolean()).isTrue();
    assertThat(json.getAsJsonObject("features").keySet())
        .contains("form_goals", "form_shots", "form_cards", "form_minutes");
    JsonObject shots = json.getAsJsonObject("props").getAsJsonObject("shots");
    assertThat(shots.keySet())
        .contains("mean", "sd", "ci_low", "ci_high", "predictive_low", "predictive_high", "pmf");
    JsonObject line = shots.getAsJsonObject("lines").getAsJsonObject("2.5");
    assertThat(line.get("over").getAsDouble() + line.get("under").getAsDouble())
        .isCloseTo(1, within(1e-9));
    assertThat(json.getAsJsonObject("why").getAsJsonObject("shots").keySet())
        .contains("league", "home", "position", "player", "opponent", "features", "minutes");
  }

  @Test
  void minutesThatAreNotGivenAreAveragedOver() {
    JsonObject expected =
        predict("--player", "9000104", "--opponent", "90002", "--home", "--json").json();
    double chances = 0;
    double mean = 0;
    for (JsonElement one : expected.getAsJsonArray("minutes_forecast")) {
      double chance = one.getAsJsonObject().get("probability").getAsDouble();
      chances += chance;
      mean += chance * one.getAsJsonObject().get("minutes").getAsDouble();
    }
    assertThat(chances).isCloseTo(1, within(1e-9));
    assertThat(expected.get("minutes").getAsDouble()).isCloseTo(mean, within(1e-9));
    JsonObject fixed =
        predict("--player", "9000104", "--opponent", "90002", "--home", "--minutes", "90", "--json")
            .json();
    assertThat(fixed.get("minutes").getAsDouble()).isEqualTo(90);
    assertThat(fixed.get("minutes_forecast").isJsonNull()).isTrue();
    assertThat(fixed.get("team").isJsonNull()).as("the reference knows no teams").isTrue();
  }

  @Test
  void homeAndAwayDiffer() {
    JsonObject home =
        predict("--player", "9000104", "--opponent", "90002", "--home", "--json").json();
    JsonObject away =
        predict("--player", "9000104", "--opponent", "90002", "--away", "--json").json();
    assertThat(mean(home, "shots")).isNotEqualTo(mean(away, "shots"));
  }

  private static double mean(JsonObject json, String prop) {
    return json.getAsJsonObject("props").getAsJsonObject(prop).get("mean").getAsDouble();
  }

  @Test
  void aNameWithoutItsAccentsIsUnderstood() {
    Program.Run run = predict("--player", "ake fjellberg", "--opponent", "Belvoria", "--away");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Åke Fjellberg", "Goals", "Shots", "Cards", "P(≥1)", "form_shots");
  }

  @Test
  void aMisspelledNameSuggestsTheNearest() {
    Program.Run run =
        predict("--player", "Ake Fjelberg", "--opponent", "Belvoria", "--away", "--json");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.error().get("remedy").getAsString()).contains("Åke Fjellberg");
    assertThat(run.error().getAsJsonObject("details").getAsJsonArray("nearest")).isNotEmpty();
  }

  @Test
  void unknownIdsAndNewPlayersAreThePopulation() {
    Program.Run id = predict("--player", "424242", "--opponent", "Belvoria", "--away", "--json");
    assertThat(id.exit()).isZero();
    assertThat(id.json().getAsJsonObject("player").get("known").getAsBoolean()).isFalse();
    assertThat(id.json().getAsJsonArray("warnings")).isNotEmpty();
    Program.Run fresh =
        predict("--new-player", "--position", "FWD", "--opponent", "Belvoria", "--away", "--json");
    assertThat(fresh.exit()).isZero();
    JsonObject player = fresh.json().getAsJsonObject("player");
    assertThat(player.get("position").getAsString()).isEqualTo("FWD");
    assertThat(player.get("name").getAsString()).isEqualTo("new player");
    assertThat(player.get("id").isJsonNull()).isTrue();
    assertThat(fresh.json().getAsJsonArray("warnings"))
        .map(JsonElement::getAsString)
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("A new player: predicted as the league average of position FWD"));
    assertThat(fresh.err()).contains("A new player").doesNotContain("layer -1");
    Program.Run text = predict("--new-player", "--opponent", "Belvoria", "--away");
    assertThat(text.out()).contains("! A new player").doesNotContain("layer -1");
  }

  @Test
  void questionsThatMakeNoSenseAreRefused() {
    assertThat(predict("--player", "9000104", "--opponent", "Belvoria").exit()).isEqualTo(2);
    assertThat(predict("--player", "9000104", "--opponent", "Belvoria", "--home", "--away").exit())
        .isEqualTo(2);
    assertThat(predict("--opponent", "Belvoria", "--away").exit()).isEqualTo(2);
    assertThat(predict("--player", "9000104", "--away").exit()).isEqualTo(2);
    String[] base = {"--player", "9000104", "--opponent", "Belvoria", "--away"};
    assertThat(with(base, "--minutes", "121").exit()).isIn(2, 3);
    assertThat(with(base, "--feature", "form_shots=NaN").exit()).isEqualTo(3);
    Program.Run feature = with(base, "--feature", "form_shot=1");
    assertThat(feature.exit()).isEqualTo(3);
    assertThat(feature.err()).contains("form_shots");
  }

  private Program.Run with(String[] base, String... more) {
    List<String> arguments = new ArrayList<>(List.of(base));
    arguments.addAll(List.of(more));
    return predict(arguments.toArray(String[]::new));
  }

  @Test
  void aBatchLosesOnlyItsBadLines() throws IOException {
    Path file =
        Files.write(
            folder.resolve("questions.csv"),
            List.of(
                "player,opponent,home,minutes,form_shots",
                "9000104,Belvoria,1,90,",
                "Nobody Atall,Belvoria,1,90,",
                "9000104,Belvoria,away,45,2.5",
                "9000104,Belvoria",
                "9000104,Belvoria,0,90,1,2"));
    Program.Run run = predict("--batch", file.toString(), "--json");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(lines(run.json(), "predictions")).containsExactly(2, 4);
    assertThat(lines(run.json(), "errors")).containsExactly(3, 5, 6);
    assertThat(run.err()).contains("line 3: ").contains("line 5: ").contains("line 6: ");
    JsonObject alone =
        predict(
                "--player",
                "9000104",
                "--opponent",
                "Belvoria",
                "--home",
                "--minutes",
                "90",
                "--json")
            .json();
    JsonObject first = run.json().getAsJsonArray("predictions").get(0).getAsJsonObject();
    assertThat(first.get("props")).isEqualTo(alone.get("props"));
  }

  private static List<Integer> lines(JsonObject json, String list) {
    List<Integer> lines = new ArrayList<>();
    for (JsonElement one : json.getAsJsonArray(list)) {
      lines.add(one.getAsJsonObject().get("line").getAsInt());
    }
    return lines;
  }

  @Test
  void unknownPlayersOfABatchAreCountedByLines() throws IOException {
    Path file =
        Files.write(
            folder.resolve("questions.csv"),
            List.of(
                "player,opponent,home,minutes",
                "777,Belvoria,1,",
                "777,Belvoria,0,90",
                "778,Belvoria,0,",
                "9000104,Belvoria,1,"));
    assertThat(predict("--batch", file.toString()).err())
        .contains("2 players are not known to the model (3 lines)");
  }

  @Test
  void aBatchIsWrittenAsCsvWithTheLinesAskedFor() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("questions.csv"),
            "\uFEFFplayer,opponent,home,minutes\n9000104,Belvoria,1,90\n",
            StandardCharsets.UTF_8);
    Path output = folder.resolve("prices.csv");
    Program.Run run =
        predict("--batch", file.toString(), "--output", output.toString(), "--line", "shots=2.5");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("1 of 1 lines predicted");
    List<String> rows = Files.readAllLines(output);
    assertThat(rows).hasSize(4);
    assertThat(rows.getFirst()).contains("over_2.5,under_2.5,error,note");
    assertThat(rows.get(1)).startsWith("2,9000104,Åke Fjellberg,true,Belvoria,1,90.0,goals,");
    assertThat(predict("--batch", file.toString(), "--output", "prices.txt").exit()).isEqualTo(2);
  }

  @Test
  void anInitialIsUnderstoodAndSaid() throws IOException {
    Program.Run one =
        predict("--player", "A. Fjellberg", "--opponent", "Belvoria", "--home", "--json");
    assertThat(one.exit()).isZero();
    assertThat(one.json().getAsJsonObject("player").get("id").getAsLong()).isEqualTo(9000104);
    String said = "\"A. Fjellberg\" was understood as Åke Fjellberg (Aldermark).";
    assertThat(one.json().getAsJsonArray("warnings"))
        .extracting(JsonElement::getAsString)
        .contains(said);
    Path file =
        Files.writeString(
            folder.resolve("questions.csv"),
            "player,opponent,home,team\nA. Fjellberg,Belvoria,1,Aldermark\n"
                + "A. Fjellberg,Belvoria,1,Belvoria\nÅke Fjellberg,Belvoria,1,Aldermark\n");
    Program.Run run = predict("--batch", file.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("line 3: No player is called \"A. Fjellberg\".")
        .contains("1 line names its player by a first name or its initial; the first: " + said);
    List<String> rows = run.out().lines().toList();
    assertThat(rows.get(1)).startsWith("2,9000104,").contains("was understood as");
    assertThat(rows.getLast()).startsWith("4,9000104,").endsWith(",,");
  }

  @Test
  void batchFilesThatCannotBeReadAreInvalidData() throws IOException {
    assertThat(predict("--batch", folder.resolve("none.csv").toString()).exit()).isEqualTo(3);
    Path empty = Files.writeString(folder.resolve("empty.csv"), "player,opponent,home\n");
    assertThat(predict("--batch", empty.toString()).exit()).isEqualTo(3);
    Path column = Files.writeString(folder.resolve("column.csv"), "player,home\n9000104,1\n");
    assertThat(predict("--batch", column.toString()).err()).contains("opponent");
    Path twice =
        Files.writeString(
            folder.resolve("twice.csv"), "player,player,opponent,home\n1,1,Belvoria,1\n");
    assertThat(predict("--batch", twice.toString()).exit()).isEqualTo(3);
  }
}
