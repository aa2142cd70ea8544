/// Walks forward through matches: fits on what was known, forecasts what came next, scores it.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.evaluate.Forecast;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.football.DateSplit;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.WarmStart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backtest use case. Every step's fits see only rows of days before the step; features know,
/// as always, only what came before their own day. Nothing is published. Each model's step is kept
/// when it is done, so that a backtest that was stopped goes on with the same result.
public final class Backtester {
  private static final Logger LOG = LoggerFactory.getLogger(Backtester.class);

  private final Workspace workspace;

  /// A backtester on a workspace.
  public Backtester(Workspace workspace) {
    this.workspace = workspace;
  }

  /// What a stopped backtest says.
  static Fault stopped() {
    return new Fault(
        Fault.Kind.INTERRUPTED,
        "The backtest was stopped; the steps that were finished are kept.",
        "The same with --resume goes on where it stopped.");
  }

  /// Runs a backtest to its end. Fits that did not converge are in the outcome, which then is not
  /// to be relied on; being stopped is a fault of kind INTERRUPTED.
  ///
  /// @param resume go on with what an earlier run of that name left; more models may be asked for
  ///   than then
  public BacktestOutcome run(
      BacktestRequest asked, boolean resume, BacktestListener listener, StopSignal stop) {
    long begin = System.nanoTime();
    BacktestRequest request = asked.with(Competitions.resolve(asked.training(), workspace));
    List<Contender> contenders = Contenders.of(request, listener);
    if (contenders.stream().noneMatch(one -> one.name().equals(request.against()))) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The model "
              + request.against()
              + " that the others are set against cannot be fitted here.",
          "Set them against another model.");
    }
    TrainRequest training = request.training();
    DataSet data = new DataSets().load(workspace.rows(), training.split(), training.competitions());
    List<BacktestStep.Window> windows =
        request.step().windows(training.split().trainEnd().plusDays(1), data.validation().rows());
    try (BacktestFolder folder = BacktestFolder.open(workspace.home(), request, data, resume)) {
      Walk walk = new Walk(request, data, folder, listener, stop);
      walk.through(windows, contenders);
      BacktestJudge judge = new BacktestJudge(walk.forecasts, request.against());
      BacktestOutcome outcome =
          outcome(
              request,
              data,
              windows.size(),
              contenders,
              judge,
              walk.fits,
              folder,
              (System.nanoTime() - begin) / 1e9);
      folder.finish(
          windows.stream().map(BacktestStep.Window::first).toList(), outcome.models(), outcome);
      return outcome;
    }
  }

  private static BacktestOutcome outcome(
      BacktestRequest request,
      DataSet data,
      int steps,
      List<Contender> contenders,
      BacktestJudge judge,
      List<BacktestFit> fits,
      BacktestFolder folder,
      double seconds) {
    TrainRequest training = request.training();
    SamplerSettings sampler = training.sampler();
    return new BacktestOutcome(
        request.name(),
        folder.path().toString(),
        request.command(),
        training.split().trainEnd().plusDays(1),
        training.split().valEnd(),
        data.training().rows().getFirst().matchDate(),
        request.step().toString(),
        steps,
        training.competitions(),
        contenders.stream().map(Contender::name).toList(),
        request.against(),
        data.validation().size(),
        data.validation().matchCount(),
        data.hash(),
        "%d × %d draws after %d (%d from the second step on), seed %d"
            .formatted(
                sampler.chains(),
                sampler.draws(),
                sampler.tune(),
                WarmStart.tune(sampler.tune()),
                sampler.seed()),
        training.maxRhat(),
        fits.stream().allMatch(BacktestFit::converged),
        judge.scores(request.lines()),
        judge.lines(),
        judge.groups(),
        judge.curves(),
        List.copyOf(fits),
        seconds);
  }

  /// One walk through the steps.
  private static final class Walk {
    private final BacktestRequest request;
    private final DataSet data;
    private final RowSet all;
    private final BacktestFolder folder;
    private final BacktestListener listener;
    private final StopSignal stop;
    private final Map<String, Map<Prop, List<Forecast>>> forecasts = new LinkedHashMap<>();
    private final List<BacktestFit> fits = new ArrayList<>();

    Walk(
        BacktestRequest request,
        DataSet data,
        BacktestFolder folder,
        BacktestListener listener,
        StopSignal stop) {
      this.request = request;
      this.data = data;
      this.folder = folder;
      this.listener = listener;
      this.stop = stop;
      all = joined(data.training(), data.validation());
    }

    void through(List<BacktestStep.Window> windows, List<Contender> contenders) {
      listener.onSteps(
          windows.size(), (int) windows.stream().filter(w -> done(w, contenders)).count());
      for (int step = 0; step < windows.size(); step++) {
        DataSet rows = rows(windows.get(step));
        for (Contender contender : contenders) {
          take(contender.name(), answer(windows, step, rows, contender));
        }
        listener.onStep(step);
      }
    }

    private boolean done(BacktestStep.Window window, List<Contender> contenders) {
      return contenders.stream().allMatch(one -> folder.holds(window.first(), one.name()));
    }

    private Contender.Answer answer(
        List<BacktestStep.Window> windows, int step, DataSet rows, Contender contender) {
      LocalDate day = windows.get(step).first();
      return folder
          .read(day, contender.name(), rows.validation().rows(), request.training().props())
          .orElseGet(
              () -> {
                if (stop.stopRequested()) {
                  throw stopped();
                }
                // Read from the folder even where they were just made, so that a backtest that
                // goes on has what one without a stop had.
                List<WarmStart> before =
                    step == 0
                        ? List.of()
                        : folder.ends(windows.get(step - 1).first(), contender.name());
                listener.onFit(step, day, contender.name(), contender.draws(before));
                Contender.Answer answer = contender.forecast(step, rows, before, listener, stop);
                for (BacktestFit fit : answer.fits()) {
                  LOG.debug("{}: {} ({} s)", fit.title(), fit.sentence(), fit.seconds());
                  if (!fit.converged()) {
                    listener.onWarning("The fit of " + fit.title() + ": " + fit.sentence());
                  }
                }
                folder.write(day, contender.name(), answer);
                return answer;
              });
    }

    private void take(String model, Contender.Answer answer) {
      Map<Prop, List<Forecast>> own =
          forecasts.computeIfAbsent(model, name -> new EnumMap<>(Prop.class));
      for (Prop prop : request.training().props()) {
        own.computeIfAbsent(prop, p -> new ArrayList<>())
            .addAll(Objects.requireNonNull(answer.forecasts().get(prop)));
      }
      fits.addAll(answer.fits());
    }

    /// What is known before a step, and what is to be forecast.
    private DataSet rows(BacktestStep.Window window) {
      int from = first(window.first());
      RowSet training = all.slice(0, from);
      return new DataSet(
          new DateSplit(data.split().trainStart(), window.first().minusDays(1), window.last()),
          training,
          all.slice(from, first(window.last().plusDays(1))),
          FeatureScale.of(training),
          data.hash());
    }

    private int first(LocalDate day) {
      int i = 0;
      while (i < all.size() && all.rows().get(i).matchDate().isBefore(day)) {
        i++;
      }
      return i;
    }

    private static RowSet joined(RowSet before, RowSet after) {
      List<dev.touchline.football.PlayerMatch> rows = new ArrayList<>(before.rows());
      rows.addAll(after.rows());
      double[] features = new double[before.features().length + after.features().length];
      System.arraycopy(before.features(), 0, features, 0, before.features().length);
      System.arraycopy(
          after.features(), 0, features, before.features().length, after.features().length);
      return new RowSet(rows, before.featureNames(), features);
    }
  }
}
