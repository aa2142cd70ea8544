/// The Calibrate panel's way to the backtester.
package dev.touchline.desktop.calibrate;

import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Advice;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.work.BacktestOutcome;
import dev.touchline.work.BacktestRequest;
import dev.touchline.work.Backtester;
import dev.touchline.work.KeptBacktest;
import dev.touchline.work.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;

/// Starts backtests on the engine and opens earlier ones; touches no node. All methods on the
/// screen's thread.
public final class BacktestPresenter implements BacktestActions {
  private final BacktestModel model;
  private final Workspace workspace;
  private final Background background;
  private final Engine engine;
  private final BacktestForm form;
  private Map<String, KeptBacktest> kept = Map.of();
  private volatile @Nullable BacktestProgress heard;
  private boolean filling;
  private int asked;

  /// A presenter; nothing is read before the panel is first shown.
  public BacktestPresenter(
      BacktestModel model, Workspace workspace, Background background, Engine engine) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    this.engine = engine;
    form = new BacktestForm(model);
    model.chosen.subscribe(name -> chosen(name));
    model.competition.subscribe(
        any -> {
          if (!filling) {
            form.suggestDays();
          }
        });
    for (Observable input :
        List.of(
            model.from,
            model.to,
            model.step,
            model.competition,
            model.draws,
            model.chains,
            model.tune,
            model.seed,
            model.name,
            model.against)) {
      input.addListener(any -> describe());
    }
    model.models.values().forEach(part -> part.addListener(any -> modelsChosen()));
    engine
        .title()
        .subscribe(
            title -> {
              model.engineBusy.set(engine.busy());
              describe();
            });
  }

  private record Found(List<KeptBacktest> kept, StoreStatus rows) {}

  /// Lists backtests and competitions again.
  public void refresh() {
    background.run(
        () -> new Found(workspace.backtests().list(), workspace.rows().status(false)),
        found -> {
          list(found.kept(), model.chosen.get());
          filling = true;
          form.offer(found.rows());
          filling = false;
          describe();
        },
        this::failed);
  }

  /// Shows this list with one of it chosen, whose results are not read again.
  private void list(List<KeptBacktest> found, @Nullable String name) {
    Map<String, KeptBacktest> names = new LinkedHashMap<>();
    found.forEach(one -> names.put(one.name(), one));
    kept = names;
    List<String> offered = new ArrayList<>(List.of(BacktestModel.NEW));
    offered.addAll(names.keySet());
    String now = name != null && offered.contains(name) ? name : BacktestModel.NEW;
    boolean same = now.equals(name);
    filling = true;
    model.chosen.set(null);
    model.kept.setAll(offered);
    model.chosen.set(now);
    filling = false;
    if (same) {
      offerToGoOn(kept.get(now));
    } else {
      chosen(now);
    }
    describe();
  }

  private void chosen(@Nullable String name) {
    if (filling || name == null) {
      return;
    }
    int number = ++asked;
    model.outcome.set(null);
    model.message.set(Message.NONE);
    KeptBacktest found = kept.get(name);
    offerToGoOn(found);
    model.formShown.set(found == null);
    if (found == null || !found.finished()) {
      return;
    }
    background.run(
        () -> workspace.backtests().open(name),
        outcome -> {
          if (number == asked) {
            show(outcome);
          }
        },
        fault -> {
          if (number == asked) {
            failed(fault);
          }
        });
  }

  private void offerToGoOn(@Nullable KeptBacktest found) {
    if (found == null || found.finished()) {
      model.resumable.set(false);
      model.interrupted.set("");
      return;
    }
    boolean can = found.request() != null;
    model.resumable.set(can);
    model.interrupted.set(
        "The backtest %s stopped after %d %s%s"
            .formatted(
                found.name(),
                found.steps(),
                found.steps() == 1 ? "step" : "steps",
                can
                    ? " and can go on, to the same result."
                    : ". An earlier version began it: go on with its command line and --resume."));
  }

  private void show(BacktestOutcome outcome) {
    String warning = outcome.warning();
    model.message.set(
        warning.isEmpty() ? Message.NONE : new Message(Message.Kind.CAUTION, warning, ""));
    model.outcome.set(outcome);
  }

  private void modelsChosen() {
    String before = model.against.get();
    List<String> taking = model.takingPart();
    filling = true;
    // A list that changes under a choice would show another one.
    model.against.set(null);
    model.taking.setAll(taking);
    model.against.set(
        taking.contains(before) ? before : taking.isEmpty() ? null : taking.getFirst());
    filling = false;
    describe();
  }

  /// Whether what the form says can be run, and what that would mean.
  private void describe() {
    if (filling) {
      return;
    }
    form.suggestName(kept.keySet());
    try {
      BacktestRequest request = form.request();
      model.problem.set(
          kept.containsKey(request.name())
              ? "There is a backtest " + request.name() + ": choose another name, or open it above."
              : "");
      model.plan.set(plan(request));
    } catch (Fault fault) {
      Message said = told(fault);
      model.problem.set(said.text() + " " + said.remedy());
      model.plan.set("");
    }
    model.ready.set(model.problem.get().isEmpty() && !engine.busy());
  }

  private static String plan(BacktestRequest request) {
    SamplerSettings sampler = request.training().sampler();
    return "At each step every model learns from all days before it and forecasts the step's"
        + " matches; Bayesian models by %d × %s draws."
            .formatted(sampler.chains(), Digits.whole(sampler.draws()));
  }

  @Override
  public void run() {
    try {
      BacktestRequest request = form.request();
      if (!kept.containsKey(request.name())) {
        start(request, false);
      }
    } catch (Fault fault) {
      failed(fault);
    }
  }

  @Override
  public void resume() {
    KeptBacktest found = kept.get(model.chosen.get());
    if (found != null && found.request() != null) {
      start(found.request(), true);
    }
  }

  private void start(BacktestRequest request, boolean resume) {
    boolean started =
        engine.start(
            "Backtest " + request.name(),
            (progress, stop) -> {
              var listener = new BacktestProgress(progress, request.models());
              heard = listener;
              return new Backtester(workspace).run(request, resume, listener, stop);
            },
            outcome -> finished(request.name(), outcome),
            fault -> ended(request.name(), fault));
    if (started) {
      asked++;
      model.message.set(Message.NONE);
      model.outcome.set(null);
      model.warnings.clear();
      model.progress.set("");
      model.share.set(-1);
      model.stopping.set(false);
      model.runs.set(request.name());
      model.running.set(true);
    }
  }

  @Override
  public void stop() {
    model.stopping.set(true);
    engine.stop();
  }

  /// Looks at the running backtest.
  public void frame() {
    if (model.running.get()) {
      model.progress.set(engine.progress().detail());
      model.share.set(engine.progress().share());
      hear();
    }
  }

  private void hear() {
    BacktestProgress listener = heard;
    if (listener != null) {
      for (String said = listener.nextWarning(); said != null; said = listener.nextWarning()) {
        model.warnings.add(said);
      }
    }
  }

  private void finished(String name, BacktestOutcome outcome) {
    end();
    show(outcome);
    if (model.message.get().kind() == Message.Kind.NONE && !model.warnings.isEmpty()) {
      model.message.set(new Message(Message.Kind.CAUTION, model.warnings.getLast(), ""));
    }
    model.formShown.set(false);
    listAgain(name);
  }

  private void ended(String name, Fault fault) {
    end();
    if (fault.kind() == Fault.Kind.INTERRUPTED) {
      // What was chosen offers to go on, and says how far it came.
      model.formShown.set(false);
    } else {
      failed(fault);
    }
    listAgain(name);
  }

  private void end() {
    hear();
    heard = null;
    model.running.set(false);
    model.stopping.set(false);
  }

  /// What ran is chosen, where it left anything.
  private void listAgain(String name) {
    background.run(
        () -> workspace.backtests().list(),
        found -> {
          boolean left = found.stream().anyMatch(one -> one.name().equals(name));
          list(found, left ? name : model.chosen.get());
        },
        this::failed);
  }

  private void failed(Fault fault) {
    model.message.set(told(fault));
  }

  /// Fields stand where advice names options.
  private static Message told(Fault fault) {
    Message said = Message.of(fault);
    return new Message(
        said.kind(),
        said.text(),
        String.join(" ", Advice.inWindow(List.of(said.remedy()))),
        said.page());
  }
}
