/// Hundreds of trainings leave nothing behind, in one process and one after the other.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.Home;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// `-Dtouchline.trainings=500` trains as often as that each way, on 112 rows with two short chains;
/// `--keep 3` clears old versions. What was seen goes to `target/faults/soak-*.csv`, which
/// [SoakChart] draws.
@ExtendWith({TrainedHomes.class, Evidence.class})
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class SoakTest {
  private static final int TRAININGS = Integer.getInteger("touchline.trainings", 24);
  private static final int KEEP = 3;

  /// What was there after a training.
  ///
  /// @param heap megabytes in use after a collection; 0 where the process is gone
  /// @param files open files and sockets; 0 likewise
  /// @param home megabytes of the home
  private record Sample(
      int training, double seconds, double heap, int threads, int files, double home) {}

  @Test
  void inOneProcess(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    List<Sample> samples = new ArrayList<>();
    DateSplit split =
        new DateSplit(
            LocalDate.of(2018, 6, 14), LocalDate.of(2018, 6, 15), LocalDate.of(2018, 6, 16));
    try (Workspace workspace =
        new Workspace(new Home(home.path()), DatabaseAddress.of(null, home.path()))) {
      Trainer trainer = new Trainer(workspace);
      for (int i = 0; i < TRAININGS; i++) {
        long begin = System.nanoTime();
        trainer.train(
            new TrainRequest(
                "s" + i,
                split,
                List.of(Prop.values()),
                List.of(),
                SamplerSettings.defaults().with(2, 100, 100, i),
                3,
                KEEP,
                StopRule.NONE),
            new TrainListener() {},
            StopSignal.NEVER);
        samples.add(sample(i, begin, home.path()));
      }
    }
    write("soak-process.csv", samples);
    flat(samples, Sample::heap, 1.1, 4, "heap");
    flat(samples, Sample::threads, 1, 2, "threads");
    flat(samples, Sample::files, 1, 4, "open files");
    flat(samples, Sample::home, 1.1, 2, "home");
    table.row(
        "many trainings in one process",
        "one after the other",
        TRAININGS,
        "–",
        "heap after a collection, second and last quarter: %.1f and %.1f MB; threads %.0f and %.0f; open files %.0f and %.0f"
            .formatted(
                quarter(samples, Sample::heap, 1),
                quarter(samples, Sample::heap, 3),
                quarter(samples, Sample::threads, 1),
                quarter(samples, Sample::threads, 3),
                quarter(samples, Sample::files, 1),
                quarter(samples, Sample::files, 3)),
        "the newest three versions; the home has %.1f and %.1f MB"
            .formatted(quarter(samples, Sample::home, 1), quarter(samples, Sample::home, 3)));
  }

  @Test
  void byTheCommandLine(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < TRAININGS; i++) {
      long begin = System.nanoTime();
      Ended run =
          home.launch()
              .run(TrainedHomes.training("s" + i, "--keep", "" + KEEP, "--seed", "" + i, "-q"));
      assertThat(run.exit()).as(run.said()).isZero();
      samples.add(
          new Sample(i, (System.nanoTime() - begin) / 1e9, 0, 0, 0, megabytes(home.path())));
    }
    write("soak-commands.csv", samples);
    flat(samples, Sample::home, 1.1, 2, "home");
    Ended sound = home.launch().run("models", "verify");
    assertThat(sound.exit()).as(sound.said()).isZero();
    table.row(
        "many trainings by the command line",
        "one process after the other",
        TRAININGS,
        "0",
        "median seconds of the second and the last quarter: %.2f and %.2f"
            .formatted(quarter(samples, Sample::seconds, 1), quarter(samples, Sample::seconds, 3)),
        "the newest three versions, sound; the home has %.1f and %.1f MB"
            .formatted(quarter(samples, Sample::home, 1), quarter(samples, Sample::home, 3)));
  }

  private static Sample sample(int training, long begin, Path home) throws IOException {
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    int files = 0;
    Path open = Path.of("/proc/self/fd");
    if (Files.isDirectory(open)) {
      try (Stream<Path> list = Files.list(open)) {
        files = (int) list.count();
      }
    }
    return new Sample(training, seconds, heap, threads, files, megabytes(home));
  }

  private static double megabytes(Path home) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes / 1e6;
  }

  /// The last quarter's median is at most the second's times a factor, plus a little.
  private static void flat(
      List<Sample> samples,
      ToDoubleFunction<Sample> figure,
      double factor,
      double more,
      String of) {
    assertThat(quarter(samples, figure, 3))
        .as(of)
        .isLessThanOrEqualTo(factor * quarter(samples, figure, 1) + more);
  }

  private static double quarter(List<Sample> samples, ToDoubleFunction<Sample> figure, int which) {
    int n = samples.size();
    double[] values =
        samples.subList(which * n / 4, (which + 1) * n / 4).stream()
            .mapToDouble(figure)
            .sorted()
            .toArray();
    return values[values.length / 2];
  }

  private static void write(String name, List<Sample> samples) throws IOException {
    StringBuilder text = new StringBuilder("training,seconds,heap,threads,files,home\n");
    for (Sample s : samples) {
      text.append(
          "%d,%.3f,%.2f,%d,%d,%.2f%n"
              .formatted(s.training(), s.seconds(), s.heap(), s.threads(), s.files(), s.home()));
    }
    Files.writeString(
        Files.createDirectories(Path.of("target", "faults")).resolve(name), text.toString());
  }
}
