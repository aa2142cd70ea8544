/// One variable (chain, draw, …) of an open HDF5 file.
package dev.touchline.trace;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Reads slices of a variable as doubles.
final class Hdf5Variable implements FileVariable {
  private static final int KEPT_CHUNKS = 64;
  private static final int KEPT_BYTES = 1 << 25;

  private final Dataset dataset;
  private final List<String> dims;
  private final int[] shape;
  private final int[] chunk;

  /// Chunks read last, newest first: neighbouring slices touch the same ones.
  private final Deque<Kept> kept = new ArrayDeque<>();

  private record Kept(int[] offset, double[] values) {}

  Hdf5Variable(Dataset dataset, List<String> dims) {
    this.dataset = dataset;
    this.dims = dims;
    shape = dataset.getDimensions();
    boolean plainDoubles =
        dataset.getDataType() instanceof FloatingPoint type && type.getSize() == Double.BYTES;
    chunk =
        dataset instanceof ChunkedDataset chunked && plainDoubles
            ? chunked.getChunkDimensions()
            : new int[0];
  }

  @Override
  public String name() {
    String name = dataset.getName();
    return name.startsWith(Hdf5Layout.NOT_COORDINATE)
        ? name.substring(Hdf5Layout.NOT_COORDINATE.length())
        : name;
  }

  @Override
  public List<String> dims() {
    return dims.subList(2, dims.size());
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public int rowsOfChunk() {
    if (shape.length < 3) {
      return 1;
    }
    return chunk.length > 2 ? chunk[2] : shape[2];
  }

  @Override
  public int drawsOfChunk() {
    return dataset instanceof ChunkedDataset chunked
        ? Math.max(1, chunked.getChunkDimensions()[1])
        : 1;
  }

  @Override
  public double[] read(int chain, int firstDraw, int count, int firstRow, int rows) throws Damaged {
    int[] from = new int[shape.length];
    int[] length = shape.clone();
    from[0] = chain;
    length[0] = 1;
    from[1] = firstDraw;
    length[1] = count;
    if (shape.length > 2) {
      from[2] = firstRow;
      length[2] = rows;
    }
    long size = Arrays.stream(length).asLongStream().reduce(1, Math::multiplyExact);
    if (size > Integer.MAX_VALUE - 8) {
      throw new Damaged("a slice of " + name() + " has " + size + " numbers");
    }
    if (size == 0) {
      return new double[0];
    }
    return chunk.length == 0
        ? whole(from, length, (int) size)
        : chunks((ChunkedDataset) dataset, from, length, (int) size);
  }

  private double[] whole(int[] from, int[] length, int size) throws Damaged {
    Object nested = dataset.getData(Arrays.stream(from).asLongStream().toArray(), length.clone());
    double[] values = new double[size];
    if (Nested.copy(nested, values, 0) != size) {
      throw new Damaged("a slice of " + name() + " has another size than it should");
    }
    return values;
  }

  /// Copies from every chunk that the slice touches.
  private double[] chunks(ChunkedDataset chunked, int[] from, int[] length, int size)
      throws Damaged {
    int rank = from.length;
    double[] target = new double[size];
    int[] at = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      at[axis] = from[axis] / chunk[axis] * chunk[axis];
    }
    int[] start = at.clone();
    while (true) {
      copy(chunk(chunked, at), at, from, length, target);
      int axis = rank - 1;
      while (axis >= 0) {
        at[axis] += chunk[axis];
        if (at[axis] < from[axis] + length[axis]) {
          break;
        }
        at[axis] = start[axis];
        axis--;
      }
      if (axis < 0) {
        return target;
      }
    }
  }

  private double[] chunk(ChunkedDataset chunked, int[] at) throws Damaged {
    for (Kept one : kept) {
      if (Arrays.equals(one.offset, at)) {
        return one.values;
      }
    }
    byte[] bytes = chunked.getDecompressedChunk(at.clone());
    int size = Arrays.stream(chunk).reduce(1, Math::multiplyExact);
    if (bytes.length != size * Double.BYTES) {
      throw new Damaged("a chunk of " + name() + " has another size than it should");
    }
    ByteOrder order = ((FloatingPoint) dataset.getDataType()).getByteOrder();
    double[] values = new double[size];
    ByteBuffer.wrap(bytes).order(order).asDoubleBuffer().get(values);
    kept.addFirst(new Kept(at.clone(), values));
    int most = Math.clamp(KEPT_BYTES / ((long) size * Double.BYTES), 1, KEPT_CHUNKS);
    while (kept.size() > most) {
      kept.removeLast();
    }
    return values;
  }

  /// Copies the part of a chunk that lies in the slice, run by run of the last axis.
  private void copy(double[] values, int[] at, int[] from, int[] length, double[] target) {
    int rank = at.length;
    int[] low = new int[rank];
    int[] high = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      low[axis] = Math.max(at[axis], from[axis]);
      high[axis] = Math.min(at[axis] + chunk[axis], from[axis] + length[axis]);
    }
    int[] index = low.clone();
    int last = rank - 1;
    int run = high[last] - low[last];
    while (true) {
      int source = 0;
      int sink = 0;
      for (int axis = 0; axis < rank; axis++) {
        source = source * chunk[axis] + index[axis] - at[axis];
        sink = sink * length[axis] + index[axis] - from[axis];
      }
      System.arraycopy(values, source, target, sink, run);
      int axis = last - 1;
      while (axis >= 0 && ++index[axis] == high[axis]) {
        index[axis] = low[axis];
        axis--;
      }
      if (axis < 0) {
        return;
      }
    }
  }
}
