/// A trace in a file, read slice by slice.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// InferenceData of our own or of ArviZ and its friends, through libraries in pure Java, so that a
/// damaged file cannot take the process down. Only what a slice touches is read.
final class FileTrace implements TraceSource {
  /// Other names under which samplers of the family keep a statistic.
  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "lp", List.of("lp", "log_density", "lp__", "logp"),
          "acceptance_rate", List.of("acceptance_rate", "mean_tree_accept", "accept_stat"),
          "step_size", List.of("step_size"),
          "tree_depth", List.of("tree_depth", "depth"),
          "n_steps", List.of("n_steps", "tree_size"),
          "diverging", List.of("diverging"),
          "reached_max_treedepth", List.of("reached_max_treedepth", "maxdepth_reached"));

  private final Path path;
  private final FileLayout layout;
  private final TraceSchema schema;
  private final int chains;
  private final int draws;
  private final Map<String, FileVariable> variables = new LinkedHashMap<>();
  private final Map<String, FileVariable> stats = new LinkedHashMap<>();

  FileTrace(Path path, FileLayout.Opener opener) throws Damaged {
    this.path = path;
    FileLayout opened = null;
    try {
      opened = opener.open();
      opened.draws("posterior").forEach(variable -> variables.put(variable.name(), variable));
      if (variables.isEmpty()) {
        throw Damaged.noTrace(
            "its posterior group has no variables with dimensions chain and draw");
      }
      schema = schema(opened);
      FileVariable first = variables.values().iterator().next();
      chains = first.shape()[0];
      draws = first.shape()[1];
      opened.draws("sample_stats").forEach(s -> stats.put(s.name(), s));
      requireSameDraws(variables);
      requireSameDraws(stats);
      layout = opened;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | Damaged e) {
      // A damaged length or pointer may ask for any amount of memory or nesting.
      if (opened != null) {
        opened.close();
      }
      if (e instanceof Damaged damaged) {
        throw damaged;
      }
      throw new Damaged("it is damaged or cut off", e);
    }
  }

  private static void requireSameDraws(Map<String, FileVariable> group) throws Damaged {
    if (group.values().stream().map(v -> List.of(v.shape()[0], v.shape()[1])).distinct().count()
        > 1) {
      throw new Damaged("its variables disagree about chains and draws");
    }
  }

  private TraceSchema schema(FileLayout file) throws Damaged {
    Map<String, String> attributes = file.attributes();
    List<String> order = Arrays.asList(attributes.getOrDefault("parameter_order", "").split(" "));
    List<Parameter> parameters =
        variables.values().stream()
            .map(
                v ->
                    new Parameter(
                        v.name(),
                        List.copyOf(v.dims()),
                        Arrays.copyOfRange(v.shape(), 2, v.shape().length)))
            .sorted(
                Comparator.comparingInt(
                    p -> order.contains(p.name()) ? order.indexOf(p.name()) : Integer.MAX_VALUE))
            .toList();
    Map<String, Integer> lengths = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      for (int axis = 0; axis < parameter.shape().length; axis++) {
        lengths.put(parameter.dims().get(axis), parameter.shape()[axis]);
      }
    }
    Map<String, Coordinate> coordinates = new LinkedHashMap<>();
    file.coordinates(lengths).forEach(found -> coordinates.put(found.name(), found));
    lengths.forEach(
        (dim, length) ->
            coordinates.computeIfAbsent(dim, name -> Coordinate.counted(name, length)));
    return new TraceSchema(parameters, List.copyOf(coordinates.values()), attributes);
  }

  @Override
  public TraceSchema schema() {
    return schema;
  }

  @Override
  public int chains() {
    return chains;
  }

  @Override
  public int draws() {
    return draws;
  }

  @Override
  public double[] read(String parameter, int chain, int firstDraw, int count) {
    Slices.check(this, chain, firstDraw, count);
    int[] shape = schema.require(parameter).shape();
    return read(parameter, chain, firstDraw, count, 0, shape.length == 0 ? 1 : shape[0]);
  }

  @Override
  public double[] readDraws(String parameter, int chain, int[] indices) {
    Parameter found = schema.require(parameter);
    FileVariable variable = variables.get(parameter);
    int leading = found.shape().length == 0 ? 1 : found.shape()[0];
    int rowSize = rowSize(found);
    int band = variable == null ? 1 : variable.drawsOfChunk();
    int rows = variable == null ? leading : Math.max(1, variable.rowsOfChunk());
    double[] target = new double[Math.multiplyExact(indices.length, found.size())];
    int from = 0;
    while (from < indices.length) { // all indices within one band of chunks
      int to = from + 1;
      while (to < indices.length && indices[to] / band == indices[from] / band) {
        to++;
      }
      int first = indices[from];
      int count = indices[to - 1] - first + 1;
      Slices.check(this, chain, first, count);
      for (int row = 0; row < leading; row += rows) {
        int height = Math.min(rows, leading - row);
        double[] block = read(parameter, chain, first, count, row, height);
        for (int i = from; i < to; i++) {
          System.arraycopy(
              block,
              (indices[i] - first) * height * rowSize,
              target,
              i * found.size() + row * rowSize,
              height * rowSize);
        }
      }
      from = to;
    }
    return target;
  }

  @Override
  public double[] readScalars(String parameter, int chain, int firstScalar, int scalars) {
    Slices.check(this, chain, 0, draws);
    Parameter found = schema.require(parameter);
    int rowSize = rowSize(found);
    int firstRow = firstScalar / rowSize;
    int rows = (firstScalar + scalars + rowSize - 1) / rowSize - firstRow;
    double[] block = read(parameter, chain, 0, draws, firstRow, rows);
    if (rows * rowSize == scalars) {
      return block;
    }
    double[] part = new double[Math.multiplyExact(draws, scalars)];
    int skip = firstScalar - firstRow * rowSize;
    for (int draw = 0; draw < draws; draw++) {
      System.arraycopy(block, draw * rows * rowSize + skip, part, draw * scalars, scalars);
    }
    return part;
  }

  @Override
  public int scalarBlock(Parameter parameter) {
    FileVariable variable = variables.get(parameter.name());
    int rows = variable == null ? 1 : variable.rowsOfChunk();
    int rowSize = rowSize(parameter);
    // A file without chunks, or with chunks over everything, is still taken in parts that fit.
    int most = Math.max(1, (1 << 22) / Math.max(1, chains * draws * rowSize));
    return Math.max(1, Math.min(rows, most)) * rowSize;
  }

  private static int rowSize(Parameter parameter) {
    return parameter.shape().length == 0
        ? 1
        : Math.max(1, parameter.size() / Math.max(1, parameter.shape()[0]));
  }

  private double[] read(
      String parameter, int chain, int firstDraw, int count, int firstRow, int rows) {
    FileVariable variable = variables.get(parameter);
    if (variable == null) {
      throw new IllegalStateException("schema and file differ about " + parameter);
    }
    return guarded(() -> variable.read(chain, firstDraw, count, firstRow, rows));
  }

  @Override
  public double[] stat(String name, int chain) {
    Slices.check(this, chain, 0, draws);
    for (String alias : ALIASES.getOrDefault(name, List.of(name))) {
      FileVariable variable = stats.get(alias);
      if (variable != null && variable.shape().length == 2 && variable.shape()[1] == draws) {
        return guarded(() -> variable.read(chain, 0, draws, 0, 1));
      }
    }
    return new double[0];
  }

  private interface Reading {
    double[] get() throws Damaged;
  }

  /// Reads, once more after a failure, and names the file if it fails again.
  private double[] guarded(Reading reading) {
    try {
      return reading.get();
    } catch (RuntimeException | OutOfMemoryError | Damaged first) {
      try {
        return reading.get();
      } catch (RuntimeException | Damaged e) {
        throw TraceFiles.cannotRead(path, new Damaged("its draws are damaged", e));
      }
    }
  }

  @Override
  public void close() {
    layout.close();
  }
}
