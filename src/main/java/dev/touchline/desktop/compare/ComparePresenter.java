/// The Compare panel's way to the comparer.
package dev.touchline.desktop.compare;

import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.CompetitionChoice;
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
import dev.touchline.work.StoredModel;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;

/// Starts comparisons on the engine; touches no node. All methods on the screen's thread.
public final class ComparePresenter implements CompareActions {
  private final CompareModel model;
  private final Workspace workspace;
  private final Background background;
  private final Engine engine;
  private final Runnable modelsChanged;
  private Map<String, ModelMetadata> multis = Map.of();
  private final ComparisonForm form;
  private @Nullable CompareOutcome outcome;

  /// Chosen from elsewhere before this panel had listed the versions.
  private @Nullable String wanted;

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
    form = new ComparisonForm(model);
    model.version.subscribe(version -> chosen(version));
    engine.title().subscribe(title -> describe());
    for (Observable input :
        List.of(
            model.trainStart,
            model.trainEnd,
            model.validationEnd,
            model.competition,
            model.draws,
            model.chains,
            model.tune,
            model.seed)) {
      input.addListener(any -> describe());
    }
    model.props.values().forEach(chosen -> chosen.addListener(any -> describe()));
  }

  /// What there is to compare with, and on.
  private record Found(List<StoredModel> models, StoreStatus rows) {}

  /// Lists the multi-task versions and the competitions again.
  public void refresh() {
    background.run(
        () -> new Found(workspace.models().list(), workspace.rows().status(false)),
        this::show,
        this::failed);
  }

  private void show(Found found) {
    Map<String, ModelMetadata> usable = new LinkedHashMap<>();
    String served = null;
    for (StoredModel stored : found.models()) {
      ModelMetadata metadata = stored.metadata();
      if (metadata != null
          && stored.damage() == null
          && metadata.status().equals(TrainOutcome.PUBLISHED)
          && metadata.props().size() > 1) {
        usable.put(stored.version(), metadata);
        served = stored.served() ? stored.version() : served;
      }
    }
    multis = usable;
    String before = wanted != null ? null : model.version.get();
    if (wanted != null && usable.containsKey(wanted)) {
      served = wanted;
    }
    wanted = null;
    filling = true;
    // At once, and only where something has changed: a list that loses its chosen line for a moment
    // shows none from then on.
    List<String> offered = new ArrayList<>(usable.keySet());
    offered.add(CompareModel.NEW);
    if (!offered.equals(model.versions)) {
      model.versions.setAll(offered);
    }
    String competition = model.competition.get();
    List<String> competitions = new ArrayList<>(List.of(CompetitionChoice.ALL));
    found.rows().competitions().forEach(one -> competitions.add(one.competition()));
    if (competition != null && !competitions.contains(competition)) {
      competitions.add(competition);
    }
    model.competitions.setAll(competitions);
    model.competition.set(competition);
    boolean same = before != null && model.versions.contains(before);
    if (same) {
      model.version.set(before);
    }
    filling = false;
    if (usable.isEmpty() || CompareModel.NEW.equals(model.version.get())) {
      form.suggest(found.rows().competitions());
    }
    if (!same) {
      model.version.set(served != null ? served : model.versions.getFirst());
    }
    describe();
  }

  /// Chooses a version, from another panel.
  public void choose(String version) {
    if (model.versions.contains(version)) {
      model.version.set(version);
    } else {
      wanted = version;
    }
    model.formShown.set(true);
  }

  private void chosen(@Nullable String version) {
    if (!filling && version != null) {
      ownSettings();
      describe();
    }
  }

  @Override
  public void ownSettings() {
    ModelMetadata metadata = metadata();
    if (metadata != null) {
      form.fill(metadata);
    }
  }

  private @Nullable ModelMetadata metadata() {
    String version = model.version.get();
    return version == null ? null : multis.get(version);
  }

  /// Whether what the form says can be compared, and what that would mean.
  private void describe() {
    if (filling) {
      return;
    }
    ModelMetadata version = metadata();
    try {
      CompareRequest request = form.request(version);
      model.problem.set("");
      model.changed.set(version != null && !sampledSo(version, request));
      model.plan.set(
          "%s against %d single-task models of %d × %s draws; %s."
              .formatted(
                  request.multi() == null ? "A multi-task model" : request.multi(),
                  request.training().props().size(),
                  request.training().sampler().chains(),
                  Digits.whole(request.training().sampler().draws()),
                  version != null && request.multi() == null
                      ? version.version() + " was trained on something else, so all are trained"
                      : "what is there already is used again"));
    } catch (Fault fault) {
      model.problem.set(fault.getMessage() + " " + fault.remedy());
      model.changed.set(version != null);
      model.plan.set("");
    }
    model.ready.set(model.problem.get().isEmpty() && !engine.busy());
  }

  private boolean sampledSo(ModelMetadata version, CompareRequest request) {
    SamplerSettings sampler = request.training().sampler();
    return request.multi() != null
        && version.chains() == sampler.chains()
        && version.draws() == sampler.draws()
        && version.tune() == sampler.tune()
        && version.seed() == sampler.seed();
  }

  @Override
  public void compare() {
    CompareRequest request;
    try {
      request = form.request(metadata());
    } catch (Fault fault) {
      failed(fault);
      return;
    }
    SamplerSettings sampler = request.training().sampler();
    boolean started =
        engine.start(
            "Comparing " + (request.multi() == null ? "a new multi-task model" : request.multi()),
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
      model.progress.set("");
      model.running.set(true);
    }
  }

  /// The sentence without the verdict, which stands beside it, and with true minus signs.
  private static String reasons(String sentence) {
    String rest = sentence.substring(sentence.indexOf(": ") + 2);
    return (Character.toUpperCase(rest.charAt(0)) + rest.substring(1))
        .replaceAll("-(?=[0-9])", "−");
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
                reasons(result.sentence()),
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
    model.formShown.set(false);
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
