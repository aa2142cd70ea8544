/// What a training run is asked to do.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.props.ModelVariant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A validated training request.
///
/// @param version name of the version to publish: letters, digits, `.`, `_`, `-`
/// @param split training and validation windows
/// @param props props to learn together; one prop is the single-task model
/// @param competitions competition keys; empty: all
/// @param sampler sampler settings
/// @param maxRhat the gate
/// @param keep versions to keep after publishing, 0 for all; the served one is always kept
/// @param stopRule when sampling may end early
/// @param extras parts of the trace file that are saved besides the usual ones
/// @param variant which terms the rate has
public record TrainRequest(
    String version,
    DateSplit split,
    List<Prop> props,
    List<String> competitions,
    SamplerSettings sampler,
    double maxRhat,
    int keep,
    StopRule stopRule,
    Set<TraceExtra> extras,
    ModelVariant variant) {

  /// The usual gate.
  public static final double MAX_RHAT = 1.05;

  /// Folder names of most systems may be longer, but a report's and a comparison's are made of it.
  private static final int LONGEST_NAME = 80;

  /// Refuses names that are no safe folder names and settings that make no sense.
  public TrainRequest {
    checkName(version);
    if (props.isEmpty()) {
      throw new Fault(
          Fault.Kind.USAGE, "No props were chosen.", "Choose of goals, shots and cards.");
    }
    if (!(maxRhat >= 1) || Double.isInfinite(maxRhat)) {
      throw new Fault(
          Fault.Kind.USAGE, "max-rhat cannot be " + maxRhat + ".", "Choose 1 or more, as 1.05.");
    }
    if (keep < 0) {
      throw new Fault(Fault.Kind.USAGE, "keep cannot be " + keep + ".", "Choose 0 or more.");
    }
    props = List.copyOf(props);
    competitions = List.copyOf(competitions);
    // Checkpoints of earlier versions do not say.
    extras = Set.copyOf(Objects.requireNonNullElse(extras, Set.of()));
    variant = Objects.requireNonNullElse(variant, ModelVariant.REFERENCE);
  }

  private static void checkName(String version) {
    if (version.isEmpty()) {
      throw new Fault(Fault.Kind.USAGE, "The version has no name.", "Write one, such as v1.1.");
    }
    if (version.length() > LONGEST_NAME) {
      throw new Fault(
          Fault.Kind.USAGE,
          "\"%s…\" cannot be a version's name: it has %,d characters."
              .formatted(version.substring(0, 20), version.length()),
          "Use at most " + LONGEST_NAME + ", such as v1.1.");
    }
    if (!version.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new Fault(
          Fault.Kind.USAGE,
          "\"" + version + "\" cannot be a version's name.",
          "Begin with a letter or digit and use only those of a to z, digits, dots, hyphens and"
              + " underscores, such as v1.1.");
    }
  }

  /// A request of the usual model without extras.
  public TrainRequest(
      String version,
      DateSplit split,
      List<Prop> props,
      List<String> competitions,
      SamplerSettings sampler,
      double maxRhat,
      int keep,
      StopRule stopRule) {
    this(
        version,
        split,
        props,
        competitions,
        sampler,
        maxRhat,
        keep,
        stopRule,
        Set.of(),
        ModelVariant.DEFAULT);
  }

  /// The same of another variant.
  public TrainRequest with(ModelVariant other) {
    return new TrainRequest(
        version, split, props, competitions, sampler, maxRhat, keep, stopRule, extras, other);
  }

  /// The same on these competitions.
  TrainRequest on(List<String> others) {
    return new TrainRequest(
        version, split, props, others, sampler, maxRhat, keep, stopRule, extras, variant);
  }

  /// The same with all chains side by side, for those who watch them.
  public TrainRequest together() {
    return new TrainRequest(
        version,
        split,
        props,
        competitions,
        sampler.together(),
        maxRhat,
        keep,
        stopRule,
        extras,
        variant);
  }
}
