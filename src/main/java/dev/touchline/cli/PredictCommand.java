/// `touchline predict`: one prediction, or many from a file.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.predict.Predictor;
import dev.touchline.work.PriceAnswer;
import dev.touchline.work.PriceRequest;
import dev.touchline.work.Pricer;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
    name = "predict",
    description = "Predicts goals, shots and cards of a player against an opponent.",
    footer = {
      "",
      "Examples",
      "  touchline predict v1.1 --player \"L. Modrić\" --opponent England --away --line shots=2.5",
      "  touchline predict v1.1 --new-player --position FWD --opponent England --home",
      "  touchline predict v1.1 --batch players.csv --output prices.csv",
      "",
      "--home without a folder says that the player's team is at home.",
      "A batch file has the columns player, opponent, home (1 or 0), minutes and team (optional)"
          + " and any features."
    })
final class PredictCommand extends Command {
  @Parameters(paramLabel = "VERSION", description = "The version.")
  @SuppressWarnings("NullAway.Init")
  private String version;

  @Option(names = "--player", paramLabel = "NAME|ID", description = "The player.")
  private @Nullable String player;

  @Option(names = "--new-player", description = "Ask for a player that the model does not know.")
  private boolean newPlayer;

  @Option(names = "--position", description = "Position of an unknown player: GKP, DEF, MID, FWD.")
  private @Nullable String position;

  @Option(names = "--opponent", paramLabel = "NAME|ID", description = "The opponent.")
  private @Nullable String opponent;

  @Option(
      names = "--team",
      paramLabel = "NAME|ID",
      defaultValue = "",
      description =
          "The player's own team, for models with own teams' effects (default: his last one).")
  private String team = "";

  @Option(names = "--away", description = "The player's team is away.")
  private boolean away;

  @Option(
      names = "--minutes",
      description =
          "Minutes that he will play, 0 to 120 (default: what his last appearances let expect, given"
              + " that he plays).")
  private @Nullable Double minutes;

  @Option(
      names = "--feature",
      paramLabel = "NAME=VALUE",
      description = "A feature in place of the player's form; may be given several times.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--interval",
      defaultValue = "0.95",
      description = "Mass of the intervals (default: 0.95).")
  private double interval = Predictor.INTERVAL;

  @Option(
      names = "--line",
      paramLabel = "PROP=LINE",
      description = "A line to price; may be given several times.")
  private List<String> lines = new ArrayList<>();

  @Option(
      names = "--samples",
      defaultValue = "1000",
      description = "Posterior samples kept in memory (default: 1000).")
  private int samples = Predictor.SAMPLES;

  @Option(
      names = "--trace",
      paramLabel = "FILE.nc",
      description =
          "Draws of another file in place of the version's own, such as those of PyMC for the same"
              + " model and players.")
  private @Nullable Path trace;

  @Option(names = "--batch", paramLabel = "FILE.csv", description = "Predict every line of a file.")
  private @Nullable Path batch;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where a batch goes: .csv or .json (default: standard output).")
  private @Nullable Path output;

  PredictCommand(Session session) {
    super(session);
  }

  @Override
  boolean homeMayBeBare() {
    return true;
  }

  @Override
  int run() {
    try (Workspace workspace = workspace();
        Pricer pricer = Pricer.open(workspace, version, samples, trace)) {
      if (batch != null) {
        return new PredictBatch(this, pricer, batch, output, interval, LineOptions.many(lines))
            .run();
      }
      PriceAnswer answer = pricer.price(request());
      Map<Prop, List<Double>> asked = LineOptions.many(lines);
      if (json()) {
        printJson(Prices.facts(answer, asked));
      } else {
        Prices.text(answer, asked).forEach(line -> print("%s", line));
      }
      return 0;
    }
  }

  private PriceRequest request() {
    boolean home = common.home.contains(CommonOptions.BARE);
    if (home == away) {
      throw new Fault(
          Fault.Kind.USAGE,
          home ? "The player cannot be at home and away." : "Home or away was not said.",
          "Give --home or --away.");
    }
    if (opponent == null) {
      throw new Fault(Fault.Kind.USAGE, "--opponent is missing.", "Give a name or an id.");
    }
    if ((player == null) != newPlayer) {
      throw new Fault(
          Fault.Kind.USAGE,
          newPlayer ? "--player and --new-player exclude each other." : "--player is missing.",
          "Give --player NAME|ID, or --new-player.");
    }
    return new PriceRequest(
        player,
        position == null ? null : Position.parse(position),
        opponent,
        home,
        minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes),
        featureValues(),
        interval,
        team);
  }

  private Map<String, Double> featureValues() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String feature : features) {
      String[] parts = feature.split("=", 2);
      double value = parts.length == 2 ? LineOptions.number(parts[1]) : Double.NaN;
      if (!Double.isFinite(value)) {
        throw new Fault(
            Fault.Kind.DATA,
            "\"" + feature + "\" is not a feature with a finite value.",
            "Write NAME=VALUE, such as form_shots=2.1.");
      }
      values.put(parts[0].strip(), value);
    }
    return values;
  }
}
