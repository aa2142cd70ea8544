/// The command line end to end on the sample tournament: commands, JSON, exit codes, errors.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.touchline.predict.Predictor;
import dev.touchline.work.JsonForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineProgramTest {
  private static final String[] WINDOWS = {
    "--train-start", "2018-06-01", "--train-end", "2018-07-05", "--val-end", "2018-07-16"
  };
  private static final String[] QUICK = {
    "--draws", "150", "--tune", "100", "--chains", "2", "--max-rhat", "1.5"
  };

  @SuppressWarnings("NullAway.Init")
  private Path home;

  /// What a run printed, and its exit code.
  private record Ran(int code, String out, String err) {
    JsonObject json() {
      return JsonParser.parseString(out).getAsJsonObject();
    }
  }

  private Ran run(String... arguments) {
    return runUntil(() -> false, arguments);
  }

  private Ran runUntil(dev.touchline.mcmc.StopSignal stop, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new CommandLineProgram(
                Map.of("TOUCHLINE_HOME", home.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                stop)
            .run(arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String[] join(String[]... parts) {
    return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }

  private String[] train(String version, String... more) {
    return join(new String[] {"train", "--version", version}, WINDOWS, QUICK, more);
  }

  @BeforeAll
  void trainOnce(@TempDir Path folder) {
    home = folder;
    Ran ran = run(train("base", "--json"));
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonObject json = ran.json();
    assertThat(json.get("status").getAsString()).isEqualTo("published");
    assertThat(json.get("rows").getAsInt()).isGreaterThan(1000);
    assertThat(json.keySet())
        .contains(
            "version",
            "seconds",
            "players",
            "opponents",
            "matches",
            "draws",
            "chains",
            "convergence",
            "calibration",
            "average_ece",
            "warnings");
    assertThat(json.getAsJsonObject("seconds").keySet())
        .contains("load", "tune", "sample", "judge", "save");
    JsonObject goals = json.getAsJsonObject("calibration").getAsJsonObject("goals");
    assertThat(goals.keySet())
        .contains(
            "line",
            "ece",
            "ece_low",
            "ece_high",
            "ece_perfect",
            "ece_equal_mass",
            "ece_debiased",
            "brier",
            "log_score",
            "rps",
            "coverage",
            "bins");
    assertThat(ran.err())
        .contains("Training samples: ", "MCMC sampling started", "Convergence: R-hat = ");
  }

  @Test
  void aVersionIsWholeAndServed() {
    JsonObject shown = run("models", "show", "base", "--json").json();
    assertThat(shown.get("served").getAsBoolean()).isTrue();
    assertThat(shown.getAsJsonObject("results").getAsJsonArray("gate")).hasSize(3);
    for (String file : List.of("metadata.json", "trace.nc", "results.json", "report.html")) {
      assertThat(home.resolve("models").resolve("base").resolve(file)).isNotEmptyFile();
    }
    assertThat(run("models", "verify", "base").code()).isZero();
    assertThat(run("models", "list").out()).contains("* base");
    assertThat(run("models", "show", "base").out()).contains("R-hat < 1.01", "average ECE < 0.05");
  }

  @Test
  void anExistingVersionIsNotOverwritten() {
    Ran ran = run(train("base"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("exists already");
  }

  @Test
  void predictsByNameAndById() throws IOException {
    JsonObject metadata =
        JsonParser.parseString(
                Files.readString(home.resolve("models").resolve("base").resolve("metadata.json")))
            .getAsJsonObject();
    JsonObject player = metadata.getAsJsonArray("players").get(100).getAsJsonObject();
    JsonObject team = metadata.getAsJsonArray("opponents").get(3).getAsJsonObject();
    String id = player.get("id").getAsString();
    String opponent = team.get("name").getAsString();
    Ran byId =
        run(
            "predict",
            "base",
            "--player",
            id,
            "--opponent",
            opponent,
            "--home",
            "--minutes",
            "90",
            "--json",
            "--line",
            "shots=2.5");
    assertThat(byId.code()).as(byId.err()).isZero();
    JsonObject answer = byId.json();
    assertThat(answer.get("home").getAsBoolean()).isTrue();
    JsonObject shots = answer.getAsJsonObject("props").getAsJsonObject("shots");
    double over = shots.getAsJsonObject("lines").getAsJsonObject("2.5").get("over").getAsDouble();
    double under = shots.getAsJsonObject("lines").getAsJsonObject("2.5").get("under").getAsDouble();
    assertThat(over + under).isBetween(1 - 1e-6, 1 + 1e-6);
    assertThat(answer.getAsJsonObject("features").keySet()).contains("form_goals", "form_minutes");
    double total = 0;
    for (JsonElement p : shots.getAsJsonArray("pmf")) {
      total += p.getAsDouble();
    }
    assertThat(total).isBetween(1 - 1e-6, 1 + 1e-6);

    // Asking the saved files through the Java interface gives the very same numbers.
    try (Predictor predictor =
        Predictor.open(
            home.resolve("models").resolve("base").resolve("metadata.json"),
            home.resolve("models").resolve("base").resolve("trace.nc"),
            Predictor.SAMPLES)) {
      Map<String, Double> features = new java.util.LinkedHashMap<>();
      answer
          .getAsJsonObject("features")
          .entrySet()
          .forEach(entry -> features.put(entry.getKey(), entry.getValue().getAsDouble()));
      double mean =
          predictor
              .predictPlayer(Long.parseLong(id), team.get("id").getAsLong(), true, features)
              .props()
              .values()
              .stream()
              .filter(p -> p.prop().key().equals("shots"))
              .findFirst()
              .orElseThrow()
              .mean();
      assertThat(shots.get("mean").getAsDouble()).isEqualTo(mean);
    }

    String name = player.get("name").getAsString();
    Ran misspelled =
        run("predict", "base", "--player", name + "x", "--opponent", opponent, "--away");
    assertThat(misspelled.code()).isEqualTo(3);
    assertThat(misspelled.err()).contains("Did you mean").contains(name);
  }

  @Test
  void unknownPlayersAreAnsweredWithAWarning() {
    Ran ran = run("predict", "base", "--player", "999999999", "--opponent", "1", "--away");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("! ");
    Ran fresh =
        run("predict", "base", "--new-player", "--position", "FWD", "--opponent", "1", "--home");
    assertThat(fresh.code()).as(fresh.err()).isZero();
    assertThat(fresh.out()).contains("at home");
  }

  @Test
  void nonsenseIsRefusedWithItsExitCode() {
    String[] ask = {"predict", "base", "--player", "999", "--opponent", "1"};
    assertThat(run(ask).code()).isEqualTo(2);
    assertThat(run(join(ask, new String[] {"--away", "--minutes", "130"})).code()).isEqualTo(3);
    assertThat(run(join(ask, new String[] {"--away", "--feature", "form_x=1"})).code())
        .isEqualTo(3);
    assertThat(run(join(ask, new String[] {"--away", "--feature", "form_goals=NaN"})).code())
        .isEqualTo(3);
    assertThat(run("predict", "none", "--player", "1", "--opponent", "1", "--away").code())
        .isEqualTo(3);
    assertThat(run("nonsense").code()).isEqualTo(2);
    assertThat(run("--db=postgresql://h/d", "doctor").code()).isEqualTo(2);
    assertThat(run("--home", "elsewhere", "doctor").err())
        .contains("--home stands before a command")
        .contains("touchline doctor --home");
    assertThat(run("models", "delete", "base").code()).isEqualTo(2);
    assertThat(run("models", "show", "bass").err()).contains("base");
  }

  @Test
  void datesAreCheckedAtEntry() {
    Ran format =
        run(
            "train",
            "--version",
            "x",
            "--train-start",
            "01.06.2018",
            "--train-end",
            "2018-07-05",
            "--val-end",
            "2018-07-16",
            "--json");
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.json().getAsJsonObject("error").get("message").getAsString())
        .contains("01.06.2018");
    assertThat(
            run(
                    "train",
                    "--version",
                    "x",
                    "--train-start",
                    "2018-07-06",
                    "--train-end",
                    "2018-07-05",
                    "--val-end",
                    "2018-07-16")
                .code())
        .isEqualTo(2);
    assertThat(
            run(
                    "train",
                    "--version",
                    "x",
                    "--train-start",
                    "2018-06-01",
                    "--train-end",
                    "2018-07-05",
                    "--val-end",
                    "2018-07-05")
                .code())
        .isEqualTo(2);
    Ran empty =
        run(
            "train",
            "--version",
            "x",
            "--train-start",
            "2010-06-01",
            "--train-end",
            "2010-07-05",
            "--val-end",
            "2010-07-16");
    assertThat(empty.code()).isEqualTo(3);
    Ran few =
        run(
            "train",
            "--version",
            "x",
            "--train-start",
            "2018-06-01",
            "--train-end",
            "2018-06-14",
            "--val-end",
            "2018-07-16");
    assertThat(few.code()).isEqualTo(3);
  }

  @Test
  void aRunThatDoesNotConvergePublishesNothing() {
    Ran ran =
        run(
            join(
                new String[] {"train", "--version", "bad", "--json", "--max-rhat", "1.000001"},
                WINDOWS,
                new String[] {"--draws", "50", "--tune", "50", "--chains", "2"}));
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.json().get("status").getAsString()).isEqualTo("not_converged");
    assertThat(ran.json().getAsJsonObject("convergence").getAsJsonArray("advice")).isNotEmpty();
    assertThat(home.resolve("models").resolve("bad")).doesNotExist();
    assertThat(home.resolve("unpublished").resolve("bad").resolve("trace.nc")).isNotEmptyFile();
  }

  @Test
  void anInterruptedRunKeepsWhatItDrew() {
    AtomicInteger asked = new AtomicInteger();
    Ran ran = runUntil(() -> asked.incrementAndGet() > 350, train("stopped", "--threads", "2"));
    assertThat(ran.code()).isEqualTo(130);
    assertThat(home.resolve("models").resolve("stopped")).doesNotExist();
    assertThat(home.resolve("unpublished").resolve("stopped").resolve("trace.nc")).isNotEmptyFile();
  }

  @Test
  void evaluatesAtAnyLine() {
    Ran ran = run("evaluate", "base", "--line", "shots=1.5", "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(
            ran.json()
                .getAsJsonObject("calibration")
                .getAsJsonObject("shots")
                .get("line")
                .getAsDouble())
        .isEqualTo(1.5);
    assertThat(run("evaluate", "base", "--line", "shots").code()).isEqualTo(2);
  }

  @Test
  void comparesAndWritesAReport() throws IOException {
    Path report = home.resolve("comparison.md");
    Ran ran =
        run(
            join(
                new String[] {"compare", "--json", "--report", report.toString()}, WINDOWS, QUICK));
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonObject json = ran.json();
    assertThat(json.get("verdict").getAsString())
        .isIn("use_multi_task", "need_full_comparison", "inconclusive");
    assertThat(json.getAsJsonObject("versions").get("multi_task").getAsString()).isEqualTo("base");
    assertThat(json.getAsJsonObject("props").keySet()).contains("goals", "shots", "cards");
    assertThat(Files.readString(report)).contains("multi − single", "Rule:");
    Ran other =
        run(
            join(
                new String[] {"compare", "--multi", "base"},
                new String[] {
                  "--train-start",
                  "2018-06-01",
                  "--train-end",
                  "2018-07-03",
                  "--val-end",
                  "2018-07-16"
                },
                QUICK));
    assertThat(other.code()).isEqualTo(3);
    assertThat(other.err()).contains("other rows");
  }

  @Test
  void importsReportEveryRejectedLine() throws IOException {
    Path file = home.resolve("rows.csv");
    Files.writeString(
        file,
        """
        match_id,match_date,competition,player_id,player_name,position,team_id,team_name,opponent_id,opponent_name,was_home,minutes,goals,shots,cards
        77,2020-01-01,tiny,1,A. One,FWD,1,Reds,2,Blues,1,90,1,3,0
        77,2020-01-01,tiny,2,B. Two,FWD,2,Blues,1,Reds,0,ninety,0,1,0
        """);
    // A home of its own: real rows would keep the sample out of the other tests' training.
    String other = home.resolve("other").toString();
    Ran first = run("data", "import", file.toString(), "--home", other, "--json");
    assertThat(first.code()).isEqualTo(3);
    assertThat(first.json().get("new").getAsInt()).isEqualTo(1);
    JsonObject rejected = first.json().getAsJsonArray("rejected").get(0).getAsJsonObject();
    assertThat(rejected.get("line").getAsInt()).isEqualTo(3);
    assertThat(rejected.get("column").getAsString()).isEqualTo("minutes");
    assertThat(
            run("data", "import", file.toString(), "--home", other, "--json")
                .json()
                .get("new")
                .getAsInt())
        .isZero();
    Path out = home.resolve("out.csv");
    assertThat(
            run("data", "export", out.toString(), "--competition", "tiny", "--home", other).code())
        .isZero();
    assertThat(Files.readString(out)).contains("A. One");
  }

  @Test
  void aDatabaseThatCannotBeReachedExitsWithSix() {
    Ran ran = run("data", "status", "--db", "postgresql://user:secret@127.0.0.1:9/none", "--json");
    assertThat(ran.code()).isEqualTo(6);
    assertThat(ran.out() + ran.err()).doesNotContain("secret");
    assertThat(ran.json().getAsJsonObject("error").keySet())
        .contains("code", "message", "remedy", "page", "details");
  }

  @Test
  void aDamagedVersionIsMarkedAndRefused() throws IOException {
    Path damaged = home.resolve("models").resolve("damaged");
    Files.createDirectories(damaged);
    Files.writeString(damaged.resolve("metadata.json"), "{");
    assertThat(run("models", "list").out()).contains("! damaged");
    assertThat(run("models", "verify", "damaged").code()).isEqualTo(5);
    assertThat(run("evaluate", "damaged").code()).isEqualTo(5);
    assertThat(run("models", "delete", "damaged").code()).isZero();
    assertThat(damaged).doesNotExist();
  }

  @Test
  void predictsAFileAndReportsBadLines() throws IOException {
    Path file = home.resolve("ask.csv");
    Files.writeString(file, "player,opponent,home,minutes\n999,1,1,80\nnobody at all,1,0,\n");
    Path output = home.resolve("answers.csv");
    Ran ran = run("predict", "base", "--batch", file.toString(), "--output", output.toString());
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("line 3").contains("nobody at all");
    assertThat(Files.readAllLines(output)).hasSize(1 + 3 + 1);
  }

  @Test
  void diagnosesAVersionAndADoctorLooks() {
    Ran ran = run("diagnose", "base", "--json", "--max-rhat", "1.5");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.json().getAsJsonArray("scalars")).hasSize(10);
    assertThat(run("diagnose", "missing.nc").code()).isEqualTo(3);
    assertThat(run("doctor", "--json").json().keySet()).contains("database_reachable", "problems");
  }

  @Test
  void measuresSampling() throws IOException {
    Path problem = home.resolve("problem.json");
    Files.writeString(
        problem,
        JsonForm.gson()
            .toJson(
                Map.of(
                    "N",
                    4,
                    "P",
                    2,
                    "O",
                    2,
                    "F",
                    1,
                    "K",
                    3,
                    "player",
                    List.of(0, 0, 1, 1),
                    "opponent",
                    List.of(0, 1, 0, 1),
                    "player_position",
                    List.of(1, 3),
                    "home",
                    List.of(0, 1, 0, 1),
                    "log_exposure",
                    List.of(0.0, 0.0, -0.5, 0.0))));
    assertThat(run("bench", "sampling", problem.toString()).code()).isEqualTo(3);
    JsonObject json = JsonParser.parseString(Files.readString(problem)).getAsJsonObject();
    json.add("X", JsonParser.parseString("[[0.1],[-0.2],[1],[0]]"));
    json.add("y", JsonParser.parseString("[[0,1,0],[0,2,1],[1,3,0],[0,4,0]]"));
    Files.writeString(problem, json.toString());
    Ran ran =
        run(
            "bench",
            "sampling",
            problem.toString(),
            "--json",
            "--draws",
            "200",
            "--tune",
            "200",
            "--chains",
            "2");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.json().getAsJsonObject("parameters").keySet())
        .contains("alpha", "player_effect", "player_corr");
    assertThat(ran.json().get("gradients").getAsLong()).isPositive();
  }

  @Test
  void helpNamesExitCodesAndExamples() {
    Ran ran = run("--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Exit codes", "130", "touchline train --train-start");
    assertThat(run("train", "--help").out()).contains("Example");
    assertThat(run("--version").out()).contains("Touchline");
  }
}
