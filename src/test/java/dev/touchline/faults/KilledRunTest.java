/// A training run that is killed again and again ends with the draws of one that never was.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.mcmc.Parameter;
import dev.touchline.trace.Stat;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `-Dtouchline.kills=20` kills as often as that. States are kept all the time, so that kills fall
/// into the writing of them, too.
class KilledRunTest {
  private static final List<String> VECTORS =
      List.of("--add-modules=jdk.incubator.vector", "-XX:+UseParallelGC");
  private static final int KILLS = Integer.getInteger("touchline.kills", 3);

  @TempDir Path home;

  private static String[] training(String version, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("train", "--version", version, "--train-start", "2018-06-01"));
    arguments.addAll(List.of("--train-end", "2018-07-05", "--val-end", "2018-07-16"));
    arguments.addAll(List.of("--chains", "4", "--tune", "150", "--draws"));
    arguments.add(Integer.toString(Math.max(150, 100 * KILLS)));
    arguments.addAll(List.of("--max-rhat", "1.5", "--checkpoint", "0.01"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void killedAgainAndAgainAndResumed() throws Exception {
    ProgramProcess whole = ProgramProcess.start(home, VECTORS, training("whole"));
    long begin = System.nanoTime();
    assertThat(whole.exitCode()).as(whole.said()).isZero();
    double seconds = (System.nanoTime() - begin) / 1e9;

    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    int killed = 0;
    int whileSampling = 0;
    // A kill may come when all is published and the process only has to end.
    while (killed < KILLS && !Files.exists(home.resolve("models/killed"))) {
      FileTime before = stateWritten();
      ProgramProcess run = ProgramProcess.start(home, VECTORS, training("killed", "--resume"));
      boolean starting = killed % 5 == 4;
      if (!starting) {
        awaitState(run, before);
      }
      // One in five dies while it starts, the others after a part of the sampling.
      double patience = random.nextDouble(starting ? 3 : 1.5 * seconds / KILLS);
      if (run.process().waitFor((long) (1e6 * patience), TimeUnit.MICROSECONDS)) {
        assertThat(run.exitCode()).as(run.said()).isZero();
        break;
      }
      run.process().destroyForcibly().waitFor();
      killed++;
      whileSampling += stateWritten().equals(before) ? 0 : 1;
    }
    if (!Files.exists(home.resolve("models/killed"))) {
      ProgramProcess last = ProgramProcess.start(home, VECTORS, training("killed", "--resume"));
      assertThat(last.exitCode()).as(last.said()).isZero();
    }
    System.getLogger(KilledRunTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "killed {0} times (seed {1}), {2} of them while states were written",
            killed,
            Long.toString(seed),
            whileSampling);
    assertThat(whileSampling).as("kills while sampling, seed %s", seed).isPositive();
    List<double[]> expected = draws("whole");
    List<double[]> draws = draws("killed");
    assertThat(draws).hasSameSizeAs(expected);
    for (int i = 0; i < draws.size(); i++) {
      assertThat(java.util.Arrays.equals(draws.get(i), expected.get(i)))
          .as("array %s, seed %s", i, seed)
          .isTrue();
    }
    assertThat(home.resolve("checkpoints/killed")).doesNotExist();
  }

  private FileTime stateWritten() throws IOException {
    Path state = home.resolve("checkpoints/killed/chain-1.state");
    try {
      return Files.getLastModifiedTime(state);
    } catch (NoSuchFileException e) {
      return FileTime.fromMillis(0);
    }
  }

  private void awaitState(ProgramProcess run, FileTime before) throws Exception {
    while (run.process().isAlive() && stateWritten().equals(before)) {
      Thread.sleep(2);
    }
  }

  private List<double[]> draws(String version) throws IOException {
    List<double[]> numbers = new ArrayList<>();
    try (TraceSource trace =
        new TraceFiles().open(home.resolve("models").resolve(version).resolve("trace.nc"))) {
      for (int chain = 0; chain < trace.chains(); chain++) {
        for (Parameter parameter : trace.schema().parameters()) {
          numbers.add(trace.read(parameter.name(), chain, 0, trace.draws()));
        }
        for (Stat stat : Stat.values()) {
          numbers.add(trace.stat(stat.fileName(), chain));
        }
      }
    }
    return numbers;
  }
}
