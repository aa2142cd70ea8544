/// Writes InferenceData as netCDF-4 through the HDF5 library.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The first engine: groups, text coordinates, chunks, shuffle and deflate.
final class Hdf5Engine implements TraceEngine {
  @Override
  public String name() {
    return "netCDF-4 by HDF5";
  }

  @Override
  public void write(TraceSource trace, Map<String, String> attributes, Path file)
      throws IOException {
    try (Hdf5 hdf5 = new Hdf5(file)) {
      writeAttributes(hdf5, hdf5.root(), attributes);
      Group posterior = new Group(hdf5, trace, "posterior", 0);
      writeAttributes(hdf5, posterior.id, attributes);
      for (Parameter parameter : trace.schema().parameters()) {
        posterior.dimensions(parameter);
      }
      posterior.extraCoordinates();
      for (Parameter parameter : trace.schema().parameters()) {
        writeDraws(hdf5, posterior, trace, parameter);
      }
      posterior.close();
      Group stats = new Group(hdf5, trace, "sample_stats", posterior.sets.size());
      writeAttributes(hdf5, stats.id, attributes);
      for (Stat stat : Stat.values()) {
        writeStat(hdf5, stats, trace, stat);
      }
      stats.close();
    }
  }

  private static void writeAttributes(Hdf5 hdf5, long object, Map<String, String> attributes)
      throws IOException {
    for (Map.Entry<String, String> entry : attributes.entrySet()) {
      hdf5.attribute(object, entry.getKey(), entry.getValue());
    }
  }

  private static void writeDraws(Hdf5 hdf5, Group group, TraceSource trace, Parameter parameter)
      throws IOException {
    int[] own = parameter.shape();
    long[] shape = new long[2 + own.length];
    shape[0] = trace.chains();
    shape[1] = trace.draws();
    for (int i = 0; i < own.length; i++) {
      shape[2 + i] = own[i];
    }
    Chunking chunking = Chunking.of(parameter, trace.draws());
    long set = hdf5.chunked(group.id, parameter.name(), shape, chunking.shape(parameter));
    int leading = own.length == 0 ? 1 : own[0];
    int columns = (leading + chunking.rows() - 1) / chunking.rows();
    for (int chain = 0; chain < trace.chains(); chain++) {
      for (int first = 0; first < trace.draws(); first += chunking.draws()) {
        int count = Math.min(chunking.draws(), trace.draws() - first);
        double[] slice = trace.read(parameter.name(), chain, first, count);
        List<byte[]> packed =
            IntStream.range(0, columns)
                .parallel()
                .mapToObj(column -> pack(slice, count, parameter.size(), chunking, column))
                .toList();
        for (int column = 0; column < columns; column++) {
          long[] offset = new long[shape.length];
          offset[0] = chain;
          offset[1] = first;
          if (own.length > 0) {
            offset[2] = (long) column * chunking.rows();
          }
          hdf5.chunk(set, offset, packed.get(column));
        }
      }
    }
    group.attach(set, parameter.dims());
    String extra = group.extrasAlong(parameter.dims());
    if (!extra.isEmpty()) {
      hdf5.attribute(set, "coordinates", extra);
    }
    hdf5.closeSet(set);
  }

  /// One chunk, padded with zeros where it reaches over the edge.
  private static byte[] pack(double[] slice, int count, int size, Chunking chunking, int column) {
    int width = chunking.rows() * chunking.rowSize();
    int from = column * width;
    int length = Math.min(width, size - from);
    double[] chunk = new double[chunking.draws() * width];
    for (int draw = 0; draw < count; draw++) {
      System.arraycopy(slice, draw * size + from, chunk, draw * width, length);
    }
    return ChunkCodec.encode(chunk);
  }

  private static void writeStat(Hdf5 hdf5, Group group, TraceSource trace, Stat stat)
      throws IOException {
    double[] values = new double[Math.multiplyExact(trace.chains(), trace.draws())];
    for (int chain = 0; chain < trace.chains(); chain++) {
      double[] own = trace.stat(stat.fileName(), chain);
      if (own.length != trace.draws()) {
        return;
      }
      System.arraycopy(own, 0, values, chain * own.length, own.length);
    }
    long[] shape = {trace.chains(), trace.draws()};
    long set = hdf5.plain(group.id, stat.fileName(), stat.kind(), shape, values);
    group.attach(set, List.of());
    if (stat.kind() == Stat.Kind.BOOLEAN) {
      // What xarray writes for, and reads as, truth values.
      hdf5.attribute(set, "dtype", "bool");
    }
    hdf5.closeSet(set);
  }

  /// A group with its dimensions, each with a coordinate variable.
  private static final class Group {
    final long id;
    final Map<String, Long> sets = new LinkedHashMap<>();
    private final Hdf5 hdf5;
    private final TraceSource trace;
    private final int firstNumber;

    Group(Hdf5 hdf5, TraceSource trace, String name, int firstNumber) throws IOException {
      this.hdf5 = hdf5;
      this.trace = trace;
      this.firstNumber = firstNumber;
      id = hdf5.group(name);
      dimension("chain", trace.chains());
      dimension("draw", trace.draws());
    }

    void dimensions(Parameter parameter) throws IOException {
      for (int axis = 0; axis < parameter.shape().length; axis++) {
        dimension(parameter.dims().get(axis), parameter.shape()[axis]);
      }
    }

    private void dimension(String dim, int length) throws IOException {
      if (sets.containsKey(dim)) {
        return;
      }
      Coordinate coordinate = trace.schema().coordinate(dim).orElseGet(() -> count(dim, length));
      long set = write(coordinate);
      hdf5.makeDimension(set, dim, firstNumber + sets.size());
      sets.put(dim, set);
    }

    private static Coordinate count(String dim, int length) {
      return Coordinate.ofIds(dim, dim, IntStream.range(0, length).asLongStream().toArray());
    }

    private long write(Coordinate coordinate) throws IOException {
      List<String> labels = coordinate.labels();
      long[] ids = coordinate.ids();
      return labels != null
          ? hdf5.texts(id, coordinate.name(), labels)
          : hdf5.longs(id, coordinate.name(), ids == null ? new long[0] : ids);
    }

    void extraCoordinates() throws IOException {
      for (Coordinate coordinate : trace.schema().coordinates()) {
        Long dim = sets.get(coordinate.dim());
        if (dim != null && !coordinate.name().equals(coordinate.dim())) {
          long set = write(coordinate);
          hdf5.attach(set, dim, 0);
          hdf5.closeSet(set);
        }
      }
    }

    /// Names of the extra coordinates along these dimensions, as CF's `coordinates` lists them.
    String extrasAlong(List<String> dims) {
      return String.join(
          " ",
          trace.schema().coordinates().stream()
              .filter(c -> !c.name().equals(c.dim()) && dims.contains(c.dim()))
              .map(Coordinate::name)
              .toList());
    }

    void attach(long set, List<String> dims) throws IOException {
      List<String> all = new ArrayList<>(Arrays.asList("chain", "draw"));
      all.addAll(dims);
      for (int axis = 0; axis < all.size(); axis++) {
        Long dim = sets.get(all.get(axis));
        if (dim == null) {
          throw new IOException("dimension " + all.get(axis) + " is missing");
        }
        hdf5.attach(set, dim, axis);
      }
    }

    void close() throws IOException {
      for (long set : sets.values()) {
        hdf5.closeSet(set);
      }
    }
  }
}
