/// The models that a backtest knows by name.
package dev.touchline.work;

import dev.touchline.baseline.Baseline;
import dev.touchline.baseline.Baselines;
import dev.touchline.baseline.BoostedTrees;
import dev.touchline.fault.Fault;
import dev.touchline.props.ModelVariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Touchline's models and the baselines.
public final class Contenders {
  /// Each prop learned alone, by the reference model.
  public static final String SINGLE = "single";

  /// What is compared where nothing else is asked for.
  public static final List<String> USUAL =
      List.of(ModelVariant.DEFAULT.key(), ModelVariant.BEST.key(), "constant", "shrunken", "trees");

  private Contenders() {}

  /// What each name means, in the order in which tables show them.
  public static Map<String, String> descriptions() {
    Map<String, String> names = new LinkedHashMap<>();
    for (ModelVariant variant : ModelVariant.values()) {
      names.put(variant.key(), "all props learned together: " + variant.summary());
    }
    names.put(SINGLE, "the reference model, each prop learned alone");
    Baselines.all().forEach(baseline -> names.put(baseline.key(), baseline.description()));
    return names;
  }

  /// The models of these names; an unknown one is a fault of kind USAGE. Boosted trees whose
  /// library does not load are left out, and the listener is told.
  static List<Contender> of(BacktestRequest request, BacktestListener listener) {
    List<Contender> contenders = new ArrayList<>();
    for (String name : request.models()) {
      Optional<Baseline> baseline = Baselines.find(name);
      if (baseline.isEmpty()) {
        contenders.add(posterior(name, request.training()));
        continue;
      }
      String trouble = baseline.get() instanceof BoostedTrees ? BoostedTrees.trouble() : "";
      if (trouble.isEmpty()) {
        contenders.add(new BaselineContender(baseline.get(), request.training().props()));
      } else {
        listener.onWarning(trouble + " The backtest goes on without " + name + ".");
      }
    }
    return contenders;
  }

  private static Contender posterior(String name, TrainRequest training) {
    String description = descriptions().get(name);
    if (description == null) {
      throw new Fault(
          Fault.Kind.USAGE,
          "\"" + name + "\" is not a model that a backtest knows.",
          "Choose of " + String.join(", ", descriptions().keySet()) + ".");
    }
    if (name.equals(SINGLE)) {
      return new PosteriorContender(
          name,
          description,
          training.props().stream().map(List::of).toList(),
          training.with(ModelVariant.REFERENCE));
    }
    return new PosteriorContender(
        name, description, List.of(training.props()), training.with(ModelVariant.parse(name)));
  }
}
