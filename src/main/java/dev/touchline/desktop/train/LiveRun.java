/// A run as the screen may look at it while it is running.
package dev.touchline.desktop.train;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.football.DataSet;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.work.TraceDiagnosis;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on the worker threads and publishes; a thread of its own judges the draws so far with
/// the code of the final report, at most once a second, with pauses six times as long as it takes,
/// ten seconds at most.
final class LiveRun implements TrainListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
  private static final int FEWEST_DRAWS = 50;
  private static final int REST = 6;

  /// On a busy machine a judgement takes long; the history must not starve for that.
  private static final long LONGEST_REST = 10_000;

  private static final int TELL_EVERY = 50;

  /// A judgement of the draws so far.
  record Reading(int draws, ConvergenceReport report) {}

  private final TrainRequest request;
  private final Engine.Progress progress;
  private final ChainGauge[] gauges;
  private final ConcurrentLinkedQueue<String> news = new ConcurrentLinkedQueue<>();
  private volatile @Nullable TraceRecorder recorder;
  private volatile List<Reading> readings = List.of();
  private volatile boolean closed;

  LiveRun(TrainRequest request, Engine.Progress progress) {
    this.request = request;
    this.progress = progress;
    int total = request.sampler().tune() + request.sampler().draws();
    gauges = new ChainGauge[request.sampler().chains()];
    for (int chain = 0; chain < gauges.length; chain++) {
      gauges[chain] = new ChainGauge(total);
    }
  }

  @Override
  public boolean wantsTune() {
    return true;
  }

  @Override
  public void onPhase(String version, Phase phase) {
    String words =
        switch (phase) {
          case LOAD -> "Loading rows";
          case PREPARE -> "Preparing the model";
          case SAMPLE -> "Sampling";
          case JUDGE -> "Judging convergence";
          case EVALUATE -> "Evaluating on the validation window";
          case SAVE -> "Saving";
        };
    news.add(words);
    progress.at(phase == Phase.SAMPLE ? 0 : -1, words);
  }

  @Override
  public void onData(String version, DataSet data) {
    news.add("Training samples: " + data.training().size());
    news.add("Validation samples: " + data.validation().size());
  }

  @Override
  public void onWarning(String sentence) {
    news.add(sentence);
  }

  @Override
  public void onSampling(String version, TraceRecorder newRecorder) {
    recorder = newRecorder;
    news.add(
        "MCMC sampling started: %d chains × %d draws after %d warm-up draws"
            .formatted(
                request.sampler().chains(), request.sampler().draws(), request.sampler().tune()));
    Thread.ofPlatform()
        .daemon()
        .name("live judge")
        .priority(Thread.MIN_PRIORITY)
        .start(this::judge);
  }

  @Override
  public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
    gauges[chain].onDraw(tune, stats);
    if (gauges[chain].done() % TELL_EVERY == 0) {
      chains();
    }
  }

  private void judge() {
    TraceRecorder source = recorder;
    try {
      long rest = 500;
      while (!closed && source != null) {
        Thread.sleep(rest);
        int fewest = Integer.MAX_VALUE;
        for (int chain = 0; chain < source.chains(); chain++) {
          fewest = Math.min(fewest, source.count(chain, false));
        }
        if (fewest >= FEWEST_DRAWS && !closed && !judged(fewest)) {
          long begin = System.nanoTime();
          ConvergenceReport report = TraceDiagnosis.judge(source.trace(), request.maxRhat(), 1);
          var more = new ArrayList<>(readings);
          more.add(new Reading(fewest, report));
          readings = List.copyOf(more);
          rest = Math.clamp(REST * (System.nanoTime() - begin) / 1_000_000, 1000, LONGEST_REST);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("the live judgement stopped; the final one is not concerned", e);
    }
  }

  private boolean judged(int draws) {
    List<Reading> all = readings;
    return !all.isEmpty() && all.getLast().draws() == draws;
  }

  /// What is asked for.
  TrainRequest request() {
    return request;
  }

  /// The draws, once sampling has begun.
  @Nullable TraceRecorder recorder() {
    return recorder;
  }

  /// Judgements so far, oldest first.
  List<Reading> readings() {
    return readings;
  }

  /// The oldest news not yet taken, or null.
  @Nullable String nextNews() {
    return news.poll();
  }

  /// The chains now; tells the engine how far they are.
  List<ChainRow> chains() {
    List<ChainRow> rows = new ArrayList<>();
    long done = 0;
    long total = 0;
    double left = 0;
    for (int chain = 0; chain < gauges.length; chain++) {
      ChainRow row = gauges[chain].row(chain);
      rows.add(row);
      done += row.done();
      total += row.total();
      left += Double.isFinite(row.secondsLeft()) ? row.secondsLeft() : 0;
    }
    if (done > 0 && done < total) {
      double share = (double) done / total;
      int together = Math.min(gauges.length, request.sampler().threads());
      progress.at(
          share,
          "%d %% · %s left".formatted(Math.round(100 * share), Digits.clock(left / together)));
    }
    return rows;
  }

  @Override
  public void close() {
    closed = true;
  }
}
