/// A trace file kept open: judged once, its scalars read one by one.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.Rhat;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.trace.ScalarNames;
import dev.touchline.trace.SeriesReader;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// For looking into any InferenceData file, also one that another program wrote. Safe for several
/// threads.
public final class OpenTrace implements AutoCloseable {
  private static final int FEWEST_DRAWS = 20;

  private final TraceSource trace;
  private final SeriesReader reader;
  private final ConvergenceReport report;
  private final List<Place> places;
  private boolean closed;

  /// Where a scalar stands.
  ///
  /// @param family the parameter that it is part of
  /// @param labels along each of the parameter's dimensions, for people: names, not ids
  /// @param subject whom or what it is about: a player, a team, a position, a feature; empty for a
  ///   parameter without dimensions or along props alone
  public record Place(String family, List<String> labels, String subject) {}

  private OpenTrace(TraceSource trace, ConvergenceReport report) {
    this.trace = trace;
    this.report = report;
    reader = new SeriesReader(trace);
    places = places(trace.schema());
  }

  private static List<Place> places(TraceSchema schema) {
    ScalarNames names = new ScalarNames(schema);
    List<Place> places = new ArrayList<>(schema.scalarCount());
    for (Parameter parameter : schema.parameters()) {
      int[] shape = parameter.shape();
      List<List<String>> labels = new ArrayList<>();
      for (int axis = 0; axis < shape.length; axis++) {
        labels.add(names.labels(parameter.dims().get(axis), shape[axis]));
      }
      for (int scalar = 0; scalar < parameter.size(); scalar++) {
        String[] own = new String[shape.length];
        int rest = scalar;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
          own[axis] = labels.get(axis).get(rest % shape[axis]);
          rest /= shape[axis];
        }
        places.add(new Place(parameter.name(), List.of(own), subject(parameter.dims(), own)));
      }
    }
    return places;
  }

  /// The first label that is not a prop and not a mere number.
  private static String subject(List<String> dims, String[] labels) {
    for (int axis = 0; axis < labels.length; axis++) {
      if (!dims.get(axis).startsWith("prop") && !labels[axis].matches("[-+.\\d]*")) {
        return labels[axis];
      }
    }
    return "";
  }

  /// Opens and judges every scalar; a file that cannot be read is a fault.
  public static OpenTrace open(Path file, double maxRhat, int threads) {
    return open(file, maxRhat, threads, JudgeListener.NONE, StopSignal.NEVER);
  }

  /// The same, telling how far it is; a fault of kind INTERRUPTED where it is asked to stop.
  public static OpenTrace open(
      Path file, double maxRhat, int threads, JudgeListener listener, StopSignal stop) {
    TraceSource trace = new TraceFiles().open(file);
    try {
      return new OpenTrace(trace, TraceDiagnosis.judge(trace, maxRhat, threads, listener, stop));
    } catch (RuntimeException | Error e) {
      trace.close();
      throw e;
    }
  }

  /// The judgement; its scalars are in trace order.
  public ConvergenceReport report() {
    return report;
  }

  /// Where a scalar stands.
  public Place place(int scalar) {
    return places.get(scalar);
  }

  /// All families, in order.
  public List<String> families() {
    return trace.schema().parameters().stream().map(Parameter::name).toList();
  }

  /// A scalar's draws, shape (chain, draw); a copy.
  public synchronized double[][] series(int scalar) {
    requireOpen();
    return Arrays.stream(reader.series(scalar)).map(double[]::clone).toArray(double[][]::new);
  }

  /// A statistic of the draws, shape (chain, draw); chains are empty where the file lacks it.
  public synchronized double[][] stat(String name) {
    requireOpen();
    double[][] stat = new double[trace.chains()][];
    for (int chain = 0; chain < stat.length; chain++) {
      stat[chain] = trace.stat(name, chain);
    }
    return stat;
  }

  /// R-hat after growing shares of the draws.
  ///
  /// @param at draws of each chain, ascending
  /// @param rhat R-hat of so many
  public record History(double[] at, double[] rhat) {}

  /// The history of R-hat of some draws, shape (chain, draw), at up to `points` places.
  public static History history(double[][] draws, int points) {
    int n = Arrays.stream(draws).mapToInt(chain -> chain.length).min().orElse(0);
    int places = n < FEWEST_DRAWS ? 0 : Math.min(points, n / FEWEST_DRAWS);
    double[] at = new double[places];
    double[] rhat = new double[places];
    for (int i = 0; i < places; i++) {
      int length = (int) ((long) n * (i + 1) / places);
      at[i] = length;
      rhat[i] =
          Rhat.rank(
              Arrays.stream(draws)
                  .map(chain -> Arrays.copyOf(chain, length))
                  .toArray(double[][]::new));
    }
    return new History(at, rhat);
  }

  private void requireOpen() {
    if (closed) {
      throw new Fault(
          Fault.Kind.INTERRUPTED, "The trace has been closed.", "Open it again to look into it.");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    trace.close();
  }
}
