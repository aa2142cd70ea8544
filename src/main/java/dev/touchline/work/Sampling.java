/// The sampling of a run: in stages where it ends when its draws are enough, from a checkpoint
/// where there is one.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.mcmc.ChainKeeper;
import dev.touchline.mcmc.ChainListener;
import dev.touchline.mcmc.ChainSummary;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Problem;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.trace.TraceSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Samples one run and judges its chains.
final class Sampling {
  private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);

  /// Fewest draws of every chain that a run cut short by its time limit is judged by.
  private static final int FEWEST_DRAWS = 100;

  private final TrainRequest request;
  private final TraceRecorder recorder;
  private final TrainListener listener;
  private final Map<String, Double> seconds;

  Sampling(
      TrainRequest request,
      TraceRecorder recorder,
      TrainListener listener,
      Map<String, Double> seconds) {
    this.request = request;
    this.recorder = recorder;
    this.listener = listener;
    this.seconds = seconds;
  }

  /// What came of it.
  ///
  /// @param chains how each chain ended
  /// @param trace the draws
  /// @param warmup the draws of the adaptation, if they were kept
  /// @param report their judgement, or null where there were too few draws
  /// @param cut whether it ended before there was enough to judge
  record Result(
      List<ChainSummary> chains,
      TraceSource trace,
      TraceSource warmup,
      @Nullable ConvergenceReport report,
      boolean cut) {}

  /// The settings that the chains run with.
  static SamplerSettings settings(TrainRequest request) {
    return request.stopRule().together() ? request.sampler().together() : request.sampler();
  }

  /// Runs the chains until the request is met, the time is up or somebody stops them.
  Result run(Problem problem, ChainKeeper keeper, StopSignal stop) {
    SamplerSettings settings = settings(request);
    StageRule rule =
        new StageRule(request.stopRule().untilEss(), settings.chains(), settings.draws());
    TimeLimit limit = new TimeLimit(request.stopRule().timeLimit(), stop);
    StageKeeper stages = new StageKeeper(keeper, settings.chains());
    seconds.put("tune", 0.0);
    seconds.put("sample", 0.0);
    seconds.put("judge", 0.0);
    int draws = rule.first();
    while (true) {
      listener.onPhase(request.version(), TrainListener.Phase.SAMPLE);
      List<ChainSummary> chains = sample(problem, settings, draws, limit, stages);
      boolean complete = chains.stream().allMatch(c -> c.failure() == null && !c.stopped());
      TraceSource trace = complete ? recorder.trace(draws) : recorder.partialTrace();
      boolean failed = chains.stream().anyMatch(chain -> chain.failure() != null);
      ConvergenceReport report = failed ? null : judge(trace);
      if (!complete) {
        conclude(report);
        return new Result(chains, trace, recorder.tuneTrace(), report, cut(limit, trace, stop));
      }
      if (draws == settings.draws() || report == null || rule.enough(report)) {
        conclude(report);
        return new Result(chains, trace, recorder.tuneTrace(), report, report == null);
      }
      int next = rule.next(draws, report);
      LOG.info(
          "After {} draws a chain the smallest effective sample size is {} of {} and R-hat {}:"
              + " going on to {}",
          draws,
          number("%,.0f", Math.min(report.minEssBulk(), report.minEssTail())),
          rule.untilEss(),
          RhatText.of(report.maxRhat(), 4),
          next);
      draws = next;
    }
  }

  private boolean cut(TimeLimit limit, TraceSource trace, StopSignal stop) {
    return stop.stopRequested()
        || !limit.reached()
        || trace.draws() < FEWEST_DRAWS
        || trace.chains() < request.sampler().chains();
  }

  private List<ChainSummary> sample(
      Problem problem, SamplerSettings settings, int draws, StopSignal limit, ChainKeeper stages) {
    long begin = System.nanoTime();
    List<ChainSummary> chains =
        new Sampler(settings.with(settings.chains(), draws, settings.tune(), settings.seed()))
            .run(problem, listeners(), limit, stages);
    double sampling = (System.nanoTime() - begin) / 1e9;
    double share = tuneShare(chains);
    seconds.merge("tune", sampling * share, Double::sum);
    seconds.merge("sample", sampling * (1 - share), Double::sum);
    return chains;
  }

  /// Share of the chains' time that adaptation took.
  static double tuneShare(List<ChainSummary> chains) {
    double tune = chains.stream().mapToDouble(ChainSummary::tuneSeconds).sum();
    double sample = chains.stream().mapToDouble(ChainSummary::sampleSeconds).sum();
    return tune / Math.max(1e-9, tune + sample);
  }

  private @Nullable ConvergenceReport judge(TraceSource trace) {
    if (trace.draws() < 4) {
      return null;
    }
    listener.onPhase(request.version(), TrainListener.Phase.JUDGE);
    long begin = System.nanoTime();
    ConvergenceReport report =
        TraceDiagnosis.judge(trace, request.maxRhat(), Runtime.getRuntime().availableProcessors());
    seconds.merge("judge", (System.nanoTime() - begin) / 1e9, Double::sum);
    return report;
  }

  private static void conclude(@Nullable ConvergenceReport report) {
    if (report == null) {
      return;
    }
    LOG.info(
        "Convergence: R-hat = {}, smallest bulk ESS = {}, divergences = {}",
        RhatText.of(report.maxRhat(), 4),
        number("%.0f", report.minEssBulk()),
        report.divergences());
    switch (report.verdict()) {
      case CONVERGED -> LOG.info("{}", report.sentence());
      case CAUTION -> LOG.warn("{}", report.sentence());
      case NOT_CONVERGED -> LOG.error("{}", report.sentence());
    }
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private ChainListener listeners() {
    return new ChainListener() {
      @Override
      public void onDraw(int chain, int draw, boolean tune, double[] position, DrawStats stats) {
        recorder.onDraw(chain, draw, tune, position, stats);
        listener.onDraw(request.version(), chain, draw, tune, stats);
      }

      @Override
      public void onChainEnd(int chain, int draws, @Nullable Throwable failure) {
        recorder.onChainEnd(chain, draws, failure);
        if (failure != null) {
          LOG.error("Chain {} failed after {} draws", chain + 1, draws, failure);
        }
      }
    };
  }
}
