/// Options of everything that learns from rows.
package dev.touchline.cli;

import dev.touchline.football.Prop;
import dev.touchline.work.TrainRequest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Filled by picocli.
final class LearningOptions {
  @Option(
      names = "--props",
      defaultValue = "goals,shots,cards",
      description = "Props to learn together; one is the single-task model (default: all three).")
  private String props = "goals,shots,cards";

  @Option(
      names = "--competition",
      paramLabel = "KEY",
      description = "Competition to use; may be given several times (default: all).")
  private List<String> competitions = new ArrayList<>();

  @Option(
      names = "--max-rhat",
      defaultValue = "1.05",
      description = "R-hat above which a run has not converged (default: 1.05).")
  private double maxRhat = TrainRequest.MAX_RHAT;

  @Mixin private final SamplerOptions sampler = new SamplerOptions();

  List<Prop> props() {
    return Prop.parseList(props);
  }

  List<String> competitions() {
    return competitions;
  }

  double maxRhat() {
    return maxRhat;
  }

  SamplerOptions sampler() {
    return sampler;
  }
}
