/// The draws that a predictor keeps, in a file of their own beside the trace.
package dev.touchline.predict;

import dev.touchline.mcmc.Parameter;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every n-th draw lies in every chunk of a trace, so that a predictor would unpack all of it for
/// the few that it keeps. This file holds just those: magic, length of the heading, heading (the
/// trace's seal, number of samples, parameters, coordinates), then doubles, little-endian, shape
/// (parameter, sample, scalar), then a CRC-32C of all before. It can always be made again from the
/// trace and serves only beside the trace that it was taken from; where it does not fit, the trace
/// is read.
final class Excerpt implements TraceSource {
  /// The file's name beside the trace.
  static final String NAME = "samples.bin";

  private static final Logger LOG = LoggerFactory.getLogger(Excerpt.class);
  private static final long MAGIC = 0x544c_5341_4d50_4c31L;
  private static final int BUFFER = 1 << 20;
  private static final int MOST_HEADING = 1 << 28;
  private static final int BEFORE_HEADING = Long.BYTES + Integer.BYTES;
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The text that binds an excerpt to its trace, and what it is an excerpt of.
  private record Heading(String seal, int samples, TraceSchema schema) {}

  private final Arena arena;
  private final MemorySegment file;
  private final Heading heading;
  private final Map<String, Long> offsets = new HashMap<>();

  private Excerpt(Arena arena, MemorySegment file, Heading heading, long data) {
    this.arena = arena;
    this.file = file;
    this.heading = heading;
    long at = data;
    for (Parameter parameter : heading.schema().parameters()) {
      offsets.put(parameter.name(), at);
      at += (long) parameter.size() * heading.samples() * Double.BYTES;
    }
  }

