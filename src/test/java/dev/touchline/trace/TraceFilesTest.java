/// Writing a trace and reading it back, and every way in which a file can be broken.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import org.junit.jupiter.params.provider.ValueSource;

class TraceFilesTest {
  @TempDir private Path folder;

  private final TraceFiles files = new TraceFiles();

  /// Sizes below, at and above one chunk in every direction.
  @ParameterizedTest
  @ValueSource(strings = {"1 1 1", "2 7 1", "3 256 2", "2 600 61"})
  void everyNumberComesBack(String size) {
    int[] numbers = Arrays.stream(size.split(" ")).mapToInt(Integer::parseInt).toArray();
    InMemoryTrace trace = Samples.trace(Samples.schema(numbers[2]), numbers[0], numbers[1]);
    Path file = folder.resolve("trace.nc");
    assertThat(files.write(trace, file)).isEqualTo("netCDF-4 by HDF5");
    try (TraceSource read = files.open(file)) {
      sameDraws(read, trace);
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
          .containsEntry("written_by", "netCDF-4 by HDF5")
          .containsKey("created_at");
    }
  }

  @Test
  void slicesAreThoseOfTheWhole() {
    InMemoryTrace trace = Samples.trace(Samples.schema(61), 2, 600);
    Path file = folder.resolve("trace.nc");
    files.write(trace, file);
    SplittableRandom random = new SplittableRandom(3);
    try (TraceSource read = files.open(file)) {
      for (int i = 0; i < 200; i++) {
        Parameter parameter = trace.schema().parameters().get(random.nextInt(5));
        int chain = random.nextInt(2);
        int first = random.nextInt(600);
        int count = random.nextInt(600 - first + 1);
        assertThat(read.read(parameter.name(), chain, first, count))
            .isEqualTo(trace.read(parameter.name(), chain, first, count));
        int scalar = random.nextInt(parameter.size());
        int scalars = 1 + random.nextInt(parameter.size() - scalar);
        assertThat(read.readScalars(parameter.name(), chain, scalar, scalars))
            .isEqualTo(trace.readScalars(parameter.name(), chain, scalar, scalars));
      }
      SeriesReader ours = new SeriesReader(read);
      SeriesReader theirs = new SeriesReader(trace);
      for (int scalar = 0; scalar < ours.count(); scalar++) {
        assertThat(ours.series(scalar)).isDeepEqualTo(theirs.series(scalar));
      }
    }
  }

  @Test
  void chosenDrawsAreThoseOfTheWhole() {
    InMemoryTrace trace = Samples.trace(Samples.schema(300), 2, 600);
    Path file = folder.resolve("trace.nc");
    files.write(trace, file);
    try (TraceSource read = files.open(file)) {
      for (Parameter parameter : trace.schema().parameters()) {
        for (int[] indices : new int[][] {{}, {0}, {599}, {3, 4, 255, 256, 300, 512, 599}}) {
          assertThat(read.readDraws(parameter.name(), 1, indices))
              .isEqualTo(trace.readDraws(parameter.name(), 1, indices));
        }
      }
    }
  }

  @Test
  void aTraceWithoutStatisticsHasNone() {
    InMemoryTrace full = Samples.trace(Samples.schema(2), 2, 5);
    InMemoryTrace bare = new InMemoryTrace(full.schema(), 2, 5, full.values(), Map.of());
    Path file = folder.resolve("trace.nc");
    files.write(bare, file);
    try (TraceSource read = files.open(file)) {
      assertThat(read.stat("lp", 0)).isEmpty();
    }
  }

  @Test
  void everyMutationIsNoticed() throws IOException {
    Path file = folder.resolve("trace.nc");
    InMemoryTrace trace = Samples.trace(Samples.schema(4), 2, 30);
    files.write(trace, file);
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(5);
    Path broken = folder.resolve("broken.nc");
    for (int i = 0; i < 100; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(broken, bad);
      rightOrFault(broken, trace);
    }
    for (int i = 0; i < 100; i++) {
      Files.write(broken, Arrays.copyOf(good, random.nextInt(good.length)));
      rightOrFault(broken, trace);
    }
  }

  /// Without the seal, as in files of others, nothing but a fault, or numbers, may come.
  @Test
  void mutationsOfUnsealedFilesNeverCrash() throws IOException {
    Path file = folder.resolve("trace.nc");
    InMemoryTrace trace = Samples.trace(Samples.schema(4), 2, 30);
    files.write(trace, file);
    byte[] sealed = Files.readAllBytes(file);
    byte[] good = Arrays.copyOf(sealed, sealed.length - 60);
    SplittableRandom random = new SplittableRandom(6);
    Path broken = folder.resolve("broken.nc");
    for (int i = 0; i < 150; i++) {
      byte[] bad = good.clone();
      // The first half holds most of the structure.
      bad[random.nextInt(i % 2 == 0 ? bad.length / 4 : bad.length)] ^=
          (byte) (1 << random.nextInt(8));
      Files.write(broken, bad);
      Throwable thrown = catchThrowable(() -> readAll(broken));
      assertThat(thrown == null || thrown instanceof Fault).as("%s", thrown).isTrue();
    }
  }

