/// Trace files that were cut, changed, or never were traces: always a sentence, never a crash, a
/// hang or a wrong number.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.predict.Predictor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `-Dtouchline.mutations=100` tries so many of each kind, as docs/traces.md tells; fewer in every
/// build.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedTracesTest {
  private static final int EACH = Integer.getInteger("touchline.mutations", 25);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// What became of a file: a fault's sentence, or the largest R-hat that was told.
  private record Outcome(String sentence, double maxRhat) {}

  private interface Mutation {
    byte[] apply(byte[] whole, SplittableRandom random);
  }

  @SuppressWarnings("NullAway.Init")
  private Path own;

  @SuppressWarnings("NullAway.Init")
  private Path metadata;

  @BeforeAll
  void train(@TempDir Path home) throws IOException {
    try (Workspace workspace = Runs.workspace(home)) {
      Path folder =
          new Trainer(workspace)
              .train(Runs.request("whole"), TrainListener.NONE, StopSignal.NEVER)
              .folder();
      own = Files.createTempFile("own", ".nc");
      metadata = Files.createTempFile("own", ".json");
      Files.write(own, Files.readAllBytes(Objects.requireNonNull(folder).resolve("trace.nc")));
      Files.write(metadata, Files.readAllBytes(folder.resolve("metadata.json")));
    }
  }

  private static Path foreign(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(DamagedTracesTest.class.getResource("/golden/foreign/" + name))
            .toURI());
  }

  private static byte[] cut(byte[] whole, SplittableRandom random) {
    return Arrays.copyOf(whole, random.nextInt(1, whole.length));
  }

  private static byte[] flip(byte[] whole, SplittableRandom random) {
    byte[] changed = whole.clone();
    int flips = random.nextInt(4) == 0 ? 200 : 1;
    // Half of them where the file's own structure begins.
    int end = random.nextBoolean() ? whole.length : Math.min(whole.length, 20_000);
    for (int i = 0; i < flips; i++) {
      changed[random.nextInt(end)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private static byte[] other(byte[] whole, SplittableRandom random) {
    byte[] noise = new byte[random.nextInt(1, 5_000)];
    random.nextBytes(noise);
    byte[] start =
        switch (random.nextInt(6)) {
          case 0 -> "PK\3\4".getBytes(StandardCharsets.ISO_8859_1);
          case 1 -> "CDF\2".getBytes(StandardCharsets.ISO_8859_1);
          case 2 -> "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
          case 3 -> Arrays.copyOf(whole, 8); // the signature alone is right
          case 4 -> Arrays.copyOf(whole, Math.min(whole.length, 600));
          default -> new byte[0];
        };
    byte[] all = Arrays.copyOf(start, start.length + noise.length);
    System.arraycopy(noise, 0, all, start.length, noise.length);
    return all;
  }

  @Test
  void ownFilesAreRefusedWhateverHappenedToThem(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(own);
    assertThat(judge(own).sentence()).isEmpty();
    SplittableRandom random = new SplittableRandom(20180614);
    for (Mutation mutation :
        new Mutation[] {
          DamagedTracesTest::cut, DamagedTracesTest::flip, DamagedTracesTest::other
        }) {
      for (int i = 0; i < EACH; i++) {
        Path file = folder.resolve("trace" + i + ".nc");
        Files.write(file, mutation.apply(whole, random));
        Outcome diagnosed = judge(file);
        // A byte within the checksum's own line makes it a file without one.
        if (diagnosed.sentence().isEmpty()) {
          assertThat(diagnosed).as("mutation %d", i).isEqualTo(judge(own));
        }
        Outcome predicted = open(metadata, file);
        assertThat(predicted.sentence().isEmpty()).isEqualTo(diagnosed.sentence().isEmpty());
        Files.delete(file);
      }
    }
  }

  @Test
  void filesOfOthersNeverCrashNorHang(@TempDir Path folder) throws IOException, URISyntaxException {
    SplittableRandom random = new SplittableRandom(1914);
    int refused = 0;
    for (String name : new String[] {"nutpie.nc", "numpyro.nc"}) {
      byte[] whole = Files.readAllBytes(foreign(name));
      for (Mutation mutation :
          new Mutation[] {
            DamagedTracesTest::cut, DamagedTracesTest::flip, DamagedTracesTest::other
          }) {
        for (int i = 0; i < EACH; i++) {
          Path file = folder.resolve("foreign" + i + ".nc");
          Files.write(file, mutation.apply(whole, random));
          refused += judge(file).sentence().isEmpty() ? 0 : 1;
          open(foreign("metadata.json"), file);
          Files.delete(file);
        }
      }
    }
    // Without a checksum a changed number goes unseen; a file that was cut or is another does not.
    assertThat(refused).isGreaterThanOrEqualTo(4 * EACH * 9 / 10);
  }

  @Test
  void anEmptyFileAndAFolderAreSaidToBeSo(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.nc"));
    assertThat(judge(empty).sentence()).contains("empty.nc").contains("it is empty");
    assertThat(judge(folder).sentence()).contains("it is a folder");
    assertThat(judge(folder.resolve("none.nc")).sentence()).contains("there is no such file");
  }

  private static Outcome judge(Path file) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try {
            ConvergenceReport report = TraceDiagnosis.diagnose(file, 1.05, 1);
            return new Outcome("", report.maxRhat());
          } catch (Fault fault) {
            return outcome(fault);
          }
        });
  }

  private static Outcome open(Path metadata, Path file) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try (Predictor predictor = Predictor.open(metadata, file, 100)) {
            return new Outcome("", predictor.samples());
          } catch (Fault fault) {
            return outcome(fault);
          }
        });
  }

  private static Outcome outcome(Fault fault) {
    assertThat(fault.kind()).as(fault.getMessage()).isIn(Fault.Kind.STORAGE, Fault.Kind.DATA);
    assertThat(fault.remedy()).isNotBlank();
    assertThat(fault.getMessage()).doesNotContain("Exception");
    return new Outcome(fault.getMessage(), Double.NaN);
  }
}
