/// Judges a run while it is running, within a share of the processors.
package dev.touchline.desktop.train;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.trace.ScalarNames;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.work.TraceDiagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The code of the final report over the draws so far, on one thread of its own. The first look, at
/// 50 draws, takes [#FIRST_SCALARS]; those after it as many as [#SHARE] of the time left affords:
/// the parameters that all rows share first, because they converge last, then the others evenly.
/// The final report judges them all.
final class LiveJudge implements Runnable {
  /// A judgement of the draws so far.
  ///
  /// @param draws draws of the shortest chain
  /// @param report over the scalars that were judged
  /// @param rhats R-hat by scalar
  record Reading(int draws, ConvergenceReport report, Map<String, Double> rhats) {
    static Reading of(int draws, ConvergenceReport report) {
      return new Reading(
          draws,
          report,
          report.scalars().stream()
              .collect(Collectors.toMap(ScalarSummary::name, ScalarSummary::rhat, (a, b) -> a)));
    }

    /// R-hat of a scalar, NaN where it was not judged.
    double rhat(String name) {
      return rhats.getOrDefault(name, Double.NaN);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(LiveJudge.class);
  private static final int FEWEST_DRAWS = 50;
  private static final int FIRST_SCALARS = 300;
  private static final int FEWEST_SCALARS = 40;
  private static final int SHARED_BY_MANY = 40;
  private static final int FEWEST_LOOKS = 8;
  private static final int MOST_LOOKS = 40;
  private static final double SECONDS_A_LOOK = 2;

  /// Of one processor, while chains run.
  private static final double SHARE = 0.02;

  private static final long PAUSE_MILLISECONDS = 250;

  private final TraceRecorder source;
  private final ScalarNames names;
  private final double maxRhat;
  private final int draws;
  private volatile List<Reading> readings = List.of();
  private volatile boolean closed;

  /// Judges what `source` holds until it is closed; `draws` a chain are to come.
  LiveJudge(TraceRecorder source, double maxRhat, int draws) {
    this.source = source;
    this.maxRhat = maxRhat;
    this.draws = draws;
    names = new ScalarNames(source.schema());
  }

  /// Judgements so far, oldest first.
  List<Reading> readings() {
    return readings;
  }

  void close() {
    closed = true;
  }

  @Override
  public void run() {
    try {
      look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("the live judgement stopped; the final one is not concerned", e);
    }
  }

  private void look() throws InterruptedException {
    FollowedDraws followed = FollowedDraws.once(source, names, choose(FIRST_SCALARS));
    int next = FEWEST_DRAWS;
    int looks = 0;
    while (!closed) {
      int fewest = fewest();
      if (fewest < next) {
        Thread.sleep(PAUSE_MILLISECONDS);
        continue;
      }
      long begin = System.nanoTime();
      ConvergenceReport report = judge(followed);
      double seconds = (System.nanoTime() - begin) / 1e9;
      var more = new ArrayList<>(readings);
      more.add(Reading.of(fewest, report));
      readings = List.copyOf(more);
      if (looks == 0) {
        // Begins with the first of the draws, so that warm-up does not count as slow sampling.
        long before = System.nanoTime();
        int from = fewest();
        Thread.sleep(2 * PAUSE_MILLISECONDS);
        double rate = (fewest() - from) / ((System.nanoTime() - before) / 1e9);
        double left = rate > 0 ? (draws - fewest) / rate : 600;
        looks = (int) Math.clamp(left / SECONDS_A_LOOK, FEWEST_LOOKS, MOST_LOOKS);
        double oneAtTheEnd = seconds / followed.count() * draws / fewest;
        int[] chosen = choose((int) (SHARE * left / (oneAtTheEnd * looks / 2)));
        followed = FollowedDraws.until(draws, source, names, chosen);
      }
      next = fewest + Math.max(1, draws / looks);
    }
  }

  private int fewest() {
    return IntStream.range(0, source.chains())
        .map(chain -> source.count(chain, false))
        .min()
        .orElse(0);
  }

  /// About `affordable` scalars, at least [#FEWEST_SCALARS].
  private int[] choose(int affordable) {
    int most = Math.clamp(affordable, Math.min(FEWEST_SCALARS, names.count()), names.count());
    if (most == names.count()) {
      return IntStream.range(0, most).toArray();
    }
    List<Integer> shared = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    int offset = 0;
    for (var parameter : source.schema().parameters()) {
      List<Integer> group = parameter.size() <= SHARED_BY_MANY ? shared : others;
      for (int i = 0; i < parameter.size(); i++) {
        group.add(offset + i);
      }
      offset += parameter.size();
    }
    int fromShared = Math.min(shared.size(), others.isEmpty() ? most : Math.max(1, 2 * most / 3));
    return IntStream.concat(evenly(shared, fromShared), evenly(others, most - fromShared))
        .sorted()
        .toArray();
  }

  private static IntStream evenly(List<Integer> all, int wanted) {
    int count = Math.min(wanted, all.size());
    return IntStream.range(0, count).map(i -> all.get((int) ((long) i * all.size() / count)));
  }

  private ConvergenceReport judge(FollowedDraws followed) {
    return TraceDiagnosis.judge(source.trace(), followed, maxRhat, 1);
  }
}
