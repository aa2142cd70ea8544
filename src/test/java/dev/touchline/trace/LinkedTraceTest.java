/// Trace files of others that point to further files: those are never read.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.hdf5.global.hdf5.*;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of another sampler, changed by the HDF5 library itself: a link into another file, and
/// numbers that lie in another file.
class LinkedTraceTest {
  private static final Path GOOD = Path.of("src/test/resources/golden/trace/arviz-netcdf4.nc");
  private static final double SECRET = 271828.25;

  @TempDir Path folder;

  private interface Change {
    void of(long file) throws IOException;
  }

  private Path changed(Change change) throws IOException {
    Path path = Files.copy(GOOD, folder.resolve("changed.nc"));
    H5open();
    long file = H5Fopen(new BytePointer(path.toString()), H5F_ACC_RDWR(), H5P_DEFAULT());
    assertThat(file).isPositive();
    change.of(file);
    assertThat(H5Fclose(file)).isNotNegative();
    return path;
  }

  /// Name, chains and draws of the file's first parameter.
  private record First(String name, int chains, int draws) {
    static First of(Path file) {
      try (TraceSource trace = new TraceFiles().open(file)) {
        return new First(
            trace.schema().parameters().getFirst().name(), trace.chains(), trace.draws());
      }
    }
  }

  @Test
  void aGroupInAnotherFileIsNotThere() throws IOException {
    Path other = Files.copy(GOOD, folder.resolve("other.nc"));
    Path file =
        changed(
            id -> {
              assertThat(H5Ldelete(id, new BytePointer("posterior"), H5P_DEFAULT())).isZero();
              link(id, other, "/posterior", "posterior");
            });
    assertThatThrownBy(() -> new TraceFiles().open(file))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("changed.nc")
        .hasMessageContaining("it has no group posterior");
  }

  @Test
  void aVariableInAnotherFileIsNotThere() throws IOException {
    String name = First.of(GOOD).name();
    Path other = Files.copy(GOOD, folder.resolve("other.nc"));
    Path file = changed(id -> link(id, other, "/posterior/" + name, "posterior/stolen"));
    try (TraceSource trace = new TraceFiles().open(file)) {
      assertThat(trace.schema().parameters()).extracting(p -> p.name()).doesNotContain("stolen");
      assertThatThrownBy(() -> trace.read("stolen", 0, 0, 1)).isInstanceOf(RuntimeException.class);
    }
  }

  private static void link(long file, Path other, String object, String name) {
    int made =
        H5Lcreate_external(
            new BytePointer(other.toAbsolutePath().toString()),
            new BytePointer(object),
            file,
            new BytePointer(name),
            H5P_DEFAULT(),
            H5P_DEFAULT());
    assertThat(made).isZero();
  }

  @Test
  void numbersInAnotherFileAreRefused() throws IOException {
    First first = First.of(GOOD);
    Path inside = changed(id -> variable(id, first, null));
    try (TraceSource trace = new TraceFiles().open(inside)) {
      assertThat(trace.read("more", 0, 0, first.draws())).containsOnly(0);
    }
    Files.delete(inside);

    ByteBuffer bytes =
        ByteBuffer.allocate(first.chains() * first.draws() * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      bytes.putDouble(SECRET);
    }
    Path secret = Files.write(folder.resolve("secret"), bytes.array());
    Path elsewhere = changed(id -> variable(id, first, secret));
    assertThatThrownBy(() -> new TraceFiles().open(elsewhere).close())
        .isInstanceOf(Fault.class)
        .hasMessageContaining("changed.nc");
  }

  /// A further parameter `more`, of zeros, or with its numbers in a file of its own.
  private static void variable(long file, First first, @Nullable Path numbers) {
    long creation = H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g());
    H5Pset_alloc_time(creation, H5D_ALLOC_TIME_EARLY);
    long bytes = (long) first.chains() * first.draws() * Double.BYTES;
    if (numbers != null) {
      assertThat(H5Pset_external(creation, new BytePointer(numbers.toString()), 0, bytes)).isZero();
    }
    long space = H5Screate_simple(2, new long[] {first.chains(), first.draws()}, (long[]) null);
    long set =
        H5Dcreate2(
            file,
            new BytePointer("posterior/more"),
            H5T_IEEE_F64LE_g(),
            space,
            H5P_DEFAULT(),
            creation,
            H5P_DEFAULT());
    assertThat(set).isPositive();
    for (int axis = 0; axis < 2; axis++) {
      String dim = axis == 0 ? "posterior/chain" : "posterior/draw";
      long scale = H5Dopen2(file, new BytePointer(dim), H5P_DEFAULT());
      assertThat(H5DSattach_scale(set, scale, axis)).isZero();
      H5Dclose(scale);
    }
    H5Dclose(set);
    H5Sclose(space);
    H5Pclose(creation);
  }
}
