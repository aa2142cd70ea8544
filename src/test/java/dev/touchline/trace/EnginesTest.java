/// Every engine writes the same trace, and every reader reads it.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {
  @TempDir private Path folder;

  private enum Engine {
    HDF5,
    LIBNETCDF,
    NETCDF3;

    TraceEngine make() {
      assumeTrue(
          this != LIBNETCDF || libraryPresent(),
          "SKIPPED: no libnetcdf is installed here, so its engine is not tried");
      return switch (this) {
        case HDF5 -> new Hdf5Engine();
        case LIBNETCDF -> new NetcdfCEngine();
        case NETCDF3 -> new Netcdf3Engine();
      };
    }
  }

  private static boolean libraryPresent() {
    try (NetcdfLibrary _ = NetcdfLibrary.open()) {
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }

  private Path write(Engine engine, TraceContents contents) {
    Path file = folder.resolve("trace.nc");
    TraceEngine made = engine.make();
    assertThat(new TraceFiles(List.of(made)).write(contents, file)).isEqualTo(made.name());
    return file;
  }

  /// A warm-up, whole numbers for each draw, counts, ids, texts and an empty variable.
  private static TraceContents contents(InMemoryTrace trace) {
    TraceSchema counts =
        new TraceSchema(
            List.of(new Parameter("goals", List.of("row"), new int[] {5})), List.of(), Map.of());
    double[][] drawn = new double[trace.chains()][trace.draws() * 5];
    for (int chain = 0; chain < drawn.length; chain++) {
      Arrays.setAll(drawn[chain], i -> i % 7);
    }
    return new TraceContents(
        trace,
        List.of(
            new TraceContents.DrawGroup(
                "warmup_posterior", "warmup_sample_stats", ValueKind.REAL, trace),
            new TraceContents.DrawGroup(
                "posterior_predictive",
                "",
                ValueKind.INTEGER,
                new InMemoryTrace(
                    counts, trace.chains(), trace.draws(), Map.of("goals", drawn), Map.of()))),
        List.of(
            new TraceContents.DataGroup(
                "constant_data",
                List.of(Coordinate.ofLabels("feature", "feature", List.of("form", "größe"))),
                List.of(
                    new GroupVariable.Numbers(
                        "features",
                        List.of("row", "feature"),
                        new int[] {3, 2},
                        ValueKind.REAL,
                        new double[] {1, 2, 3, 4, 5, Double.NaN}),
                    new GroupVariable.Ids(
                        "match_id", "row", new long[] {7_000_000_000_000L, -1, 3}),
                    new GroupVariable.Texts("match_date", "row", List.of("2018-06-14", "", "ö")),
                    new GroupVariable.Ids("validation_match_id", "validation_row", new long[0])))));
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberComesBack(Engine engine) {
    for (int[] size : new int[][] {{1, 1, 1}, {2, 7, 1}, {3, 256, 2}, {2, 600, 61}}) {
      InMemoryTrace trace = Samples.trace(Samples.schema(size[2]), size[0], size[1]);
      Path file = write(engine, contents(trace));
      try (TraceSource read = new TraceFiles().open(file)) {
        same(read, trace);
      }
    }
  }

  private static void same(TraceSource read, InMemoryTrace trace) {
    assertThat(read.schema().parameters()).isEqualTo(trace.schema().parameters());
    for (Coordinate expected : trace.schema().coordinates()) {
      Coordinate found = read.schema().coordinate(expected.name()).orElseThrow();
      assertThat(found.dim()).isEqualTo(expected.dim());
      assertThat(found.ids()).isEqualTo(expected.ids());
      assertThat(found.labels()).isEqualTo(expected.labels());
    }
    assertThat(read.schema().attributes())
        .containsAllEntriesOf(trace.schema().attributes())
        .containsEntry("inference_library", "touchline")
        .containsKey("written_by");
    for (int chain = 0; chain < trace.chains(); chain++) {
      for (Parameter parameter : trace.schema().parameters()) {
        assertThat(read.read(parameter.name(), chain, 0, trace.draws()))
            .isEqualTo(trace.read(parameter.name(), chain, 0, trace.draws()));
        int some = Math.max(1, parameter.size() / 2);
        assertThat(read.readScalars(parameter.name(), chain, parameter.size() - some, some))
            .isEqualTo(trace.readScalars(parameter.name(), chain, parameter.size() - some, some));
        int[] chosen = {0, trace.draws() / 2, trace.draws() - 1};
        assertThat(read.readDraws(parameter.name(), chain, chosen))
            .isEqualTo(trace.readDraws(parameter.name(), chain, chosen));
      }
      for (Stat stat : Stat.values()) {
        assertThat(read.stat(stat.fileName(), chain)).isEqualTo(trace.stat(stat.fileName(), chain));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesAreNoLargerThanEstimated(Engine engine) throws IOException {
    InMemoryTrace trace = Samples.trace(Samples.schema(400), 4, 200);
    write(engine, TraceContents.of(trace));
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(TraceFiles.estimateBytes(trace.schema(), 4, 200));
  }

  @ParameterizedTest
  @EnumSource
  void aFailedWriteLeavesNothing(Engine engine) throws IOException {
    InMemoryTrace trace = Samples.trace(Samples.schema(4), 2, 30);
    InMemoryTrace broken = new InMemoryTrace(trace.schema(), 2, 30, Map.of(), trace.stats());
    TraceFiles files = new TraceFiles(List.of(engine.make()));
    assertThat(catchThrowable(() -> files.write(broken, folder.resolve("trace.nc"))))
        .isInstanceOf(RuntimeException.class);
    assertThat(files()).isEmpty();
    write(engine, TraceContents.of(trace)); // the library still works
  }

  @Test
  void anEngineThatFailsLeavesNoFilesToTheNext() throws IOException {
    TraceEngine half =
        new TraceEngine() {
          @Override
          public String name() {
            return "an engine that breaks off";
          }

          @Override
          public void write(TraceContents contents, Map<String, String> attributes, PartFiles parts)
              throws IOException {
            Files.writeString(parts.main(), "x".repeat(1 << 20));
            Files.writeString(parts.companion("log_likelihood"), "x");
            throw new IOException("the library said no");
          }
        };
    InMemoryTrace trace = Samples.trace(Samples.schema(2), 1, 5);
    Path file = folder.resolve("trace.nc");
    assertThat(new TraceFiles(List.of(half, new Netcdf3Engine())).write(trace, file))
        .isEqualTo("netCDF-3 by netCDF-Java");
    assertThat(files().stream().map(path -> path.getFileName().toString()))
        .containsExactlyInAnyOrder("trace.nc", "trace.sample_stats.nc");
    try (TraceSource read = new TraceFiles().open(file)) {
      same(read, trace);
    }
  }

  @Test
  void filesOfOneTraceMustBelongTogether() throws IOException {
    InMemoryTrace trace = Samples.trace(Samples.schema(4), 2, 30);
    Path file = write(Engine.NETCDF3, contents(trace));
    Path stats = folder.resolve("trace.sample_stats.nc");
    byte[] good = Files.readAllBytes(stats);

    assertThat(refused(stats)).contains("holds the group sample_stats");
    Files.delete(stats);
    assertThat(refused(file)).contains("trace.sample_stats.nc, which belongs to it, is missing");
    byte[] flipped = good.clone();
    flipped[good.length / 2] ^= 4;
    Files.write(stats, flipped);
    assertThat(refused(file)).contains("trace.sample_stats.nc is damaged");
    Files.write(stats, Files.readAllBytes(folder.resolve("trace.warmup_sample_stats.nc")));
    assertThat(refused(file)).contains("not the file that belongs to it");
    Files.write(stats, good);
    try (TraceSource read = new TraceFiles().open(file)) {
      same(read, trace);
    }
  }

  /// As another program's file: without seals and further groups.
  @Test
  void mutationsOfUnsealedNetcdf3NeverCrash() throws IOException {
    InMemoryTrace trace = Samples.trace(Samples.schema(4), 2, 30);
    InMemoryTrace bare = new InMemoryTrace(trace.schema(), 2, 30, trace.values(), Map.of());
    byte[] sealed = Files.readAllBytes(write(Engine.NETCDF3, TraceContents.of(bare)));
    byte[] good = Arrays.copyOf(sealed, sealed.length - 60);
    Path file = folder.resolve("other.nc");
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 150; i++) {
      byte[] bad = good.clone();
      if (i % 3 == 2) {
        bad = Arrays.copyOf(good, random.nextInt(1, good.length));
      } else {
        bad[random.nextInt(i % 3 == 0 ? 3000 : bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, bad);
      boolean cut = i % 3 == 2;
      Throwable thrown = catchThrowable(() -> readAll(file));
      assertThat(thrown == null || thrown instanceof Fault).as("%s", thrown).isTrue();
      assertThat(thrown != null || !cut).as("cut file %d is noticed", i).isTrue();
    }
  }

  private static void readAll(Path file) {
    try (TraceSource read = new TraceFiles().open(file)) {
      for (Parameter parameter : read.schema().parameters()) {
        for (int chain = 0; chain < read.chains(); chain++) {
          read.read(parameter.name(), chain, 0, read.draws());
        }
      }
    }
  }

  private static String refused(Path file) {
    Fault fault = (Fault) catchThrowable(() -> new TraceFiles().open(file));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault.remedy()).isNotBlank();
    return fault.getMessage();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }
}