  /// Writes the excerpt of a trace with this seal.
  static void write(TraceSource trace, int samples, String seal, Path target) throws IOException {
    int[][] kept = Thinning.of(trace.chains(), trace.draws(), samples);
    CRC32C crc = new CRC32C();
    try (FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      byte[] head = head(new Heading(seal, samples, trace.schema()));
      ByteBuffer begin = ByteBuffer.allocate(BEFORE_HEADING + head.length);
      put(out, crc, begin.putLong(MAGIC).putInt(head.length).put(head).flip());
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
      for (Parameter parameter : trace.schema().parameters()) {
        for (int chain = 0; chain < kept.length; chain++) {
          for (double value : trace.readDraws(parameter.name(), chain, kept[chain])) {
            if (bytes.remaining() < Double.BYTES) {
              put(out, crc, bytes.flip());
              bytes.clear();
            }
            bytes.putDouble(value);
          }
        }
      }
      put(out, crc, bytes.flip());
      ByteBuffer end = ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).flip();
      put(out, crc, end);
      out.force(true);
    }
  }

  private static void put(FileChannel out, CRC32C crc, ByteBuffer bytes) throws IOException {
    crc.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /// The excerpt with so many samples of the trace with this seal; empty where there is none that
  /// can be used.
  @SuppressWarnings("MustBeClosedChecker") // closed with the excerpt, or below
  static Optional<TraceSource> open(Path file, String seal, int samples) {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size();
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, length, arena);
      Excerpt excerpt = read(arena, all, length);
      if (excerpt.heading.seal().equals(seal) && excerpt.heading.samples() == samples) {
        return Optional.of(excerpt);
      }
      LOG.debug("{} is not of this trace or holds another number of samples", file);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be used ({}); the trace is read instead", file, e.getMessage());
    }
    arena.close();
    return Optional.empty();
  }

  private static Excerpt read(Arena arena, MemorySegment all, long length) throws IOException {
    ByteOrder big = ByteOrder.BIG_ENDIAN;
    var longs = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(big);
    if (length < BEFORE_HEADING + Long.BYTES || all.get(longs, 0) != MAGIC) {
      throw new IOException("it is no file of samples");
    }
    int headed = all.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(big), Long.BYTES);
    long data = BEFORE_HEADING + (long) headed;
    if (headed < 0 || headed > MOST_HEADING || data + Long.BYTES > length) {
      throw new IOException("its heading is damaged");
    }
    if (checksum(all, length - Long.BYTES) != all.get(longs, length - Long.BYTES)) {
      throw new IOException("its checksum does not fit");
    }
    byte[] head = all.asSlice(BEFORE_HEADING, headed).toArray(ValueLayout.JAVA_BYTE);
    Heading heading = heading(head);
    long doubles = (long) heading.schema().scalarCount() * heading.samples();
    if (data + doubles * Double.BYTES + Long.BYTES != length) {
      throw new IOException("its length does not fit its heading");
    }
    return new Excerpt(arena, all, heading, data);
  }

  private static long checksum(MemorySegment all, long length) {
    CRC32C crc = new CRC32C();
    for (long at = 0; at < length; at += BUFFER) {
      crc.update(all.asSlice(at, Math.min(BUFFER, length - at)).asByteBuffer());
    }
    return crc.getValue();
  }

  private static byte[] head(Heading heading) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(heading.seal());
      out.writeInt(heading.samples());
      out.writeInt(heading.schema().parameters().size());
      for (Parameter parameter : heading.schema().parameters()) {
        out.writeUTF(parameter.name());
        out.writeInt(parameter.shape().length);
        for (int i = 0; i < parameter.shape().length; i++) {
          out.writeUTF(parameter.dims().get(i));
          out.writeInt(parameter.shape()[i]);
        }
      }
      out.writeInt(heading.schema().coordinates().size());
      for (Coordinate coordinate : heading.schema().coordinates()) {
        out.writeUTF(coordinate.name());
        out.writeUTF(coordinate.dim());
        long[] ids = coordinate.ids();
        List<String> labels = coordinate.labels();
        out.writeBoolean(ids != null);
        out.writeInt(ids != null ? ids.length : labels == null ? 0 : labels.size());
        for (int i = 0; ids != null && i < ids.length; i++) {
          out.writeLong(ids[i]);
        }
        for (int i = 0; labels != null && i < labels.size(); i++) {
          out.writeUTF(labels.get(i));
        }
      }
    }
    return bytes.toByteArray();
  }

  private static Heading heading(byte[] head) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(head))) {
      String seal = in.readUTF();
      int samples = in.readInt();
      List<Parameter> parameters = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        int rank = in.readInt();
        List<String> dims = new ArrayList<>();
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++) {
          dims.add(in.readUTF());
          shape[i] = in.readInt();
        }
        parameters.add(new Parameter(name, dims, shape));
      }
      List<Coordinate> coordinates = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        String dim = in.readUTF();
        boolean numbered = in.readBoolean();
        int length = in.readInt();
        long[] ids = new long[numbered ? length : 0];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < length; i++) {
          if (numbered) {
            ids[i] = in.readLong();
          } else {
            labels.add(in.readUTF());
          }
        }
        coordinates.add(
            numbered ? Coordinate.ofIds(name, dim, ids) : Coordinate.ofLabels(name, dim, labels));
      }
      return new Heading(seal, samples, new TraceSchema(parameters, coordinates, Map.of()));
    }
  }

  @Override
  public TraceSchema schema() {
    return heading.schema();
  }

  /// One, of which all draws are kept: in the order in which they were taken from all chains.
  @Override
  public int chains() {
    return 1;
  }

  @Override
  public int draws() {
    return heading.samples();
  }

  @Override
  public double[] read(String parameter, int chain, int firstDraw, int count) {
    int size = heading.schema().require(parameter).size();
    double[] values = new double[Math.multiplyExact(count, size)];
    long at = offsets.getOrDefault(parameter, 0L) + (long) firstDraw * size * Double.BYTES;
    MemorySegment.copy(file, DOUBLE, at, values, 0, values.length);
    return values;
  }

  @Override
  public double[] readDraws(String parameter, int chain, int[] indices) {
    boolean neighbours =
        indices.length > 0 && indices[indices.length - 1] - indices[0] == indices.length - 1;
    return neighbours
        ? read(parameter, chain, indices[0], indices.length)
        : TraceSource.super.readDraws(parameter, chain, indices);
  }

  /// None: a predictor needs none.
  @Override
  public double[] stat(String name, int chain) {
    return new double[0];
  }

  @Override
  public void close() {
    arena.close();
  }
}
