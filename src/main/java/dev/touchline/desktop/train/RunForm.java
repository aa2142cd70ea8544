/// What the form of the Train panel asks for.
package dev.touchline.desktop.train;

import dev.touchline.desktop.part.CompetitionChoice;
import dev.touchline.desktop.part.RunFields;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainRequest;
import java.util.Arrays;
import java.util.List;

/// Reads the form, and fills it from a run that goes on.
final class RunForm {
  private final TrainModel model;

  RunForm(TrainModel model) {
    this.model = model;
  }

  /// The settings of a run.
  void fill(TrainRequest request) {
    String competition = CompetitionChoice.of(request.competitions(), model.competitions);
    if (model.competitions.contains(competition)) {
      model.competition.set(competition);
    }
    model.trainStart.set(request.split().trainStart());
    model.trainEnd.set(request.split().trainEnd());
    model.validationEnd.set(request.split().valEnd());
    model.draws.set("" + request.sampler().draws());
    model.chains.set("" + request.sampler().chains());
    model.tune.set("" + request.sampler().tune());
    model.seed.set("" + request.sampler().seed());
    model.learned.set(
        request.props().size() == 1 ? request.props().getFirst().key() : TrainModel.MULTI_TASK);
    model.variant.set(request.variant());
    model.version.set(request.version());
  }

  /// The request of the form; what makes no sense is a fault.
  TrainRequest request() {
    SamplerSettings sampler =
        RunFields.sampler(model.chains.get(), model.draws.get(), model.tune.get(), model.seed.get())
            .together();
    var request =
        new TrainRequest(
            model.version.get().strip(),
            RunFields.dates(
                model.trainStart.get(), model.trainEnd.get(), model.validationEnd.get()),
            props(),
            CompetitionChoice.named(model.competition.get()),
            sampler,
            TrainRequest.MAX_RHAT,
            0,
            StopRule.NONE);
    return request.with(model.variant.get());
  }

  private List<Prop> props() {
    String learned = model.learned.get();
    return Arrays.stream(Prop.values())
        .filter(prop -> prop.key().equals(learned))
        .findFirst()
        .map(List::of)
        .orElse(List.of(Prop.values()));
  }
}
