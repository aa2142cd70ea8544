/// Trains a version: load, sample, judge, evaluate, publish.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.football.DataSet;
import dev.touchline.mcmc.ChainKeeper;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.ModelData;
import dev.touchline.props.PropProblem;
import dev.touchline.trace.Checkpoint;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.trace.TraceSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The training use case. A run that did not converge or was stopped is an outcome, and its draws
/// are kept under `HOME/unpublished`; missing data, full disks and the like are faults.
///
/// Draws go to the disk as they come, and the chains' states now and then, under
/// `HOME/checkpoints`: a run that ends before it is published can go on with [#resume].
public final class Trainer {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

  private final Workspace workspace;
  private final Duration interval;

  /// A trainer on a workspace.
  public Trainer(Workspace workspace) {
    this(workspace, Checkpoint.INTERVAL);
  }

  /// The same with another interval between checkpoints.
  public Trainer(Workspace workspace, Duration interval) {
    this.workspace = workspace;
    this.interval = interval;
  }

  /// How a run begins.
  private enum Begin {
    /// At its beginning, whatever an earlier run of that version left.
    ANEW,
    /// Where an earlier run of that version was cut.
    RESUMED,
    /// At its beginning, leaving nothing to go on from.
    UNKEPT
  }

  /// Trains, judges, evaluates and publishes a version; serves it where none is served yet. What an
  /// interrupted run of that version left is thrown away.
  public TrainOutcome train(TrainRequest request, TrainListener listener, StopSignal stop) {
    return train(request, listener, stop, Begin.ANEW);
  }

  /// The same, going on with the interrupted run of that version, whose draws will be exactly those
  /// of a run that was never interrupted; begins where there is none. More draws may be asked for
  /// than before; anything else that differs is a fault that names it.
  public TrainOutcome resume(TrainRequest request, TrainListener listener, StopSignal stop) {
    return train(request, listener, stop, Begin.RESUMED);
  }

  private TrainOutcome train(
      TrainRequest asked, TrainListener listener, StopSignal stop, Begin how) {
    workspace.models().requireNew(asked.version());
    listener.onPhase(asked.version(), TrainListener.Phase.LOAD);
    long begin = System.nanoTime();
    TrainRequest request = Competitions.resolve(asked, workspace);
    // Whoever was waited for may have trained it.
    workspace.models().requireNew(asked.version());
    DataSet data = new DataSets().load(workspace.rows(), request.split(), request.competitions());
    double load = (System.nanoTime() - begin) / 1e9;
    TrainOutcome outcome = trainOn(data, request, load, listener, stop, how);
    if (outcome.published()) {
      if (workspace.models().served().isEmpty()) {
        workspace.models().serve(request.version());
        LOG.info("Version {} is now served", request.version());
      }
      if (request.keep() > 0) {
        clearOld(request.keep(), request.version());
      }
    }
    return outcome;
  }

  private void clearOld(int keep, String fresh) {
    List<String> deleted = workspace.models().prune(keep, fresh);
    if (!deleted.isEmpty()) {
      LOG.info("Old versions cleared: {}", String.join(", ", deleted));
    }
  }

  /// The same on rows at hand, neither served nor pruned, and without a checkpoint.
  TrainOutcome trainOn(
      DataSet data,
      TrainRequest request,
      double loadSeconds,
      TrainListener listener,
      StopSignal stop) {
    return trainOn(data, request, loadSeconds, listener, stop, Begin.UNKEPT);
  }

  private TrainOutcome trainOn(
      DataSet data,
      TrainRequest request,
      double loadSeconds,
      TrainListener listener,
      StopSignal stop,
      Begin how) {
    String version = request.version();
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("load", loadSeconds);
    LOG.info("Training samples: {}", data.training().size());
    LOG.info("Validation samples: {}", data.validation().size());
    listener.onData(version, data);
    listener.onPhase(version, TrainListener.Phase.PREPARE);
    ModelData modelData =
        ModelData.of(data.training(), data.scale(), request.props(), request.variant());
    PropProblem problem = PropProblem.of(modelData);
    Provenance provenance = new Provenance(data, modelData, request);
    TraceSchema schema = TraceSchemas.of(modelData, problem.parameters(), provenance.attributes());
    SamplerSettings settings = Sampling.settings(request);
    long further = new TraceGroups(provenance).estimateBytes(settings, schema.scalarCount());
    Publisher publisher = new Publisher(workspace, provenance, seconds, listener);
    if (how == Begin.UNKEPT) {
      new Room(workspace.home()).require(schema, settings, further);
      TraceRecorder recorder =
          new TraceRecorder(
              problem::newModel, schema, settings.chains(), wantsTune(request, listener));
      return conclude(
          sample(request, problem, recorder, ChainKeeper.NONE, listener, stop, seconds), publisher);
    }
    Room room = new Room(workspace.home());
    if (request.keep() > 0 && !room.holdsOnDisk(schema, settings, further)) {
      // The version to come is one of those to keep.
      clearOld(Math.max(1, request.keep() - 1), "");
    }
    room.requireOnDisk(schema, settings, further);
    try (Checkpoints.OpenCheckpoint checkpoint =
        workspace
            .checkpoints()
            .open(RunFile.of(provenance), schema, interval, how == Begin.RESUMED)) {
      TraceRecorder recorder =
          TraceRecorder.onDisk(
              problem::newModel,
              schema,
              settings.chains(),
              wantsTune(request, listener),
              checkpoint.states());
      TrainOutcome outcome =
          conclude(
              sample(request, problem, recorder, checkpoint.states(), listener, stop, seconds),
              publisher);
      if (outcome.published()) {
        checkpoint.discard();
      }
      return outcome;
    } catch (IOException e) {
      throw FileTree.storage("The draws kept of " + version + " cannot be read", e);
    }
  }

  private static boolean wantsTune(TrainRequest request, TrainListener listener) {
    return listener.wantsTune() || request.extras().contains(TraceExtra.WARMUP);
  }

  private static Sampling.Result sample(
      TrainRequest request,
      PropProblem problem,
      TraceRecorder recorder,
      ChainKeeper keeper,
      TrainListener listener,
      StopSignal stop,
      Map<String, Double> seconds) {
    SamplerSettings settings = request.sampler();
    listener.onSampling(request.version(), recorder);
    LOG.info(
        "MCMC sampling started: {} chains × {} draws after {} tuning draws…",
        settings.chains(),
        settings.draws(),
        settings.tune());
    return new Sampling(request, recorder, listener, seconds).run(problem, keeper, stop);
  }

  private static TrainOutcome conclude(Sampling.Result result, Publisher publisher) {
    refuseFailures(result, publisher);
    ConvergenceReport report = result.report();
    if (result.cut() || report == null) {
      return publisher.keepUnpublished(TrainOutcome.STOPPED, result, report);
    }
    if (report.verdict() == ConvergenceReport.Verdict.NOT_CONVERGED) {
      return publisher.keepUnpublished(TrainOutcome.NOT_CONVERGED, result, report);
    }
    return publisher.publish(result, report);
  }

  /// A chain that failed fails the run; what was drawn until then is kept.
  private static void refuseFailures(Sampling.Result result, Publisher publisher) {
    if (ChainFailures.keepable(result.chains())) {
      publisher.keepUnpublished(TrainOutcome.STOPPED, result, null);
    }
    ChainFailures.refuse(result.chains());
  }
}
