/// What the form of the backtest asks for.
package dev.touchline.desktop.calibrate;

import dev.touchline.data.StoreStatus;
import dev.touchline.data.StoreStatus.CompetitionStatus;
import dev.touchline.desktop.part.CompetitionChoice;
import dev.touchline.desktop.part.RunFields;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.work.BacktestRequest;
import dev.touchline.work.BacktestStep;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fills the form with what suits the rows, and reads it.
final class BacktestForm {
  private static final int SHARE = 5;

  private final BacktestModel model;
  private List<CompetitionStatus> rows = List.of();
  private List<@Nullable LocalDate> suggestedDays = Arrays.asList(null, null);
  private String suggestedName = "";

  BacktestForm(BacktestModel model) {
    this.model = model;
  }

  /// Offers the competitions that there are.
  void offer(StoreStatus status) {
    rows = status.competitions();
    String before = model.competition.get();
    List<String> offered = new ArrayList<>(List.of(CompetitionChoice.ALL));
    rows.forEach(one -> offered.add(one.competition()));
    model.competition.set(null);
    model.competitions.setAll(offered);
    model.competition.set(offered.contains(before) ? before : CompetitionChoice.ALL);
    suggestDays();
  }

  /// The last fifth of the chosen matches, unless the user has set days himself.
  void suggestDays() {
    List<CompetitionStatus> chosen = CompetitionChoice.taken(model.competition.get(), rows);
    List<@Nullable LocalDate> now = Arrays.asList(model.from.get(), model.to.get());
    if (chosen.isEmpty() || !now.equals(suggestedDays)) {
      return;
    }
    LocalDate first =
        chosen.stream()
            .map(CompetitionStatus::firstDay)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate last =
        chosen.stream()
            .map(CompetitionStatus::lastDay)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate from = last.minusDays((last.toEpochDay() - first.toEpochDay()) / SHARE);
    suggestedDays = Arrays.asList(from, last);
    model.from.set(from);
    model.to.set(last);
  }

  /// A name after the first day that is not taken, unless the user has typed one.
  void suggestName(Collection<String> taken) {
    LocalDate from = model.from.get();
    if (from == null || !model.name.get().equals(suggestedName)) {
      return;
    }
    String name = "backtest-" + from;
    for (int i = 2; taken.contains(name); i++) {
      name = "backtest-" + from + "-" + i;
    }
    suggestedName = name;
    model.name.set(name);
  }

  /// The request of the form; what makes no sense is a fault.
  BacktestRequest request() {
    LocalDate from = model.from.get();
    LocalDate to = model.to.get();
    if (from == null || to == null) {
      throw new Fault(
          Fault.Kind.USAGE, "A date is missing or is none.", "Write both as 2018-06-01.");
    }
    var training =
        new TrainRequest(
            model.name.get().strip(),
            BacktestRequest.days(null, from, to),
            List.of(Prop.values()),
            CompetitionChoice.named(model.competition.get()),
            RunFields.sampler(
                model.chains.get(), model.draws.get(), model.tune.get(), model.seed.get()),
            TrainRequest.MAX_RHAT,
            0,
            StopRule.NONE);
    BacktestStep step = BacktestStep.parse(model.step.get());
    List<String> models = model.takingPart();
    String against = model.against.get();
    return new BacktestRequest(
        training,
        step,
        models,
        against == null ? "" : against,
        Map.of(),
        command(training, from, to, step, models, against));
  }

  /// The command line that asks for the same.
  private static String command(
      TrainRequest training,
      LocalDate from,
      LocalDate to,
      BacktestStep step,
      List<String> models,
      @Nullable String against) {
    var words =
        new StringBuilder(
            "touchline backtest --from %s --to %s --step %s --models %s --against %s --name %s"
                .formatted(from, to, step, String.join(",", models), against, training.version()));
    training
        .competitions()
        .forEach(name -> words.append(" --competition \"").append(name).append('"'));
    SamplerSettings sampler = training.sampler();
    return words
        .append(
            " --chains %d --draws %d --tune %d --seed %d"
                .formatted(sampler.chains(), sampler.draws(), sampler.tune(), sampler.seed()))
        .toString();
  }
}
