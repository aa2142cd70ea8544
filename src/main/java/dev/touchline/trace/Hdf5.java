/// The HDF5 library's calls that a trace file needs, with their errors as exceptions.
package dev.touchline.trace;

import static org.bytedeco.hdf5.global.hdf5.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.hdf5.H5E_error2_t;
import org.bytedeco.hdf5.H5E_walk2_t;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/// A new HDF5 file. The native library is one per process and not thread-safe: whoever opens a file
/// holds the lock until it is closed.
final class Hdf5 implements AutoCloseable {
  /// Process-wide, because the library's state is.
  private static final ReentrantLock LIBRARY = new ReentrantLock();

  private final long file;
  private final long text;
  private final Ballast ballast;
  private boolean finished;
  private boolean closed;

  /// @param ballast space beside the file
  Hdf5(Path path, Ballast ballast) throws IOException {
    this.ballast = ballast;
    LIBRARY.lock();
    try {
      H5open();
      H5Eset_auto2(H5E_DEFAULT(), null, null);
      long creation = ordered(H5P_CLS_FILE_CREATE_ID_g());
      long access = check(H5Pcreate(H5P_CLS_FILE_ACCESS_ID_g()), "set up the file");
      H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
      file = check(H5Fcreate(utf8(path.toString()), H5F_ACC_TRUNC(), creation, access), "create");
      H5Pclose(creation);
      H5Pclose(access);
      text = H5Tcopy(H5T_C_S1_g());
      H5Tset_size(text, H5T_VARIABLE());
      H5Tset_cset(text, H5T_CSET_UTF8);
    } catch (Throwable e) {
      LIBRARY.unlock();
      throw e;
    }
  }

  /// Creates a group below the root.
  long group(String name) throws IOException {
    long creation = ordered(H5P_CLS_GROUP_CREATE_ID_g());
    long group = check(H5Gcreate2(file, utf8(name), 0, creation, 0), "create group " + name);
    H5Pclose(creation);
    return group;
  }

  /// The root group.
  long root() {
    return file;
  }

  /// A text attribute.
  void attribute(long object, String name, String value) throws IOException {
    long space = H5Screate(H5S_SCALAR);
    long attribute =
        check(H5Acreate2(object, utf8(name), text, space, 0, 0), "create attribute " + name);
    try (BytePointer bytes = utf8(value);
        PointerPointer<BytePointer> pointer = new PointerPointer<>(1L)) {
      pointer.put(0, bytes);
      check(H5Awrite(attribute, text, pointer), "write attribute " + name);
    }
    H5Aclose(attribute);
    H5Sclose(space);
  }

  /// An integer attribute.
  void attribute(long object, String name, int value) throws IOException {
    long space = H5Screate(H5S_SCALAR);
    long type = H5T_STD_I32LE_g();
    long attribute =
        check(H5Acreate2(object, utf8(name), type, space, 0, 0), "create attribute " + name);
    try (IntPointer pointer = new IntPointer(new int[] {value})) {
      check(H5Awrite(attribute, H5T_NATIVE_INT_g(), pointer), "write attribute " + name);
    }
    H5Aclose(attribute);
    H5Sclose(space);
  }

  /// A variable of 64-bit integers along one dimension.
  long longs(long group, String name, long[] values) throws IOException {
    long set = dataset(group, name, H5T_STD_I64LE_g(), new long[] {values.length}, 0);
    try (LongPointer pointer = new LongPointer(values)) {
      check(H5Dwrite(set, H5T_NATIVE_INT64_g(), 0, 0, 0, pointer), "write " + name);
    }
    return set;
  }

  /// A variable of UTF-8 texts along one dimension.
  long texts(long group, String name, List<String> values) throws IOException {
    long set = dataset(group, name, text, new long[] {values.size()}, 0);
    BytePointer[] bytes = values.stream().map(Hdf5::utf8).toArray(BytePointer[]::new);
    try (PointerPointer<BytePointer> pointers = new PointerPointer<>((long) bytes.length)) {
      for (int i = 0; i < bytes.length; i++) {
        pointers.put(i, bytes[i]);
      }
      check(H5Dwrite(set, text, 0, 0, 0, pointers), "write " + name);
    } finally {
      for (BytePointer pointer : bytes) {
        pointer.close();
      }
    }
    return set;
  }

