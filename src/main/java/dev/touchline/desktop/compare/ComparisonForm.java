/// What the form of the Compare panel asks for.
package dev.touchline.desktop.compare;

import dev.touchline.data.StoreStatus.CompetitionStatus;
import dev.touchline.desktop.part.CompetitionChoice;
import dev.touchline.desktop.part.RunFields;
import dev.touchline.fault.Fault;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.ModelVariant;
import dev.touchline.work.CompareRequest;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fills the form from a version and reads it back. Dates, competitions and props decide which rows
/// and columns are compared: where they are not the version's own, it cannot take part and another
/// multi-task model is trained.
final class ComparisonForm {
  /// The names of versions that are trained for a comparison without a version begin so.
  private static final String PREFIX = "compare";

  private final CompareModel model;
  private List<@Nullable LocalDate> suggested = List.of();

  ComparisonForm(CompareModel model) {
    this.model = model;
  }

  /// The settings that a version was trained with.
  void fill(ModelMetadata version) {
    model.trainStart.set(version.dates().trainStart());
    model.trainEnd.set(version.dates().trainEnd());
    model.validationEnd.set(version.dates().valEnd());
    String competition = label(version.competitions());
    if (!model.competitions.contains(competition)) {
      model.competitions.add(competition);
    }
    model.competition.set(competition);
    model.draws.set("" + version.draws());
    model.chains.set("" + version.chains());
    model.tune.set("" + version.tune());
    model.seed.set("" + version.seed());
    model.props.forEach((prop, chosen) -> chosen.set(version.props().contains(prop)));
  }

  /// Days to begin with where there is no version, of real matches where there are any: the last
  /// fifth is for validation. Dates that the user has set stay.
  void suggest(List<CompetitionStatus> found) {
    boolean untouched = model.trainStart.get() == null || typed().equals(suggested);
    List<CompetitionStatus> taken = CompetitionChoice.taken(CompetitionChoice.ALL, found);
    if (untouched && !taken.isEmpty()) {
      LocalDate first = Collections.min(taken.stream().map(CompetitionStatus::firstDay).toList());
      LocalDate last = Collections.max(taken.stream().map(CompetitionStatus::lastDay).toList());
      long days = last.toEpochDay() - first.toEpochDay();
      model.trainStart.set(first);
      model.trainEnd.set(last.minusDays(days / 5));
      model.validationEnd.set(last);
      suggested = typed();
    }
  }

  private List<@Nullable LocalDate> typed() {
    return Arrays.asList(model.trainStart.get(), model.trainEnd.get(), model.validationEnd.get());
  }

  /// Competitions as one line of text.
  private static String label(List<String> competitions) {
    return competitions.isEmpty() ? CompetitionChoice.ALL : String.join(", ", competitions);
  }

  private List<String> competitions() {
    return CompetitionChoice.named(model.competition.get()).stream()
        .flatMap(several -> Arrays.stream(several.split(", ")))
        .toList();
  }

  private List<Prop> props() {
    return Arrays.stream(Prop.values()).filter(prop -> model.chosen(prop).get()).toList();
  }

  private DateSplit dates() {
    return RunFields.dates(model.trainStart.get(), model.trainEnd.get(), model.validationEnd.get());
  }

  /// Whether a version was trained on what the form says.
  boolean fits(ModelMetadata version) {
    return version.dates().equals(dates())
        && version.props().equals(props())
        && label(version.competitions()).equals(model.competition.get());
  }

  /// The request of the form; what makes no sense is a fault. `version` takes part where it fits.
  CompareRequest request(@Nullable ModelMetadata version) {
    List<Prop> props = props();
    if (props.size() < 2) {
      throw new Fault(
          Fault.Kind.USAGE,
          "A multi-task model has at least two props.",
          "Choose two or three of goals, shots and cards.");
    }
    SamplerSettings sampler =
        RunFields.sampler(
            model.chains.get(), model.draws.get(), model.tune.get(), model.seed.get());
    var training =
        new TrainRequest(
                version == null ? PREFIX : version.version(),
                dates(),
                props,
                competitions(),
                sampler,
                TrainRequest.MAX_RHAT,
                0,
                StopRule.NONE)
            .with(version == null ? ModelVariant.BEST : version.variant());
    String multi = version != null && fits(version) ? version.version() : null;
    return new CompareRequest(multi, training, Map.of(), command(multi, training));
  }

  /// The command line that asks for the same.
  private static String command(@Nullable String multi, TrainRequest training) {
    var words = new StringBuilder("touchline compare");
    if (multi != null) {
      words.append(" --multi ").append(multi);
    }
    words.append(
        " --version %s --model %s --train-start %s --train-end %s --val-end %s --props %s"
            .formatted(
                training.version(),
                training.variant().key(),
                training.split().trainStart(),
                training.split().trainEnd(),
                training.split().valEnd(),
                training.props().stream().map(Prop::key).collect(Collectors.joining(","))));
    training
        .competitions()
        .forEach(name -> words.append(" --competition \"").append(name).append('"'));
    return words
        .append(
            " --chains %d --draws %d --tune %d --seed %d"
                .formatted(
                    training.sampler().chains(),
                    training.sampler().draws(),
                    training.sampler().tune(),
                    training.sampler().seed()))
        .toString();
  }
}
