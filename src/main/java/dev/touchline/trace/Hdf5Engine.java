/// Writes InferenceData as netCDF-4 through the HDF5 library.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.io.IOException;
import java.util.ArrayList;
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
  public void write(TraceContents contents, Map<String, String> attributes, PartFiles parts)
      throws IOException {
    try (Ballast ballast = Ballast.beside(parts.main());
        Hdf5 hdf5 = new Hdf5(parts.main(), ballast)) {
      for (Map.Entry<String, String> entry : attributes.entrySet()) {
        hdf5.attribute(hdf5.root(), entry.getKey(), entry.getValue());
      }
      var posterior =
          new TraceContents.DrawGroup(
              "posterior", "sample_stats", ValueKind.REAL, contents.posterior());
      int number = writeDraws(hdf5, posterior, attributes, 0);
      for (TraceContents.DrawGroup group : contents.draws()) {
        number = writeDraws(hdf5, group, attributes, number);
      }
      for (TraceContents.DataGroup group : contents.data()) {
        number = writeData(hdf5, group, attributes, number);
      }
      hdf5.finish();
    }
  }

  private static int writeDraws(
      Hdf5 hdf5, TraceContents.DrawGroup draws, Map<String, String> attributes, int number)
      throws IOException {
    TraceSource source = draws.source();
    var group = new Hdf5Group(hdf5, draws.name(), source.schema().coordinates(), number);
    group.attributes(attributes);
    group.dimension("chain", source.chains());
    group.dimension("draw", source.draws());
    for (Parameter parameter : source.schema().parameters()) {
      for (int axis = 0; axis < parameter.shape().length; axis++) {
        group.dimension(parameter.dims().get(axis), parameter.shape()[axis]);
      }
    }
    group.extraCoordinates();
    for (Parameter parameter : source.schema().parameters()) {
      writeParameter(hdf5, group, source, parameter, draws.kind());
    }
    group.close();
    return draws.statsName().isEmpty()
        ? group.nextNumber()
        : writeStats(hdf5, draws.statsName(), source, attributes, group.nextNumber());
  }

  private static void writeParameter(
      Hdf5 hdf5, Hdf5Group group, TraceSource source, Parameter parameter, ValueKind kind)
      throws IOException {
    int[] own = parameter.shape();
    long[] shape = new long[2 + own.length];
    shape[0] = source.chains();
    shape[1] = source.draws();
    for (int i = 0; i < own.length; i++) {
      shape[2 + i] = own[i];
    }
    Chunking chunking = Chunking.of(parameter, source.draws());
    long set = hdf5.chunked(group.id(), parameter.name(), kind, shape, chunking.shape(parameter));
    int leading = own.length == 0 ? 1 : own[0];
    int columns = (leading + chunking.rows() - 1) / chunking.rows();
    for (int chain = 0; chain < source.chains(); chain++) {
      for (int first = 0; first < source.draws(); first += chunking.draws()) {
        int count = Math.min(chunking.draws(), source.draws() - first);
        double[] slice = source.read(parameter.name(), chain, first, count);
        List<byte[]> packed =
            IntStream.range(0, columns)
                .parallel()
                .mapToObj(column -> pack(slice, count, parameter.size(), chunking, column, kind))
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
    List<String> dims = new ArrayList<>(List.of("chain", "draw"));
    dims.addAll(parameter.dims());
    group.finish(set, dims);
  }

  /// One chunk, padded with zeros where it reaches over the edge.
  private static byte[] pack(
      double[] slice, int count, int size, Chunking chunking, int column, ValueKind kind) {
    int width = chunking.rows() * chunking.rowSize();
    int from = column * width;
    int length = Math.min(width, size - from);
    double[] chunk = new double[chunking.draws() * width];
    for (int draw = 0; draw < count; draw++) {
      System.arraycopy(slice, draw * size + from, chunk, draw * width, length);
    }
    return kind == ValueKind.REAL ? ChunkCodec.encode(chunk) : ChunkCodec.encodeIntegers(chunk);
  }

  private static int writeStats(
      Hdf5 hdf5, String name, TraceSource source, Map<String, String> attributes, int number)
      throws IOException {
    var group = new Hdf5Group(hdf5, name, List.of(), number);
    group.attributes(attributes);
    group.dimension("chain", source.chains());
    group.dimension("draw", source.draws());
    for (Stat stat : Stat.values()) {
      writeStat(hdf5, group, source, stat);
    }
    group.close();
    return group.nextNumber();
  }

  private static void writeStat(Hdf5 hdf5, Hdf5Group group, TraceSource source, Stat stat)
      throws IOException {
    double[] values = new double[Math.multiplyExact(source.chains(), source.draws())];
    for (int chain = 0; chain < source.chains(); chain++) {
      double[] own = source.stat(stat.fileName(), chain);
      if (own.length != source.draws()) {
        return;
      }
      System.arraycopy(own, 0, values, chain * own.length, own.length);
    }
    long[] shape = {source.chains(), source.draws()};
    long[] chunk = {1, source.draws()};
    long set = hdf5.plain(group.id(), stat.fileName(), stat.kind(), shape, chunk, values);
    if (stat.kind() == ValueKind.BOOLEAN) {
      // What xarray writes for, and reads as, truth values.
      hdf5.attribute(set, "dtype", "bool");
    }
    group.finish(set, List.of("chain", "draw"));
  }

  private static int writeData(
      Hdf5 hdf5, TraceContents.DataGroup data, Map<String, String> attributes, int number)
      throws IOException {
    var group = new Hdf5Group(hdf5, data.name(), data.coordinates(), number);
    group.attributes(attributes);
    for (GroupVariable variable : data.variables()) {
      for (int axis = 0; axis < variable.shape().length; axis++) {
        group.dimension(variable.dims().get(axis), variable.shape()[axis]);
      }
    }
    group.extraCoordinates();
    for (GroupVariable variable : data.variables()) {
      long set =
          switch (variable) {
            case GroupVariable.Numbers numbers -> writeNumbers(hdf5, group, numbers);
            case GroupVariable.Ids ids -> hdf5.longs(group.id(), ids.name(), ids.values());
            case GroupVariable.Texts texts -> hdf5.texts(group.id(), texts.name(), texts.values());
          };
      group.finish(set, variable.dims());
    }
    group.close();
    return group.nextNumber();
  }

  private static long writeNumbers(Hdf5 hdf5, Hdf5Group group, GroupVariable.Numbers numbers)
      throws IOException {
    long[] shape = new long[numbers.shape().length];
    long[] chunk = new long[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = numbers.shape()[axis];
      chunk[axis] = axis == 0 ? Math.min(shape[axis], Chunking.ROWS) : shape[axis];
    }
    return hdf5.plain(group.id(), numbers.name(), numbers.kind(), shape, chunk, numbers.values());
  }
}
