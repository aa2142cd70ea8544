/// A trace file kept open: judged once, its scalars read one by one.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.Rhat;
import dev.touchline.mcmc.Parameter;
import dev.touchline.trace.SeriesReader;
import dev.touchline.trace.TraceFiles;
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
  private final List<String> families;

  private OpenTrace(TraceSource trace, ConvergenceReport report) {
    this.trace = trace;
    this.report = report;
    reader = new SeriesReader(trace);
    families = new ArrayList<>();
    for (Parameter parameter : trace.schema().parameters()) {
      for (int i = 0; i < parameter.size(); i++) {
        families.add(parameter.name());
      }
    }
  }

  /// Opens and judges every scalar; a file that cannot be read is a fault.
  public static OpenTrace open(Path file, double maxRhat, int threads) {
    TraceSource trace = new TraceFiles().open(file);
    try {
      return new OpenTrace(trace, TraceDiagnosis.judge(trace, maxRhat, threads));
    } catch (RuntimeException | Error e) {
      trace.close();
      throw e;
    }
  }

  /// The judgement; its scalars are in trace order.
  public ConvergenceReport report() {
    return report;
  }

  /// The parameter that a scalar is part of.
  public String family(int scalar) {
    return families.get(scalar);
  }

  /// All parameters, in order.
  public List<String> families() {
    return trace.schema().parameters().stream().map(Parameter::name).toList();
  }

  /// A scalar's draws, shape (chain, draw); a copy.
  public synchronized double[][] series(int scalar) {
    return Arrays.stream(reader.series(scalar)).map(double[]::clone).toArray(double[][]::new);
  }

  /// A statistic of the draws, shape (chain, draw); chains are empty where the file lacks it.
  public synchronized double[][] stat(String name) {
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

  @Override
  public synchronized void close() {
    trace.close();
  }
}
