/// The Train panel's way to the rows and the trainer.
package dev.touchline.desktop.train;

import dev.touchline.data.RowQuery;
import dev.touchline.desktop.chart.CalendarChart;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.CompetitionChoice;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.diagnose.Judge;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import dev.touchline.work.InterruptedRun;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Calls the trainer; touches no node. All methods on the screen's thread.
public final class TrainPresenter implements TrainActions {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private final TrainModel model;
  private final RunForm form;
  private final Workspace workspace;
  private final Background background;
  private final Engine engine;
  private final Runnable published;
  private final Consumer<Path> diagnoser;
  private List<PlayerMatch> rows = List.of();
  private boolean known;
  private List<@Nullable LocalDate> suggested = List.of();
  private volatile @Nullable LiveRun run;
  private @Nullable RunWatch watch;
  private @Nullable InterruptedRun offered;

  /// `published` is told when a run has added a version, or another one is served; `diagnoser`
  /// takes the user to a trace.
  public TrainPresenter(
      TrainModel model,
      Workspace workspace,
      Background background,
      Engine engine,
      Runnable published,
      Consumer<Path> diagnoser) {
    this.model = model;
    form = new RunForm(model);
    this.workspace = workspace;
    this.background = background;
    this.engine = engine;
    this.published = published;
    this.diagnoser = diagnoser;
    model.competition.subscribe(
        chosen -> {
          countDays();
          followCompetition();
        });
    for (var day : List.of(model.trainStart, model.trainEnd, model.validationEnd)) {
      day.subscribe(
          value -> {
            showWindows();
            check();
          });
    }
    for (var text :
        List.of(model.draws, model.chains, model.tune, model.seed, model.version, model.learned)) {
      text.subscribe(value -> check());
    }
    model.variant.subscribe(value -> check());
    engine
        .title()
        .subscribe(
            title -> {
              model.engineBusy.set(engine.busy());
              check();
            });
    model.parameter.subscribe(
        name -> {
          if (watch != null && name != null) {
            watch.choose(name);
          }
        });
  }

  @Override
  public void refresh() {
    if (model.version.get().isEmpty()) {
      background.run(this::freeVersion, model.version::set, this::failed);
    }
    background.run(() -> workspace.rows().rows(RowQuery.ALL), this::show, this::failed);
    lookForInterrupted();
    if (!model.published.get().isEmpty()) {
      lookWhatIsServed();
    }
  }

  private void lookForInterrupted() {
    background.run(() -> workspace.checkpoints().list(), this::offer, this::failed);
  }

  private void offer(List<InterruptedRun> runs) {
    offered = runs.stream().max(Comparator.comparing(InterruptedRun::started)).orElse(null);
    InterruptedRun run = offered;
    model.interrupted.set(
        run == null
            ? null
            : new Interrupted(
                run.version(),
                "The run of %s, begun %s, stopped after %s and can go on."
                    .formatted(run.version(), BEGUN.format(run.started()), run.progress())));
  }

  /// A name that neither a version nor an interrupted run has.
  private String freeVersion() {
    int number = 1;
    while (Files.exists(workspace.models().folder("v" + number))
        || workspace.checkpoints().find("v" + number).isPresent()) {
      number++;
    }
    return "v" + number;
  }

  private void show(List<PlayerMatch> read) {
    rows = read;
    known = true;
    var names = new TreeSet<String>();
    read.forEach(row -> names.add(row.competition()));
    boolean real =
        names.stream().anyMatch(name -> CompetitionChoice.takes(CompetitionChoice.ALL, name));
    List<String> choices = new ArrayList<>();
    if (real) {
      choices.add(CompetitionChoice.ALL);
    }
    choices.addAll(names);
    if (!choices.equals(model.competitions)) {
      String before = model.competition.get();
      // Where real rows have come and the user had set nothing, they are what he wants to train on.
      boolean first =
          real && !model.competitions.contains(CompetitionChoice.ALL) && dates().equals(suggested);
      model.competitions.setAll(choices);
      model.competition.set(
          choices.contains(before) && !first
              ? before
              : choices.isEmpty() ? null : choices.getFirst());
    }
    countDays();
    check();
  }

  private List<PlayerMatch> chosenRows() {
    String chosen = model.competition.get();
    return rows.stream().filter(row -> CompetitionChoice.takes(chosen, row.competition())).toList();
  }

  private TreeMap<LocalDate, Integer> days() {
    var matches = new TreeMap<LocalDate, TreeSet<Long>>();
    for (PlayerMatch row : chosenRows()) {
      matches.computeIfAbsent(row.matchDate(), day -> new TreeSet<>()).add(row.matchId());
    }
    var counts = new TreeMap<LocalDate, Integer>();
    matches.forEach((day, ids) -> counts.put(day, ids.size()));
    return counts;
  }

  /// Other matches, other dates, unless the user has set some himself.
  private void followCompetition() {
    if (model.trainStart.get() == null || dates().equals(suggested)) {
      suggestDates(DatePreset.EIGHTH);
      suggested = dates();
    }
  }

  /// Whether the user has set dates himself, rather than left those that were suggested.
  boolean datesAreOwn() {
    return !dates().contains(null) && !dates().equals(suggested);
  }

  private List<@Nullable LocalDate> dates() {
    return Arrays.asList(model.trainStart.get(), model.trainEnd.get(), model.validationEnd.get());
  }

  private void countDays() {
    model.matchesPerDay.set(days());
    check();
  }

