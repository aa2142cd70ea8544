/// The Calibrate panel's way to the evaluator.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.EvaluateOutcome;
import dev.touchline.work.Evaluator;
import dev.touchline.work.GroupCalibration;
import dev.touchline.work.PredictiveChecks;
import dev.touchline.work.StoredModel;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.Workspace;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges in the background; touches no node. All methods on the screen's thread.
public final class CalibratePresenter implements CalibrateActions {
  private final CalibrateModel model;
  private final Workspace workspace;
  private final Background background;
  private Map<String, StoredModel> stored = Map.of();
  private @Nullable String wanted;
  private boolean filling;

  /// The version that was shown because nobody had chosen one.
  private @Nullable String suggested;

  private int asked;

  /// A presenter; nothing is judged before the panel is first shown.
  public CalibratePresenter(CalibrateModel model, Workspace workspace, Background background) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    model.version.subscribe(version -> versionChosen(version));
  }

  /// Lists the versions again.
  public void refresh() {
    background.run(() -> workspace.models().list(), this::show, this::failed);
  }

  /// Brings the predictive checks of a version forward.
  public void showChecks(String version) {
    model.part.set(CalibratePart.CHECKS);
    if (stored.containsKey(version)) {
      model.version.set(version);
    } else {
      wanted = version;
    }
  }

  private void show(List<StoredModel> models) {
    Map<String, StoredModel> usable = new java.util.LinkedHashMap<>();
    String served = null;
    for (StoredModel found : models) {
      ModelMetadata metadata = found.metadata();
      if (metadata != null
          && found.damage() == null
          && metadata.status().equals(TrainOutcome.PUBLISHED)) {
        usable.put(found.version(), found);
        served = found.served() ? found.version() : served;
      }
    }
    stored = usable;
    String before = wanted == null ? model.version.get() : wanted;
    wanted = null;
    filling = true;
    model.versions.setAll(usable.keySet());
    filling = false;
    // What nobody chose gives way to the version that is served later.
    boolean unasked = before != null && before.equals(suggested) && served != null;
    if (before == null || !usable.containsKey(before) || unasked) {
      suggested =
          served != null ? served : usable.isEmpty() ? null : usable.keySet().iterator().next();
      model.version.set(suggested);
    } else {
      model.version.set(before);
    }
  }

  private void versionChosen(@Nullable String version) {
    if (!filling && version != null && stored.containsKey(version)) {
      Judged shown = model.judged.get();
      if (shown == null || !shown.version().equals(version)) {
        ownWindow();
        judge();
      }
    }
  }

  @Override
  public void ownWindow() {
    StoredModel found = stored.get(model.version.get());
    if (found != null && found.metadata() != null) {
      model.from.set(found.metadata().dates().trainEnd().plusDays(1));
      model.to.set(found.metadata().dates().valEnd());
    }
  }

  private record Answer(
      EvaluateOutcome outcome, List<GroupCalibration> groups, PredictiveChecks checks) {}

  @Override
  public void judge() {
    String version = model.version.get();
    if (version == null) {
      return;
    }
    Map<Prop, Double> lines;
    try {
      lines = lines();
    } catch (Fault fault) {
      failed(fault);
      return;
    }
    LocalDate from = model.from.get();
    LocalDate to = model.to.get();
    model.working.set(true);
    int number = ++asked;
    background.run(
        () -> {
          var evaluator = new Evaluator(workspace);
          return new Answer(
              evaluator.evaluate(version, lines, from, to),
              evaluator.groups(version, lines, from, to),
              evaluator.predictiveChecks(version, from, to));
        },
        answer -> {
          if (number == asked) {
            model.working.set(false);
            model.message.set(changed(answer.outcome()));
            model.groups.setAll(answer.groups());
            model.checks.set(answer.checks());
            model.judged.set(Judged.of(answer.outcome()));
          }
        },
        fault -> {
          if (number == asked) {
            model.groups.clear();
            model.checks.set(null);
            model.judged.set(null);
            failed(fault);
          }
        });
  }

  private static Message changed(EvaluateOutcome outcome) {
    return outcome.warnings().isEmpty()
        ? Message.NONE
        : new Message(
            Message.Kind.CAUTION,
            String.join(" ", outcome.warnings()),
            "Open the database that it was trained from, or train anew on these rows.");
  }

  private Map<Prop, Double> lines() {
    Map<Prop, Double> lines = new EnumMap<>(Prop.class);
    model.lines.forEach(
        (prop, text) -> {
          try {
            double line = Double.parseDouble(text.get().strip().replace(',', '.'));
            if (line >= 0 && line <= 100) {
              lines.put(prop, line);
              return;
            }
          } catch (NumberFormatException e) {
            // told below
          }
          throw new Fault(
              Fault.Kind.USAGE,
              "The line of " + prop.key() + ", \"" + text.get() + "\", is no line.",
              "Write a number such as 0.5 or 2.5.");
        });
    return lines;
  }

  private void failed(Fault fault) {
    model.working.set(false);
    model.message.set(Message.of(fault));
  }
}
