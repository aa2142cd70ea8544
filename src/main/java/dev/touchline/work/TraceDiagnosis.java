/// Judges the chains of any trace.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.Judge;
import dev.touchline.diagnose.SamplerTrouble;
import dev.touchline.diagnose.ScalarSource;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.trace.ScalarNames;
import dev.touchline.trace.SeriesReader;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Brings draws and diagnostics together.
public final class TraceDiagnosis {
  private TraceDiagnosis() {}

  /// Judges every scalar of a file, also one that another program wrote.
  public static ConvergenceReport diagnose(Path file, double maxRhat, int threads) {
    try (TraceSource trace = new TraceFiles().open(file)) {
      return judge(trace, maxRhat, threads);
    }
  }

  /// Judges every scalar of a trace.
  public static ConvergenceReport judge(TraceSource trace, double maxRhat, int threads) {
    return judge(trace, maxRhat, threads, JudgeListener.NONE, StopSignal.NEVER);
  }

  /// Judges every scalar of a trace, telling how far it is; a fault of kind INTERRUPTED where it is
  /// asked to stop.
  public static ConvergenceReport judge(
      TraceSource trace, double maxRhat, int threads, JudgeListener listener, StopSignal stop) {
    ScalarNames names = new ScalarNames(trace.schema());
    SeriesReader reader = new SeriesReader(trace);
    AtomicInteger read = new AtomicInteger();
    ScalarSource scalars =
        new ScalarSource() {
          @Override
          public int count() {
            return names.count();
          }

          @Override
          public String name(int scalar) {
            return names.name(scalar);
          }

          @Override
          public double[][] series(int scalar) {
            if (stop.stopRequested()) {
              throw new Fault(
                  Fault.Kind.INTERRUPTED,
                  "The judgement of the chains was stopped.",
                  "Open the trace again to judge it.");
            }
            // A few scalars are read once more for the verdict.
            listener.judged(Math.min(read.incrementAndGet(), count()), count());
            return reader.series(scalar);
          }
        };
    return judge(trace, scalars, maxRhat, threads);
  }

  /// Judges these scalars of a trace, which may be a part of all, with its energies, divergences
  /// and trees.
  public static ConvergenceReport judge(
      TraceSource trace, ScalarSource scalars, double maxRhat, int threads) {
    int chains = trace.chains();
    double[][] energy = new double[chains][];
    int[] divergences = new int[chains];
    int[] deepest = new int[chains];
    for (int chain = 0; chain < chains; chain++) {
      energy[chain] = trace.stat("energy", chain);
      divergences[chain] = count(trace.stat("diverging", chain));
      deepest[chain] = count(trace.stat("reached_max_treedepth", chain));
    }
    boolean known = energy[0].length > 0;
    return new Judge(maxRhat, threads)
        .judge(scalars, new SamplerTrouble(known ? energy : new double[0][], divergences, deepest));
  }

  private static int count(double[] flags) {
    int count = 0;
    for (double flag : flags) {
      count += flag > 0.5 ? 1 : 0;
    }
    return count;
  }
}
