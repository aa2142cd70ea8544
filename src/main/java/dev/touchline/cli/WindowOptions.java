/// Options that say what is trained on what.
package dev.touchline.cli;

import dev.touchline.football.DateSplit;
import dev.touchline.props.ModelVariant;
import dev.touchline.work.StopRule;
import dev.touchline.work.TraceExtra;
import dev.touchline.work.TrainRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Filled by picocli.
final class WindowOptions {
  @Option(
      names = "--train-start",
      required = true,
      paramLabel = "DATE",
      description = "First training day, such as 2018-06-01.")
  @SuppressWarnings("NullAway.Init")
  String trainStart;

  @Option(
      names = "--train-end",
      required = true,
      paramLabel = "DATE",
      description = "Last training day, inclusive.")
  @SuppressWarnings("NullAway.Init")
  String trainEnd;

  @Option(
      names = "--val-end",
      required = true,
      paramLabel = "DATE",
      description = "Last validation day, inclusive.")
  @SuppressWarnings("NullAway.Init")
  String valEnd;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Model: reference (counts in proportion to minutes), minutes (an exponent on minutes for"
              + " each prop), team (that, and own teams' effects) (default: reference).")
  String model = ModelVariant.DEFAULT.key();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Stop sampling after this long and judge what was drawn.")
  @Nullable Double timeLimit;

  @Option(
      names = "--until-ess",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Stop when every parameter has this effective sample size (bulk and tail) and R-hat"
              + " below 1.01; --draws is then the most that is tried.")
  int untilEss;

  @Mixin final LearningOptions learning = new LearningOptions();

  TrainRequest request(String version) {
    return request(version, 0, Set.of());
  }

  TrainRequest request(String version, int keep, Set<TraceExtra> extras) {
    DateSplit split =
        new DateSplit(
            Command.date("--train-start", trainStart),
            Command.date("--train-end", trainEnd),
            Command.date("--val-end", valEnd));
    return new TrainRequest(
        version,
        split,
        learning.props(),
        learning.competitions(),
        learning.sampler().settings(),
        learning.maxRhat(),
        keep,
        new StopRule(
            timeLimit == null ? null : Duration.ofMillis(Math.round(timeLimit * 1000)), untilEss),
        extras,
        ModelVariant.parse(model));
  }
}
