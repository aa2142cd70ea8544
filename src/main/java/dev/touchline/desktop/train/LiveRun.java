/// A run as the screen may look at it while it is running.
package dev.touchline.desktop.train;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.football.DataSet;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Listens on the worker threads and publishes.
final class LiveRun implements TrainListener, AutoCloseable {
  private static final int TELL_EVERY = 50;

  private final TrainRequest request;
  private final Engine.Progress progress;
  private final ChainGauge[] gauges;
  private final boolean resumed;
  private final ConcurrentLinkedQueue<String> news = new ConcurrentLinkedQueue<>();
  private volatile @Nullable TraceRecorder recorder;
  private volatile @Nullable LiveJudge judge;

  /// @param before draws of each chain that a resumed run goes on from; empty: it begins
  LiveRun(TrainRequest request, List<Integer> before, Engine.Progress progress) {
    this.request = request;
    this.progress = progress;
    resumed = !before.isEmpty();
    int total = request.sampler().tune() + request.sampler().draws();
    gauges = new ChainGauge[request.sampler().chains()];
    for (int chain = 0; chain < gauges.length; chain++) {
      gauges[chain] = new ChainGauge(resumed ? before.get(chain) : 0, total);
    }
  }

  /// A resumed run does not show its warm-up: what of it was before the cut is not kept.
  @Override
  public boolean wantsTune() {
    return !resumed;
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
    var newJudge = new LiveJudge(newRecorder, request.maxRhat(), request.sampler().draws());
    judge = newJudge;
    Thread.ofPlatform().daemon().name("live judge").priority(Thread.MIN_PRIORITY).start(newJudge);
  }

  @Override
  public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
    if (gauges[chain].fresh()) {
      Courtesy.ofThisThread();
    }
    gauges[chain].onDraw(tune, stats);
    if (!tune && gauges[chain].done() == request.sampler().tune() + 1) {
      news.add(
          "Chain %d warmed up, step size %s".formatted(chain + 1, Digits.three(stats.stepSize())));
    }
    if (gauges[chain].done() % TELL_EVERY == 0) {
      chains();
    }
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
  List<LiveJudge.Reading> readings() {
    LiveJudge judging = judge;
    return judging == null ? List.of() : judging.readings();
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
    LiveJudge judging = judge;
    if (judging != null) {
      judging.close();
    }
  }
}
