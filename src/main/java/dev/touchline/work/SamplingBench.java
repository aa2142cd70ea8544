/// Samples a neutral problem, so that engines can be timed on one posterior.
package dev.touchline.work;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.touchline.data.RunningForm;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.fault.Fault;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import dev.touchline.mcmc.ChainSummary;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.ModelData;
import dev.touchline.props.PropProblem;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The measurement behind `bench sampling`.
public final class SamplingBench {
  private SamplingBench() {}

  /// Samples a problem: JSON with N, P, O, F, K, player, opponent, player_position (0 GKP … 3 FWD),
  /// home, log_exposure, X (N × F, standardised) and y (N × K). Time runs from preparing the model
  /// to the last draw; reading, judging and writing are not in it.
  ///
  /// @param trace where to write the trace, or null
  public static SamplingBenchResult run(
      Path problem, SamplerSettings settings, @Nullable Path trace) {
    ModelData data = read(problem);
    long begin = System.nanoTime();
    PropProblem prepared = PropProblem.of(data);
    TraceRecorder recorder =
        new TraceRecorder(
            prepared::newModel,
            TraceSchemas.of(data, prepared.parameters(), Map.of()),
            settings.chains());
    double prepare = (System.nanoTime() - begin) / 1e9;
    List<ChainSummary> chains = new Sampler(settings).run(prepared, recorder, StopSignal.NEVER);
    double total = (System.nanoTime() - begin) / 1e9;
    for (ChainSummary chain : chains) {
      if (chain.failure() != null) {
        throw new Fault(
            Fault.Kind.DEFECT,
            "Chain " + (chain.chain() + 1) + " failed: " + chain.failure().getMessage(),
            "Please report this with the problem.",
            chain.failure());
      }
    }
    TraceSource draws = recorder.trace();
    if (trace != null) {
      new TraceFiles().write(draws, trace);
    }
    ConvergenceReport report =
        TraceDiagnosis.judge(
            draws, TrainRequest.MAX_RHAT, Runtime.getRuntime().availableProcessors());
    double tuneShare = Sampling.tuneShare(chains);
    double sampling = total - prepare;
    return new SamplingBenchResult(
        problem.getFileName().toString(),
        settings.chains(),
        settings.draws(),
        settings.tune(),
        new SamplingBenchResult.Seconds(
            prepare + sampling * tuneShare, sampling * (1 - tuneShare), total),
        report.minEssBulk(),
        report.minEssTail(),
        worst(report),
        report.minEssBulk() / total,
        report.maxRhat(),
        report.divergences(),
        chains.stream().mapToLong(ChainSummary::gradients).sum(),
        moments(prepared.parameters(), report.scalars()));
  }

  private static String worst(ConvergenceReport report) {
    return report.scalars().stream()
        .filter(scalar -> scalar.essBulk() <= report.minEssBulk())
        .map(ScalarSummary::name)
        .findFirst()
        .orElse("");
  }

  private static Map<String, SamplingBenchResult.Moments> moments(
      List<Parameter> parameters, List<ScalarSummary> scalars) {
    Map<String, SamplingBenchResult.Moments> moments = new LinkedHashMap<>();
    int at = 0;
    for (Parameter parameter : parameters) {
      List<ScalarSummary> own = scalars.subList(at, at + parameter.size());
      moments.put(
          parameter.name(),
          new SamplingBenchResult.Moments(
              parameter.shape(),
              own.stream().map(ScalarSummary::mean).toList(),
              own.stream().map(ScalarSummary::sd).toList(),
              own.stream().map(s -> s.sd() > 0 ? s.mcseMean() : 0).toList()));
      at += parameter.size();
    }
    return moments;
  }

  static ModelData read(Path file) {
    try {
      return data(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.DATA, "The problem " + file + " cannot be read.", "Check the path.", e);
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | NumberFormatException
        | UnsupportedOperationException
        | IndexOutOfBoundsException e) {
      throw new Fault(
          Fault.Kind.DATA,
          "The problem " + file + " is not as it should be: " + e.getMessage(),
          "See touchline bench sampling --help for its fields.",
          e);
    }
  }

  private static ModelData data(JsonObject json) {
    int n = json.get("N").getAsInt();
    int features = json.get("F").getAsInt();
    int k = json.get("K").getAsInt();
    List<Player> players = new ArrayList<>();
    JsonArray positions = json.getAsJsonArray("player_position");
    for (int p = 0; p < json.get("P").getAsInt(); p++) {
      players.add(new Player(p, "player " + p, Position.values()[positions.get(p).getAsInt()]));
    }
    List<Team> opponents = new ArrayList<>();
    for (int o = 0; o < json.get("O").getAsInt(); o++) {
      opponents.add(new Team(o, "opponent " + o));
    }
    int[] player = new int[n];
    int[] opponent = new int[n];
    double[] home = new double[n];
    double[] logExposure = new double[n];
    double[] x = new double[n * features];
    int[] y = new int[n * k];
    for (int i = 0; i < n; i++) {
      player[i] = index(json, "player", i, players.size());
      opponent[i] = index(json, "opponent", i, opponents.size());
      home[i] = json.getAsJsonArray("home").get(i).getAsDouble();
      logExposure[i] = json.getAsJsonArray("log_exposure").get(i).getAsDouble();
      for (int f = 0; f < features; f++) {
        x[i * features + f] = json.getAsJsonArray("X").get(i).getAsJsonArray().get(f).getAsDouble();
      }
      for (int j = 0; j < k; j++) {
        y[i * k + j] = json.getAsJsonArray("y").get(i).getAsJsonArray().get(j).getAsInt();
      }
    }
    double[] sd = new double[features];
    Arrays.fill(sd, 1);
    return new ModelData(
        List.of(Prop.values()).subList(0, k),
        players,
        opponents,
        new FeatureScale(featureNames(features), new double[features], sd),
        player,
        opponent,
        home,
        logExposure,
        x,
        y);
  }

  private static int index(JsonObject json, String field, int row, int count) {
    int index = json.getAsJsonArray(field).get(row).getAsInt();
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(field + " of row " + row + " is " + index);
    }
    return index;
  }

  private static List<String> featureNames(int features) {
    if (features == RunningForm.NAMES.size()) {
      return RunningForm.NAMES;
    }
    List<String> names = new ArrayList<>();
    for (int f = 0; f < features; f++) {
      names.add("feature_" + f);
    }
    return names;
  }
}
