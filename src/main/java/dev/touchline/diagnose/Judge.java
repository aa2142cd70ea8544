/// Judges whether a posterior may be used.
package dev.touchline.diagnose;

import dev.touchline.diagnose.ConvergenceReport.Verdict;
import dev.touchline.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The gate of model.md: R-hat over every scalar, ESS, E-BFMI, divergences.
public final class Judge {
  /// R-hat above which a posterior is looked at twice.
  public static final double CAUTION_RHAT = 1.01;

  /// Effective draws a chain below which a posterior is looked at twice.
  public static final double CAUTION_ESS_PER_CHAIN = 100;

  /// E-BFMI below which a posterior is looked at twice.
  public static final double CAUTION_EBFMI = 0.3;

  private static final int WORST = 10;
  private static final int BLOCK = 16;

  private final double maxRhat;
  private final int threads;

  /// A judge.
  ///
  /// @param maxRhat R-hat above which a posterior has not converged, 1.05 by default
  /// @param threads threads to compute on
  public Judge(double maxRhat, int threads) {
    this.maxRhat = maxRhat;
    this.threads = Math.max(1, threads);
  }

  /// Judges all scalars. Those that are constant by construction have NaN and do not count; one
  /// with a draw that is not finite means that the posterior has not converged.
  public ConvergenceReport judge(ScalarSource scalars, SamplerTrouble trouble) {
    Judged[] judged = diagnose(scalars);
    List<Integer> counted =
        IntStream.range(0, judged.length).filter(i -> !judged[i].constant()).boxed().toList();
    List<Integer> worst =
        counted.stream()
            .sorted(Comparator.comparing(i -> judged[i], Judged.WORST_FIRST))
            .limit(WORST)
            .toList();
    double[][] first = judged.length == 0 ? new double[0][] : scalars.series(0);
    Figures figures =
        new Figures(
            first.length,
            Arrays.stream(first).mapToInt(chain -> chain.length).min().orElse(0),
            maxRhat,
            counted.size(),
            (int) counted.stream().filter(i -> judged[i].summary().rhat() > maxRhat).count(),
            counted.stream()
                .filter(i -> !judged[i].finite())
                .map(i -> judged[i].summary().name())
                .toList(),
            extreme(judged, counted, ScalarSummary::rhat, -1),
            extreme(judged, counted, ScalarSummary::essBulk, 1),
            extreme(judged, counted, ScalarSummary::essTail, 1),
            Arrays.stream(trouble.energy()).mapToDouble(Ebfmi::of).toArray(),
            trouble.divergences(),
            trouble.reachedMaxTreeDepth(),
            worst.stream().map(i -> judged[i].summary()).toList(),
            oddChain(scalars, judged, worst));
    Verdict verdict = figures.verdict();
    return new ConvergenceReport(
        figures.chains(),
        figures.draws(),
        figures.maxRhat(),
        figures.minEssBulk(),
        figures.minEssTail(),
        figures.minEbfmi(),
        figures.divergenceCount(),
        figures.worst(),
        verdict,
        Wording.sentence(figures, verdict),
        Wording.advice(figures),
        Arrays.stream(judged).map(Judged::summary).toList());
  }

  private Judged[] diagnose(ScalarSource scalars) {
    Judged[] judged = new Judged[scalars.count()];
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          Diagnosis diagnosis = new Diagnosis();
          for (int from; (from = next.getAndAdd(BLOCK)) < judged.length; ) {
            for (int i = from; i < Math.min(from + BLOCK, judged.length); i++) {
              judged[i] = Judged.of(scalars.name(i), diagnosis.load(scalars.series(i)));
            }
          }
        };
    if (threads == 1) {
      worker.run();
      return judged;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(pool.submit(worker));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(
          Fault.Kind.INTERRUPTED,
          "The judgement of the chains was interrupted.",
          "Run it again.",
          e);
    }
    return judged;
  }

  /// The largest (sign −1) or smallest (sign 1) figure that is not NaN; NaN without one.
  private static double extreme(
      Judged[] judged, List<Integer> counted, ToDoubleFunction<ScalarSummary> figure, int sign) {
    return sign
        * counted.stream()
            .mapToDouble(i -> sign * figure.applyAsDouble(judged[i].summary()))
            .filter(value -> !Double.isNaN(value))
            .min()
            .orElse(Double.NaN);
  }

  /// The one chain without which most of the troubled scalars would agree, or −1.
  private static int oddChain(ScalarSource scalars, Judged[] judged, List<Integer> worst) {
    List<Integer> troubled =
        worst.stream().filter(i -> judged[i].summary().rhat() > CAUTION_RHAT).toList();
    if (troubled.isEmpty()) {
      return -1;
    }
    int[] votes = new int[scalars.series(troubled.getFirst()).length];
    for (int i : troubled) {
      int odd = OddChain.of(scalars.series(i));
      if (odd >= 0) {
        votes[odd]++;
      }
    }
    for (int chain = 0; chain < votes.length; chain++) {
      if (2 * votes[chain] > troubled.size()) {
        return chain;
      }
    }
    return -1;
  }

  /// A scalar's summary and whether it counts.
  private record Judged(ScalarSummary summary, boolean constant, boolean finite) {
    static final Comparator<Judged> WORST_FIRST =
        Comparator.comparing(Judged::finite)
            .thenComparing(
                judged -> judged.summary.rhat(),
                (a, b) -> Double.compare(Double.isNaN(b) ? 0 : b, Double.isNaN(a) ? 0 : a))
            .thenComparing(
                judged -> Math.min(judged.summary.essBulk(), judged.summary.essTail()),
                Double::compare);

    static Judged of(String name, Diagnosis diagnosis) {
      boolean constant = diagnosis.constant();
      return new Judged(
          new ScalarSummary(
              name,
              diagnosis.mean(),
              diagnosis.sd(),
              diagnosis.mcseMean(),
              diagnosis.mcseSd(),
              diagnosis.essBulk(),
              diagnosis.essTail(),
              diagnosis.rhat()),
          constant,
          diagnosis.finite());
    }
  }
}
