/// Brings what a run has published into the panel's model.
package dev.touchline.desktop.train;

import dev.touchline.desktop.chart.RhatChart;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.trace.ScalarNames;
import dev.touchline.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one run at the screen's own rate; on the screen's thread.
final class RunWatch {
  private static final int WORST = 4;
  private static final String FIRST_SHOWN = "player_sd";

  private final TrainModel model;
  private final LiveRun run;
  private final Map<String, Integer> scalars = new HashMap<>();
  private List<LiveDraws> draws = List.of();
  private @Nullable TraceRecorder recorder;
  private int readings;
  private boolean judgementsNext;

  RunWatch(TrainModel model, LiveRun run) {
    this.model = model;
    this.run = run;
  }

  LiveRun run() {
    return run;
  }

  /// Takes what is new: draws and judgements in turn, so that no frame has to draw all of it.
  void look() {
    judgementsNext = !judgementsNext;
    if (judgementsNext) {
      lookAtDraws();
    } else {
      lookAtJudgements();
    }
  }

  /// Takes everything.
  void lookAtAll() {
    lookAtDraws();
    lookAtJudgements();
  }

  private void lookAtDraws() {
    showChains();
    if (recorder == null && run.recorder() != null) {
      begin(run.recorder());
    }
    if (recorder != null) {
      draws.forEach(LiveDraws::look);
      model.traceRevision.set(model.traceRevision.get() + 1);
    }
  }

  private void lookAtJudgements() {
    List<LiveJudge.Reading> all = run.readings();
    if (all.size() > readings) {
      readings = all.size();
      ConvergenceReport report = all.getLast().report();
      showFigures(report);
      showHistory(all);
      model.verdict.set(Verdicts.soFar(report, run.request().sampler().chains()));
    }
  }

  /// The lines stay, their cells change: a table that gets new lines lays itself out again.
  private void showChains() {
    List<ChainRow> rows = run.chains();
    if (model.chainLines.size() != rows.size()) {
      model.chainLines.setAll(rows.stream().map(ChainLine::new).toList());
    }
    for (int i = 0; i < rows.size(); i++) {
      model.chainLines.get(i).row().set(rows.get(i));
    }
  }

  private void begin(TraceRecorder source) {
    recorder = source;
    ScalarNames names = new ScalarNames(source.schema());
    List<String> all = IntStream.range(0, names.count()).mapToObj(names::name).toList();
    for (int i = 0; i < all.size(); i++) {
      scalars.put(all.get(i), i);
    }
    model.parameters.setAll(all);
    String before = model.parameter.get();
    String chosen =
        before != null && scalars.containsKey(before)
            ? before
            : all.stream()
                .filter(name -> name.startsWith(FIRST_SHOWN))
                .findFirst()
                .orElse(all.getFirst());
    model.parameter.set(chosen);
    choose(chosen);
  }

  /// Shows the draws of a parameter.
  void choose(String name) {
    TraceRecorder source = recorder;
    Integer scalar = scalars.get(name);
    if (source == null || scalar == null) {
      return;
    }
    SamplerSettings sampler = run.request().sampler();
    int tune = run.wantsTune() ? sampler.tune() : 0;
    int total = tune + sampler.draws();
    draws =
        IntStream.range(0, source.chains())
            .mapToObj(chain -> new LiveDraws(source, scalar, chain, total))
            .toList();
    draws.forEach(LiveDraws::look);
    model.traceTune.set(tune);
    model.traceTotal.set(total);
    model.trace.set(List.copyOf(draws));
  }

  private void showFigures(ConvergenceReport report) {
    Predicate<String> once = Mirrored.once();
    model.effective.setAll(
        report.scalars().stream()
            .map(s -> new Effective(s.name(), Math.min(s.essBulk(), s.essTail())))
            .filter(e -> Double.isFinite(e.draws()))
            .sorted(Comparator.comparingDouble(Effective::draws))
            .filter(e -> once.test(e.parameter()))
            .limit(EffectiveView.ROWS)
            .toList());
  }

  private void showHistory(List<LiveJudge.Reading> all) {
    List<RhatChart.History> histories = new ArrayList<>();
    for (ScalarSummary worst : worstFollowed(all)) {
      List<LiveJudge.Reading> its =
          all.stream().filter(r -> Double.isFinite(r.rhat(worst.name()))).toList();
      histories.add(
          new RhatChart.History(
              worst.name(),
              its.stream().mapToDouble(LiveJudge.Reading::draws).toArray(),
              its.stream().mapToDouble(r -> r.rhat(worst.name())).toArray()));
    }
    model.judged.set(all.getLast().rhats().size());
    model.rhat.set(histories);
  }

  /// The worst at the last look; at the end those that were looked at all along, the worst of all
  /// beside them, so that lines lead to the final figures.
  private static List<ScalarSummary> worstFollowed(List<LiveJudge.Reading> all) {
    ConvergenceReport last = all.getLast().report();
    LiveJudge.Reading before = all.get(Math.max(0, all.size() - 2));
    Predicate<String> once = Mirrored.once();
    Predicate<String> onceMore = Mirrored.once();
    return Stream.concat(
            last.scalars().stream()
                .filter(s -> before.rhats().containsKey(s.name()) && Double.isFinite(s.rhat()))
                .sorted(Comparator.comparingDouble(s -> -s.rhat()))
                .filter(s -> once.test(s.name()))
                .limit(WORST - 1),
            last.worst().stream().limit(WORST))
        .distinct()
        .filter(s -> onceMore.test(s.name()))
        .limit(WORST)
        .toList();
  }

  /// The run is over: its final figures, and the last point of the history.
  void conclude(ConvergenceReport report) {
    showChains();
    draws.forEach(LiveDraws::look);
    // The same chains have more draws now, which setting them alone would not tell.
    model.trace.set(List.of());
    model.trace.set(List.copyOf(draws));
    showFigures(report);
    var all = new ArrayList<>(run.readings());
    if (report.scalars().size() == scalars.size()) {
      all.add(LiveJudge.Reading.of(report.draws(), report));
    }
    if (!all.isEmpty()) {
      showHistory(all);
    }
  }
}
