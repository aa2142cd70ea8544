/// Imports, prunings and changes of the served version that are killed or stopped at random moments
/// have happened wholly or not at all.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.touchline.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `-Dtouchline.kills=20` sends each signal as often as that to each command. Runs that had ended
/// before the signal are checked like the others and not counted.
@ExtendWith({TrainedHomes.class, Evidence.class})
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class KilledCommandsTest {
  private static final int KILLS = Integer.getInteger("touchline.kills", 3);
  private static final int OLD = 25;

  private final long seed = Long.getLong("touchline.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private int killed;
  private int ended;
  private int old;
  private int fresh;
  private final Set<Integer> exits = new TreeSet<>();
  private String seen = "nothing; the next command finds all whole";

  private static Ended done(Ended run) {
    assertThat(run.exit()).as(() -> run.said() + run.logged("Caused by: ", "JdbcSQL")).isZero();
    return run;
  }

  /// Starts a command and sends the signal at a random moment of the time that it takes; the first
  /// third of that is Java's start, in which nothing can go wrong.
  private void struck(Launch launch, String signal, double seconds, String... command)
      throws Exception {
    // Tests may themselves have been started with the signal ignored, which a process inherits.
    Launch open =
        signal.equals("KILL") ? launch : launch.under("env", "--default-signal=" + signal);
    ProgramProcess run = open.start(command);
    double moment = seconds * (0.3 + 0.8 * random.nextDouble());
    run.process().waitFor((long) (1e6 * moment), TimeUnit.MICROSECONDS);
    new ProcessBuilder("kill", "-" + signal, "" + run.process().pid()).start().waitFor();
    Ended last = run.ended();
    int byItself = signal.equals("KILL") ? 137 : 130;
    // A signal before Java has made its own handlers ends it as the system does.
    int bySystem = signal.equals("TERM") ? 143 : 137;
    assertThat(last.exit()).as(at() + last.said()).isIn(0, byItself, bySystem);
    assertThat(last.showsStack()).as(last.said()).isFalse();
    exits.add(last.exit());
    if (last.exit() == 0) {
      ended++;
    } else {
      killed++;
    }
  }

  private String at() {
    return "seed %d, after %d signals: ".formatted(seed, killed);
  }

  private void count(boolean whole) {
    if (whole) {
      fresh++;
    } else {
      old++;
    }
  }

  private boolean more() {
    assertThat(ended).as("runs that ended by themselves; " + at()).isLessThan(3 * KILLS + 10);
    return killed < KILLS;
  }

  private void row(Evidence.Table table, String signal, String command, String kept) {
    table.row(
        command + ": SIG" + signal,
        "at random moments (seed %d); %d further runs ended before the signal and are not counted"
            .formatted(seed, ended),
        killed,
        exits.stream()
            .filter(exit -> exit != 0)
            .map(exit -> Integer.toString(exit))
            .collect(Collectors.joining(", ")),
        seen,
        kept.formatted(old, fresh));
  }

  private static double seconds(Launch launch, String... command) throws Exception {
    long begin = System.nanoTime();
    done(launch.run(command));
    return (System.nanoTime() - begin) / 1e9;
  }

  private static Path again(Path pristine, Path home) throws IOException {
    if (Files.exists(home)) {
      TestFolders.delete(home);
    }
    TestFolders.copy(pristine, home);
    return home;
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "INT"})
  void anImport(String signal, TrainedHomes.Home home, Evidence.Table table, @TempDir Path folder)
      throws Exception {
    Path csv = folder.resolve("season.csv");
    done(home.launch().run("data", "export", csv.toString()));
    ManyCopies.of(csv, 10);
    Path own = folder.resolve("home");
    Launch launch = Launch.on(again(home.path(), own));
    JsonObject before = status(launch);
    String[] command = {"data", "import", csv.toString()};
    double seconds = seconds(launch, command);
    JsonObject after = status(launch);
    assertThat(after).isNotEqualTo(before);
    while (more()) {
      again(home.path(), own);
      struck(launch, signal, seconds, command);
      JsonObject now = status(launch);
      assertThat(now).as(at()).isIn(before, after);
      count(now.equals(after));
      done(launch.run(command));
      assertThat(status(launch)).as(at()).isEqualTo(after);
    }
    row(
        table,
        signal,
        "import of 17,830 rows",
        "the rows as they were (%d times) or all of the new ones (%d); the same import afterwards"
            + " has all");
  }

  private static JsonObject status(Launch launch) throws Exception {
    return done(launch.run("data", "status", "--json")).json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "INT"})
  void aPruning(String signal, TrainedHomes.Home home, Evidence.Table table, @TempDir Path folder)
      throws Exception {
    for (int i = 0; i < OLD; i++) {
      TestFolders.copy(
          home.path().resolve("models/v1"), home.path().resolve("models/old%02d".formatted(i)));
    }
    Path own = folder.resolve("home");
    Launch launch = Launch.on(again(home.path(), own));
    String[] command = {"models", "prune", "--keep", "1"};
    double seconds = seconds(launch, command);
    int cleared = 0;
    while (more()) {
      again(home.path(), own);
      struck(launch, signal, seconds, command);
      cleared += files(own.resolve("models"), ".old").isEmpty() ? 0 : 1;
      Ended verified = done(launch.run("models", "verify"));
      assertThat(verified.out().lines()).as(at()).allMatch(line -> line.endsWith("sound"));
      assertThat(verified.out()).contains("v1").contains("old00");
      assertThat(served(own)).as(at()).isEqualTo("v1");
      assertThat(files(own.resolve("models"), ".")).as(at()).isEmpty();
      int left = files(own.resolve("models"), "old").size();
      assertThat(left).as(at()).isBetween(1, OLD);
      count(left == 1);
      done(launch.run(command));
      assertThat(files(own.resolve("models"), "")).containsExactlyInAnyOrder("v1", "old00");
    }
    int half = cleared;
    row(
        table,
        signal,
        "prune of 24 versions",
        "each version whole or gone (%d times some were left, %d times none); "
            + half
            + " times one was half deleted, which the next command finished; the served one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "INT"})
  void aChangeOfTheServedVersion(
      String signal, TrainedHomes.Home home, Evidence.Table table, @TempDir Path folder)
      throws Exception {
    TestFolders.copy(home.path().resolve("models/v1"), home.path().resolve("models/v9"));
    Path own = folder.resolve("home");
    Launch launch = Launch.on(again(home.path(), own));
    String[] command = {"models", "serve", "v9"};
    double seconds = seconds(launch, command);
    while (more()) {
      again(home.path(), own);
      struck(launch, signal, seconds, command);
      String now = served(own);
      assertThat(now).as(at()).isIn("v1", "v9");
      count(now.equals("v9"));
      Ended listed = done(launch.run("models", "list"));
      assertThat(listed.line("* ")).as(at()).contains(now);
      done(launch.run(command));
      assertThat(served(own)).isEqualTo("v9");
    }
    row(
        table,
        signal,
        "serve",
        "one version served each time: that from before (%d times) or the new one (%d)");
  }

  private static List<String> files(Path folder, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(beginning))
          .toList();
    }
  }

  private static String served(Path home) throws IOException {
    return JsonParser.parseString(Files.readString(home.resolve("served.json")))
        .getAsJsonObject()
        .get("version")
        .getAsString();
  }
}