  @Override
  public void suggestDates(DatePreset preset) {
    TreeMap<LocalDate, Integer> days = days();
    preset
        .split(days)
        .ifPresentOrElse(
            split -> {
              model.trainStart.set(split.trainStart());
              model.trainEnd.set(split.trainEnd());
              model.validationEnd.set(split.valEnd());
            },
            () -> {
              if (!days.isEmpty()) {
                model.message.set(
                    new Message(
                        Message.Kind.CAUTION,
                        "The matches span too few days for \"" + preset.label() + "\".",
                        "Choose another preset, or type the dates."));
              }
            });
  }

  private void showWindows() {
    LocalDate start = model.trainStart.get();
    LocalDate end = model.trainEnd.get();
    LocalDate validation = model.validationEnd.get();
    boolean ordered =
        start != null
            && end != null
            && validation != null
            && start.isBefore(end)
            && end.isBefore(validation);
    model.windows.set(ordered ? new CalendarChart.Windows(start, end, validation) : null);
  }

  /// Whether what the form says can be trained, and what it would be.
  private void check() {
    String problem = "";
    try {
      TrainRequest request = form.request();
      List<PlayerMatch> chosen = chosenRows();
      Preview preview = Preview.of(chosen, request);
      model.preview.set(preview);
      model.rates.setAll(WindowRates.of(chosen, request.split()));
      problem = preview.problem();
      if (problem.isEmpty() && Files.exists(workspace.models().folder(request.version()))) {
        problem = "Version " + request.version() + " exists already: choose another name.";
      }
    } catch (Fault fault) {
      problem = fault.getMessage() + " " + fault.remedy();
      if (model.windows.get() == null) {
        // Counts of windows that no longer stand would be taken for those of the new ones.
        model.preview.set(Preview.NONE);
        model.rates.clear();
      }
    }
    // Before the rows have been read the form is empty for want of them, which is no fault of it.
    model.problem.set(known ? problem : "");
    model.ready.set(known && problem.isEmpty() && !engine.busy());
  }

  @Override
  public void train() {
    try {
      start(form.request(), List.of());
    } catch (Fault fault) {
      failed(fault);
    }
  }

  @Override
  public void resume() {
    InterruptedRun interrupted = offered;
    if (interrupted != null) {
      // The form says what runs: it cannot be changed meanwhile, and is read for that.
      form.fill(interrupted.request());
      start(interrupted.request().together(), interrupted.done());
    }
  }

  @Override
  public void discard() {
    InterruptedRun interrupted = offered;
    if (interrupted != null) {
      background.run(
          () -> {
            workspace.checkpoints().delete(interrupted.version());
            return workspace.checkpoints().list();
          },
          this::offer,
          this::failed);
    }
  }

  /// Begins a run, or goes on where `before` says how far each chain came.
  private void start(TrainRequest request, List<Integer> before) {
    boolean started =
        engine.start(
            "Training " + request.version(),
            (progress, stop) -> {
              LiveRun live = new LiveRun(request, before, progress);
              run = live;
              try (live) {
                Trainer trainer = new Trainer(workspace);
                return before.isEmpty()
                    ? trainer.train(request, live, stop)
                    : trainer.resume(request, live, stop);
              }
            },
            this::finished,
            this::runFailed);
    if (started) {
      model.message.set(Message.NONE);
      model.log.clear();
      model.published.set("");
      model.servedBeside.set("");
      model.chainLines.clear();
      model.effective.clear();
      model.rhat.set(List.of());
      model.verdict.set(
          new Verdict("Training " + request.version(), "muted", "The chains are starting."));
      model.essTarget.set(Judge.CAUTION_ESS_PER_CHAIN * request.sampler().chains());
      model.trace.set(List.of());
      model.running.set(true);
      model.watching.set(true);
      model.stopping.set(false);
      watch = null;
    }
  }

  @Override
  public void stop() {
    model.stopping.set(true);
    engine.stop();
  }

  /// Looks at the running chains.
  public void frame() {
    look(RunWatch::look);
  }

  private void look(Consumer<RunWatch> how) {
    LiveRun live = run;
    if (live == null || !model.running.get()) {
      return;
    }
    if (watch == null || watch.run() != live) {
      watch = new RunWatch(model, live);
    }
    how.accept(watch);
    for (String line = live.nextNews(); line != null; line = live.nextNews()) {
      log(line);
    }
  }

  private void log(String line) {
    model.log.add(CLOCK.format(LocalTime.now()) + "  " + line);
  }

  private void finished(TrainOutcome outcome) {
    look(RunWatch::lookAtAll);
    end();
    if (watch != null && outcome.convergence() != null) {
      watch.conclude(outcome.convergence());
    }
    model.verdict.set(Verdicts.of(outcome));
    if (outcome.published()) {
      String version = outcome.metadata().version();
      log("Published as " + version);
      model.published.set(version);
      lookWhatIsServed();
      background.run(this::freeVersion, model.version::set, this::failed);
      published.run();
    }
  }

  private void lookWhatIsServed() {
    String version = model.published.get();
    background.run(
        () -> workspace.models().served().orElse(""),
        served -> model.servedBeside.set(served.equals(version) ? "" : served),
        this::failed);
  }

  @Override
  public void diagnose() {
    diagnoser.accept(workspace.models().folder(model.published.get()).resolve("trace.nc"));
  }

  @Override
  public void serve() {
    String version = model.published.get();
    background.run(
        () -> {
          workspace.models().serve(version);
          return version;
        },
        served -> {
          log("Predictions use " + served + " now");
          lookWhatIsServed();
          published.run();
        },
        this::failed);
  }

  private void runFailed(Fault fault) {
    look(RunWatch::lookAtAll);
    end();
    model.verdict.set(new Verdict("The run failed", "bad", Message.of(fault).text()));
    failed(fault);
  }

  private void end() {
    model.running.set(false);
    model.stopping.set(false);
    run = null;
    check();
    lookForInterrupted();
  }

  private void failed(Fault fault) {
    model.message.set(Message.of(fault));
  }
}