  /// A variable of doubles, 32-bit integers or bytes written whole from doubles.
  long plain(long group, String name, ValueKind kind, long[] shape, long[] chunk, double[] values)
      throws IOException {
    if (values.length == 0) { // there are no chunks of nothing
      return dataset(group, name, type(kind), shape, 0);
    }
    long set = chunked(group, name, kind, shape, chunk);
    try (DoublePointer pointer = new DoublePointer(values)) {
      check(H5Dwrite(set, H5T_NATIVE_DOUBLE_g(), 0, 0, 0, pointer), "write " + name);
    }
    return set;
  }

  /// A variable in chunks that are packed by [ChunkCodec] and written by [#chunk].
  long chunked(long group, String name, ValueKind kind, long[] shape, long[] chunk)
      throws IOException {
    long creation = check(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()), "set up " + name);
    H5Pset_chunk(creation, chunk.length, chunk);
    H5Pset_shuffle(creation);
    H5Pset_deflate(creation, 1);
    long set = dataset(group, name, type(kind), shape, creation);
    H5Pclose(creation);
    return set;
  }

  private static long type(ValueKind kind) {
    return switch (kind) {
      case REAL -> H5T_IEEE_F64LE_g();
      case INTEGER -> H5T_STD_I32LE_g();
      case BOOLEAN -> H5T_STD_I8LE_g();
    };
  }

  /// Writes a packed chunk that begins at `offset`.
  void chunk(long set, long[] offset, byte[] packed) throws IOException {
    try (BytePointer bytes = new BytePointer(packed)) {
      check(H5Dwrite_chunk(set, 0, (short) 0, offset, packed.length, bytes), "write draws");
    }
  }

  /// Makes a one-dimensional variable the scale of a dimension with its name and netCDF number.
  void makeDimension(long set, String name, int number) throws IOException {
    check(H5DSset_scale(set, utf8(name)), "make dimension " + name);
    attribute(set, "_Netcdf4Dimid", number);
  }

  /// Says that an axis of a variable is a dimension.
  void attach(long set, long dimension, int axis) throws IOException {
    check(H5DSattach_scale(set, dimension, axis), "attach a dimension");
  }

  void closeSet(long set) throws IOException {
    check(H5Dflush(set), "write a variable");
    check(H5Dclose(set), "close a variable");
  }

  /// Writes the last bytes; a file that is closed without this is not whole.
  void finish() throws IOException {
    check(H5Fflush(file, H5F_SCOPE_GLOBAL), "finish");
    finished = true;
  }

  /// Closes the file. One that was not finished is emptied first, and its ballast dropped, so that
  /// the library finds room for what it has still in hand.
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!finished) {
        ballast.drop();
      }
      H5Tclose(text);
      check(H5Fclose(file), "close");
    } finally {
      LIBRARY.unlock();
    }
  }

  private long dataset(long group, String name, long type, long[] shape, long creation)
      throws IOException {
    long space = check(H5Screate_simple(shape.length, shape, shape), "shape " + name);
    long own = creation;
    if (own == 0) {
      own = check(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()), "set up " + name);
    }
    // netCDF wants attributes in the order of their creation.
    H5Pset_attr_creation_order(own, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    long set = check(H5Dcreate2(group, utf8(name), type, space, 0, own, 0), "create " + name);
    H5Sclose(space);
    if (creation == 0) {
      H5Pclose(own);
    }
    return set;
  }

  private static long ordered(long kind) throws IOException {
    long creation = check(H5Pcreate(kind), "set up a group");
    H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    return creation;
  }

  private static BytePointer utf8(String value) {
    return new BytePointer(value + "\0", StandardCharsets.UTF_8);
  }

  private static long check(long result, String doing) throws IOException {
    if (result < 0) {
      StringBuilder reasons = new StringBuilder();
      try (H5E_walk2_t walk =
          new H5E_walk2_t() {
            @Override
            public int call(int n, H5E_error2_t error, Pointer data) {
              BytePointer reason = error.desc();
              reasons.append(reasons.isEmpty() ? "" : "; ");
              reasons.append(reason == null ? "" : reason.getString());
              return 0;
            }
          }) {
        H5Ewalk2(H5E_DEFAULT(), H5E_WALK_UPWARD, walk, new Pointer());
      }
      throw new IOException("HDF5 could not " + doing + ": " + reasons);
    }
    return result;
  }
}
