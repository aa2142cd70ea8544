/// Runs that are killed while they sample, judge or save leave a whole version or none.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `-Dtouchline.kills=50` kills as often as that: one in three after a random time, the others from
/// the moment on that the folder of the new version appears. A run counts only if the signal ended
/// it; one that had ended by itself is checked like the others, and another is made in its place.
@ExtendWith({TrainedHomes.class, Evidence.class})
class KilledSavesTest {
  private static final int KILLS = Integer.getInteger("touchline.kills", 3);

  /// The exit code of a process that SIGKILL ended.
  private static final int KILLED = 137;

  private enum Phase {
    SAMPLING,
    SAVING,
    AFTER
  }

  @Test
  void aVersionIsWholeOrNotThere(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    long seed = Long.getLong("touchline.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    double seconds = seconds(home, "timed");
    double saving = savingSeconds(home, "watched");
    String served = served(home.path());
    int[] phases = new int[Phase.values().length];
    int killed = 0;
    int ended = 0;
    for (int i = 0; killed < KILLS; i++) {
      assertThat(i).as("runs for %d kills, seed %d", KILLS, seed).isLessThan(4 * KILLS + 10);
      String version = "k" + i;
      ProgramProcess run = home.launch().start(TrainedHomes.training(version));
      Process process = run.process();
      if (i % 3 == 0) {
        process.waitFor((long) (1e6 * random.nextDouble(seconds)), TimeUnit.MICROSECONDS);
      } else {
        awaitFolder(home.path(), version, process);
        process.waitFor((long) (1e6 * random.nextDouble(1.2 * saving)), TimeUnit.MICROSECONDS);
      }
      int exit = process.destroyForcibly().waitFor();
      Phase phase = phase(home.path(), version);
      String at = "run %d of seed %d, %s, exit %d".formatted(i, seed, phase, exit);
      assertThat(exit).as(at + "\n" + run.said()).isIn(0, KILLED);
      if (exit == KILLED) {
        killed++;
        phases[phase.ordinal()]++;
      } else {
        ended++;
        assertThat(phase).as(at).isEqualTo(Phase.AFTER);
      }

      boolean published = Files.exists(home.path().resolve("models").resolve(version));
      Ended sound = home.launch().run("models", "verify");
      assertThat(sound.exit()).as(at + "\n" + sound.said()).isZero();
      assertThat(served(home.path())).as(at).isIn(served, published ? version : served);
      Ended status = home.launch().run("data", "status");
      assertThat(status.exit()).as(at + "\n" + status.said()).isZero();
      if (!published) {
        Ended resumed = home.launch().run(TrainedHomes.training(version, "--resume"));
        assertThat(resumed.exit()).as(at + "\n" + resumed.said()).isZero();
      }
      served = served(home.path());
      assertThat(hidden(home.path())).as(at).isZero();
      Ended whole = home.launch().run("models", "verify");
      assertThat(whole.exit()).as(at + "\n" + whole.said()).isZero();
      if (i > 0) {
        Ended gone = home.launch().run("models", "delete", "k" + (i - 1));
        assertThat(gone.exit()).as(at + "\n" + gone.said()).isZero();
      }
    }
    assertThat(phases[Phase.SAVING.ordinal()]).as("kills while saving, seed %d", seed).isPositive();
    table.row(
        "SIGKILL while training and saving",
        ("at random moments (seed %d): %d while loading, sampling or judging, %d while saving, %d"
                + " once it was published; %d further runs ended before the signal and are not"
                + " counted")
            .formatted(seed, phases[0], phases[1], phases[2], ended),
        killed,
        Integer.toString(KILLED),
        "nothing; the next command says what it put aside",
        "each time all versions sound (models verify), the database, and one version served;"
            + " --resume published what had not been");
  }

  private static double seconds(TrainedHomes.Home home, String version) throws Exception {
    long begin = System.nanoTime();
    Ended run = home.launch().run(TrainedHomes.training(version));
    assertThat(run.exit()).as(run.said()).isZero();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double savingSeconds(TrainedHomes.Home home, String version) throws Exception {
    ProgramProcess run = home.launch().start(TrainedHomes.training(version));
    awaitFolder(home.path(), version, run.process());
    long begin = System.nanoTime();
    Path published = home.path().resolve("models").resolve(version);
    while (!Files.exists(published) && run.process().isAlive()) {
      Thread.sleep(1);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    assertThat(run.exitCode()).as(run.said()).isZero();
    return seconds;
  }

  private static void awaitFolder(Path home, String version, Process process) throws Exception {
    while (process.isAlive() && parts(home, version) == 0) {
      Thread.sleep(1);
    }
  }

  private static Phase phase(Path home, String version) throws IOException {
    if (Files.exists(home.resolve("models").resolve(version))) {
      return Phase.AFTER;
    }
    return parts(home, version) > 0 ? Phase.SAVING : Phase.SAMPLING;
  }

  private static long parts(Path home, String version) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("models"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("." + version + ".part-"))
          .count();
    }
  }

  private static long hidden(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("models"))) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).count();
    }
  }

  private static String served(Path home) throws IOException {
    return JsonParser.parseString(Files.readString(home.resolve("served.json")))
        .getAsJsonObject()
        .get("version")
        .getAsString();
  }
}
