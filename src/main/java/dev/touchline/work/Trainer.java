/// Trains a version: load, sample, judge, evaluate, publish.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.mcmc.ChainListener;
import dev.touchline.mcmc.ChainSummary;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.ModelData;
import dev.touchline.props.PropProblem;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The training use case. A run that did not converge or was stopped is an outcome, and its draws
/// are kept under `HOME/unpublished`; missing data, full disks and the like are faults.
public final class Trainer {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

  /// Fewest draws of every chain that a run cut short by its time limit is judged by.
  private static final int FEWEST_DRAWS = 100;

  private final Workspace workspace;

  /// A trainer on a workspace.
  public Trainer(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Trains, judges, evaluates and publishes a version; serves it where none is served yet.
  public TrainOutcome train(TrainRequest asked, TrainListener listener, StopSignal stop) {
    requireNew(asked.version());
    listener.onPhase(asked.version(), TrainListener.Phase.LOAD);
    long begin = System.nanoTime();
    TrainRequest request = Competitions.resolve(asked, workspace);
    DataSet data = new DataSets().load(workspace.rows(), request.split(), request.competitions());
    double load = (System.nanoTime() - begin) / 1e9;
    TrainOutcome outcome = trainOn(data, request, load, listener, stop);
    if (outcome.published()) {
      if (workspace.models().served().isEmpty()) {
        workspace.models().serve(request.version());
        LOG.info("Version {} is now served", request.version());
      }
      if (request.keep() > 0) {
        List<String> deleted = workspace.models().prune(request.keep());
        if (!deleted.isEmpty()) {
          LOG.info("Old versions cleared: {}", String.join(", ", deleted));
        }
      }
    }
    return outcome;
  }

  void requireNew(String version) {
    if (Files.exists(workspace.models().folder(version))) {
      throw new Fault(
          Fault.Kind.USAGE,
          "Version " + version + " exists already.",
          "Choose another --version, or delete that one: touchline models delete " + version + ".");
    }
  }

  /// The same on rows at hand, neither served nor pruned.
  TrainOutcome trainOn(
      DataSet data,
      TrainRequest request,
      double loadSeconds,
      TrainListener listener,
      StopSignal stop) {
    String version = request.version();
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("load", loadSeconds);
    LOG.info("Training samples: {}", data.training().size());
    LOG.info("Validation samples: {}", data.validation().size());
    listener.onData(version, data);
    listener.onPhase(version, TrainListener.Phase.PREPARE);
    ModelData modelData = ModelData.of(data.training(), data.scale(), request.props());
    PropProblem problem = PropProblem.of(modelData);
    Provenance provenance = new Provenance(data, modelData, request);
    TraceSchema schema = TraceSchemas.of(modelData, problem.parameters(), provenance.attributes());
    SamplerSettings settings = sampler(request);
    new Room(workspace.home()).require(schema, settings);

    TraceRecorder recorder =
        new TraceRecorder(
            problem::newModel, schema, settings.chains(), settings.draws(), listener.wantsTune());
    listener.onPhase(version, TrainListener.Phase.SAMPLE);
    listener.onSampling(version, recorder);
    LOG.info(
        "MCMC sampling started: {} chains × {} draws after {} tuning draws…",
        settings.chains(),
        settings.draws(),
        settings.tune());
    TimeLimit limit = new TimeLimit(request, stop);
    long begin = System.nanoTime();
    List<ChainSummary> chains =
        new Sampler(settings).run(problem, listeners(version, recorder, listener), limit);
    double sampling = (System.nanoTime() - begin) / 1e9;
    seconds.put("tune", sampling * tuneShare(chains));
    seconds.put("sample", sampling * (1 - tuneShare(chains)));

    TraceSource trace =
        shorter(chains, settings.draws()) ? recorder.partialTrace() : recorder.trace();
    Publisher publisher = new Publisher(workspace, provenance, seconds, listener);
    refuseFailures(chains, trace, publisher);
    ConvergenceReport report = judge(version, request, trace, listener, seconds);
    boolean stopped = stop.stopRequested() && shorter(chains, settings.draws());
    boolean cut =
        limit.reached() && (trace.draws() < FEWEST_DRAWS || trace.chains() < settings.chains());
    if (stopped || cut || report == null) {
      return publisher.keepUnpublished(TrainOutcome.STOPPED, trace, report);
    }
    if (report.verdict() == ConvergenceReport.Verdict.NOT_CONVERGED) {
      return publisher.keepUnpublished(TrainOutcome.NOT_CONVERGED, trace, report);
    }
    return publisher.publish(trace, report);
  }

  private static @Nullable ConvergenceReport judge(
      String version,
      TrainRequest request,
      TraceSource trace,
      TrainListener listener,
      Map<String, Double> seconds) {
    if (trace.draws() < 4) {
      seconds.put("judge", 0.0);
      return null;
    }
    listener.onPhase(version, TrainListener.Phase.JUDGE);
    long begin = System.nanoTime();
    ConvergenceReport report =
        TraceDiagnosis.judge(trace, request.maxRhat(), Runtime.getRuntime().availableProcessors());
    seconds.put("judge", (System.nanoTime() - begin) / 1e9);
    LOG.info(
        "Convergence: R-hat = {}, smallest bulk ESS = {}, divergences = {}",
        String.format(Locale.ROOT, "%.4f", report.maxRhat()),
        String.format(Locale.ROOT, "%.0f", report.minEssBulk()),
        report.divergences());
    switch (report.verdict()) {
      case CONVERGED -> LOG.info("{}", report.sentence());
      case CAUTION -> LOG.warn("{}", report.sentence());
      case NOT_CONVERGED -> LOG.error("{}", report.sentence());
    }
    return report;
  }

  private static ChainListener listeners(
      String version, TraceRecorder recorder, TrainListener listener) {
    return new ChainListener() {
      @Override
      public void onDraw(int chain, int draw, boolean tune, double[] position, DrawStats stats) {
        recorder.onDraw(chain, draw, tune, position, stats);
        listener.onDraw(version, chain, draw, tune, stats);
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

  /// With a time limit all chains run at once: one after the other, the last ones would have
  /// nothing.
  private static SamplerSettings sampler(TrainRequest request) {
    SamplerSettings asked = request.sampler();
    if (request.timeLimit() == null) {
      return asked;
    }
    return new SamplerSettings(
        asked.chains(),
        asked.draws(),
        asked.tune(),
        asked.seed(),
        asked.targetAccept(),
        asked.maxTreeDepth(),
        asked.maxEnergyError(),
        asked.chains());
  }

  /// A chain that failed fails the run; what was drawn until then is kept.
  private static void refuseFailures(
      List<ChainSummary> chains, TraceSource trace, Publisher publisher) {
    for (ChainSummary chain : chains) {
      Throwable failure = chain.failure();
      if (failure == null) {
        continue;
      }
      if (failure instanceof OutOfMemoryError) {
        throw new Fault(
            Fault.Kind.MEMORY,
            "Memory ran out while sampling.",
            "Take fewer draws, or give the program more memory (TOUCHLINE_OPTS=-Xmx8g).",
            failure);
      }
      publisher.keepUnpublished(TrainOutcome.STOPPED, trace, null);
      if (failure instanceof Fault fault) {
        throw fault;
      }
      throw new Fault(
          Fault.Kind.DEFECT,
          "Chain " + (chain.chain() + 1) + " failed: " + failure.getMessage(),
          "Please report this with the log file.",
          failure);
    }
  }

  private static boolean shorter(List<ChainSummary> chains, int draws) {
    return chains.stream().anyMatch(chain -> chain.draws() < draws);
  }

  /// Share of the chains' time that adaptation took.
  static double tuneShare(List<ChainSummary> chains) {
    double tune = chains.stream().mapToDouble(ChainSummary::tuneSeconds).sum();
    double sample = chains.stream().mapToDouble(ChainSummary::sampleSeconds).sum();
    return tune / Math.max(1e-9, tune + sample);
  }

  /// Ends sampling when the user asks for it or the time is up.
  private static final class TimeLimit implements StopSignal {
    private final StopSignal stop;
    private final long deadline;
    private final boolean limited;
    private final AtomicBoolean reached = new AtomicBoolean();

    TimeLimit(TrainRequest request, StopSignal stop) {
      this.stop = stop;
      limited = request.timeLimit() != null;
      deadline =
          System.nanoTime() + (request.timeLimit() == null ? 0 : request.timeLimit().toNanos());
    }

    @Override
    public boolean stopRequested() {
      if (limited && System.nanoTime() - deadline >= 0) {
        reached.set(true);
      }
      return reached.get() || stop.stopRequested();
    }

    boolean reached() {
      return reached.get();
    }
  }
}
