/// The Compare panel's way to the comparer.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.CompareOutcome;
import dev.touchline.work.CompareRequest;
import dev.touchline.work.Comparer;
import dev.touchline.work.ComparisonReport;
import dev.touchline.work.StopRule;
import dev.touchline.work.StoredModel;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts comparisons on the engine; touches no node. All methods on the screen's thread.
public final class ComparePresenter implements CompareActions {
  private final CompareModel model;
  private final Workspace workspace;
  private final Background background;
  private final Engine engine;
  private final Runnable modelsChanged;
  private Map<String, ModelMetadata> multis = Map.of();
  private @Nullable CompareOutcome outcome;
  private boolean filling;

  /// `modelsChanged` is told when models may have been trained.
  public ComparePresenter(
      CompareModel model,
      Workspace workspace,
      Background background,
      Engine engine,
      Runnable modelsChanged) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    this.engine = engine;
    this.modelsChanged = modelsChanged;
    model.version.subscribe(version -> describe());
    engine.title().subscribe(title -> describe());
  }

  /// Lists the multi-task versions again.
  public void refresh() {
    background.run(() -> workspace.models().list(), this::show, this::failed);
  }

  private void show(List<StoredModel> models) {
    Map<String, ModelMetadata> found = new LinkedHashMap<>();
    String served = null;
    for (StoredModel stored : models) {
      ModelMetadata metadata = stored.metadata();
      if (metadata != null
          && stored.damage() == null
          && metadata.status().equals(TrainOutcome.PUBLISHED)
          && metadata.props().size() > 1) {
        found.put(stored.version(), metadata);
        served = stored.served() ? stored.version() : served;
      }
    }
    multis = found;
    String before = model.version.get();
    filling = true;
    model.versions.setAll(found.keySet());
    filling = false;
    model.version.set(
        before != null && found.containsKey(before)
            ? before
            : served != null ? served : found.isEmpty() ? null : found.keySet().iterator().next());
    describe();
  }

  private @Nullable ModelMetadata chosen() {
    String version = model.version.get();
    return version == null ? null : multis.get(version);
  }

  private void describe() {
    if (filling) {
      return;
    }
    ModelMetadata metadata = chosen();
    model.ready.set(metadata != null && !engine.busy());
    model.plan.set(
        metadata == null
            ? ""
            : "%d single-task models of %d × %s draws on %s to %s, judged to %s"
                .formatted(
                    metadata.props().size(),
                    metadata.chains(),
                    Digits.whole(metadata.draws()),
                    metadata.dates().trainStart(),
                    metadata.dates().trainEnd(),
                    metadata.dates().valEnd()));
  }

  @Override
  public void compare() {
    ModelMetadata metadata = chosen();
    if (metadata == null) {
      return;
    }
    SamplerSettings sampler =
        SamplerSettings.defaults()
            .with(metadata.chains(), metadata.draws(), metadata.tune(), metadata.seed());
    var request =
        new CompareRequest(
            metadata.version(),
            new TrainRequest(
                    metadata.version(),
                    metadata.dates(),
                    metadata.props(),
                    metadata.competitions(),
                    sampler,
                    TrainRequest.MAX_RHAT,
                    0,
                    StopRule.NONE)
                .with(metadata.variant()),
            Map.of(),
            command(metadata));
    boolean started =
        engine.start(
            "Comparing " + metadata.version(),
            (progress, stop) ->
                new Comparer(workspace)
                    .compare(
                        request,
                        new CompareProgress(
                            progress, sampler.chains() * (sampler.tune() + sampler.draws())),
                        stop),
            this::finished,
            fault -> {
              model.running.set(false);
              modelsChanged.run();
              failed(fault);
            });
    if (started) {
      model.message.set(Message.NONE);
      model.running.set(true);
    }
  }

  private static String command(ModelMetadata metadata) {
    return "touchline compare --multi %s --model %s --train-start %s --train-end %s --val-end %s"
        .formatted(
            metadata.version(),
            metadata.variant().key(),
            metadata.dates().trainStart(),
            metadata.dates().trainEnd(),
            metadata.dates().valEnd());
  }

  private void finished(CompareOutcome found) {
    model.running.set(false);
    outcome = found;
    ComparisonResult result = found.result();
    model.headline.set(
        switch (result.verdict()) {
          case USE_MULTI_TASK -> "Use multi-task";
          case NEED_FULL_COMPARISON -> "Need full comparison";
          case INCONCLUSIVE -> "Inconclusive";
        });
    model.basis.set(
        "%s Same %s rows, %d matches and %d features on both sides (data hash %s…)."
            .formatted(
                result.sentence(),
                Digits.whole(found.rows()),
                found.matches(),
                found.features().size(),
                found.dataHash().substring(0, Math.min(8, found.dataHash().length()))));
    model.multiName.set(found.versions().getOrDefault("multi_task", ""));
    model.singleNames.set(
        String.join(
            ", ",
            found.versions().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("multi_task"))
                .map(Map.Entry::getValue)
                .toList()));
    model.result.set(result);
    modelsChanged.run();
  }

  private void failed(Fault fault) {
    model.message.set(
        fault.kind() == Fault.Kind.INTERRUPTED
            ? new Message(Message.Kind.INFO, Message.of(fault).text(), fault.remedy())
            : Message.of(fault));
  }

  /// Follows the running comparison.
  public void frame() {
    if (model.running.get()) {
      model.progress.set(engine.progress().detail());
    }
  }

  @Override
  public void stop() {
    engine.stop();
  }

  @Override
  public void save(Path file) {
    CompareOutcome found = outcome;
    if (found == null) {
      return;
    }
    background.run(
        () -> {
          write(file, found);
          return file;
        },
        written -> model.message.set(Message.done("The report is saved to " + written + ".")),
        this::failed);
  }

  private static void write(Path file, CompareOutcome found) {
    boolean html = file.toString().endsWith(".html") || file.toString().endsWith(".htm");
    try {
      Files.writeString(
          file, html ? ComparisonReport.html(found) : ComparisonReport.markdown(found));
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The report cannot be written to " + file + ".",
          "Choose another folder, or make room on the disk.",
          e);
    }
  }
}