  @Test
  void whatIsNoTraceIsSaidSo() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.nc"));
    Path text = Files.writeString(folder.resolve("text.nc"), "date,player\n".repeat(500));
    Path noise = folder.resolve("noise.nc");
    byte[] bytes = new byte[20_000];
    new SplittableRandom(1).nextBytes(bytes);
    Files.write(noise, bytes);
    for (Path file : List.of(empty, text, noise, folder, folder.resolve("missing.nc"))) {
      Fault fault = (Fault) catchThrowable(() -> files.open(file));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
      assertThat(fault).hasMessageContaining(file.toString());
      assertThat(fault.remedy()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".zgroup", "zarr.json"})
  void aZarrStoreIsToldHowToConvert(String content) throws IOException {
    Path store = Files.createDirectory(folder.resolve("run.zarr"));
    Files.writeString(store.resolve(content), "{}");
    Fault fault = (Fault) catchThrowable(() -> files.open(store));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining("Zarr store");
    assertThat(fault.remedy()).contains("arviz.from_zarr(\"run.zarr\").to_netcdf(\"trace.nc\")");
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNoPart() throws IOException {
    Path file = Files.writeString(folder.resolve("trace.nc"), "old");
    InMemoryTrace trace = Samples.trace(Samples.schema(4), 2, 30);
    InMemoryTrace broken = new InMemoryTrace(trace.schema(), 2, 30, Map.of(), trace.stats());
    assertThatThrownBy(() -> files.write(broken, file)).isInstanceOf(RuntimeException.class);
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(list()).containsExactly("trace.nc");
    // The library still works afterwards.
    files.write(trace, file);
    try (TraceSource read = files.open(file)) {
      sameDraws(read, trace);
    }
  }

  @Test
  void placesThatCannotBeWrittenAreNamed() throws IOException {
    InMemoryTrace trace = Samples.trace(Samples.schema(2), 1, 5);
    Fault missing =
        (Fault) catchThrowable(() -> files.write(trace, folder.resolve("no/such/trace.nc")));
    assertThat(missing.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(missing).hasMessageContaining("does not exist");
    Path directory = Files.createDirectory(folder.resolve("taken.nc"));
    Fault taken = (Fault) catchThrowable(() -> files.write(trace, directory));
    assertThat(taken.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(taken).hasMessageContaining("folder of that name");
    assertThat(list()).containsExactly("taken.nc");
  }

  @Test
  void theNextEngineTakesOver() {
    TraceEngine absent =
        new TraceEngine() {
          @Override
          public String name() {
            return "an engine without its library";
          }

          @Override
          public void write(
              TraceContents contents, Map<String, String> attributes, PartFiles parts) {
            throw new UnsatisfiedLinkError("no hdf5 in java.library.path");
          }
        };
    Path file = folder.resolve("trace.nc");
    InMemoryTrace trace = Samples.trace(Samples.schema(2), 1, 5);
    assertThat(new TraceFiles(List.of(absent, new Hdf5Engine())).write(trace, file))
        .isEqualTo("netCDF-4 by HDF5");
    Fault none = (Fault) catchThrowable(() -> new TraceFiles(List.of(absent)).write(trace, file));
    assertThat(none.kind()).isEqualTo(Fault.Kind.STORAGE);
  }

  private List<String> list() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).toList();
    }
  }

  private void rightOrFault(Path file, InMemoryTrace trace) {
    Throwable thrown =
        catchThrowable(
            () -> {
              try (TraceSource read = files.open(file)) {
                sameDraws(read, trace);
              }
            });
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(Fault.class).hasMessageContaining("broken.nc");
      assertThat(((Fault) thrown).kind()).isEqualTo(Fault.Kind.STORAGE);
    }
  }

  private void readAll(Path file) {
    try (TraceSource read = files.open(file)) {
      for (Parameter parameter : read.schema().parameters()) {
        for (int chain = 0; chain < read.chains(); chain++) {
          read.read(parameter.name(), chain, 0, read.draws());
        }
      }
      for (Stat stat : Stat.values()) {
        read.stat(stat.fileName(), 0);
      }
    }
  }

  private static void sameDraws(TraceSource read, InMemoryTrace trace) {
    assertThat(read.chains()).isEqualTo(trace.chains());
    assertThat(read.draws()).isEqualTo(trace.draws());
    for (int chain = 0; chain < trace.chains(); chain++) {
      for (Parameter parameter : trace.schema().parameters()) {
        assertThat(read.read(parameter.name(), chain, 0, trace.draws()))
            .isEqualTo(trace.read(parameter.name(), chain, 0, trace.draws()));
      }
      for (Stat stat : Stat.values()) {
        assertThat(read.stat(stat.fileName(), chain)).isEqualTo(trace.stat(stat.fileName(), chain));
      }
    }
  }
}
