/// Log scores of versions on their validation rows, and of minutes that are not known beforehand.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.RowQuery;
import dev.touchline.data.RunningMinutes;
import dev.touchline.evaluate.Comparison;
import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.evaluate.Forecast;
import dev.touchline.evaluate.Forecasts;
import dev.touchline.football.DataSet;
import dev.touchline.football.MinutesForecast;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.predict.MinutesMixture;
import dev.touchline.predict.Prediction;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `ForecastScores HOME VERSION…`: each later version against the first one at the minutes played;
/// then, with the first version, expected minutes against 90, against the mean of the position and
/// against the player's mean. Differences are paired, with 95 % intervals by bootstrap over
/// matches.
public final class ForecastScores {
  private static final int REPLICATIONS = 2000;

  private ForecastScores() {}

  /// See the class.
  public static void main(String[] arguments) {
    Path home = Path.of(arguments[0]);
    try (Workspace workspace = new Workspace(new Home(home), DatabaseAddress.of(null, home))) {
      Map<Prop, List<Forecast>> first = null;
      for (int v = 1; v < arguments.length; v++) {
        try (Predictor predictor = open(workspace, arguments[v])) {
          Map<Prop, List<Forecast>> own =
              Forecasts.of(predictor, data(workspace, predictor.metadata()).validation());
          if (first == null) {
            first = own;
          } else {
            print(arguments[v] + " against " + arguments[1], first, own);
          }
        }
      }
      try (Predictor predictor = open(workspace, arguments[1])) {
        minutes(workspace, predictor);
      }
    }
  }

  private static Predictor open(Workspace workspace, String version) {
    StoredModel model = workspace.models().find(version);
    return Predictor.open(
        model.folder(), model.folder().resolve(ModelStore.TRACE), Predictor.SAMPLES);
  }

  private static DataSet data(Workspace workspace, ModelMetadata metadata) {
    return new DataSets().load(workspace.rows(), metadata.dates(), metadata.competitions());
  }

  private static void print(
      String title, Map<Prop, List<Forecast>> before, Map<Prop, List<Forecast>> now) {
    ComparisonResult result = new Comparison(REPLICATIONS, 1).compare(before, now, Map.of());
    System.out.println(title);
    result
        .props()
        .forEach(
            (prop, c) ->
                System.out.printf(
                    "  %-6s log score %.4f and %.4f, difference %+.4f [%+.4f, %+.4f]; ECE %.4f and"
                        + " %.4f, debiased %.4f and %.4f%n",
                    prop.key(),
                    c.single().logScore(),
                    c.multi().logScore(),
                    c.logScore().value(),
                    c.logScore().low(),
                    c.logScore().high(),
                    c.single().ece(),
                    c.multi().ece(),
                    c.single().eceDebiased(),
                    c.multi().eceDebiased()));
  }

  /// What is taken for minutes that are not known.
  private enum Known {
    NINETY,
    POSITION_MEAN,
    PLAYER_MEAN,
    EXPECTED
  }

  private static void minutes(Workspace workspace, Predictor predictor) {
    ModelMetadata metadata = predictor.metadata();
    RowSet rows = data(workspace, metadata).validation();
    List<MinutesForecast> forecasts = new ArrayList<>();
    RunningMinutes running = new RunningMinutes();
    List<PlayerMatch> history =
        workspace.rows().rows(new RowQuery(null, null, metadata.competitions()));
    Map<Position, double[]> positions = new EnumMap<>(Position.class);
    Map<Position, Double> positionMean = new EnumMap<>(Position.class);
    List<Double> ofPosition = new ArrayList<>();
    int seen = 0;
    LocalDate day = LocalDate.MIN;
    for (PlayerMatch row : rows.rows()) {
      if (!row.matchDate().equals(day)) {
        day = row.matchDate();
        for (; seen < history.size() && history.get(seen).matchDate().isBefore(day); seen++) {
          PlayerMatch past = history.get(seen);
          running.observe(past);
          double[] sums = positions.computeIfAbsent(past.position(), q -> new double[2]);
          sums[0] += past.minutes();
          sums[1]++;
          positionMean.put(past.position(), sums[0] / sums[1]);
        }
      }
      forecasts.add(running.forecast(row.playerId(), row.position()));
      ofPosition.add(positionMean.getOrDefault(row.position(), 90.0));
    }
    Map<Known, Map<Prop, List<Forecast>>> by = new EnumMap<>(Known.class);
    for (Known known : Known.values()) {
      Map<Prop, List<Forecast>> own = new EnumMap<>(Prop.class);
      for (int i = 0; i < rows.size(); i++) {
        PlayerMatch row = rows.rows().get(i);
        double single =
            switch (known) {
              case NINETY -> 90;
              case POSITION_MEAN -> ofPosition.get(i);
              case PLAYER_MEAN, EXPECTED -> forecasts.get(i).mean();
            };
        PredictionRequest request = request(rows, i, single);
        Prediction prediction =
            known == Known.EXPECTED
                ? MinutesMixture.predict(predictor, request, forecasts.get(i), Predictor.INTERVAL)
                : predictor.predict(request, Predictor.INTERVAL);
        for (Prop prop : predictor.props()) {
          own.computeIfAbsent(prop, p -> new ArrayList<>())
              .add(
                  new Forecast(
                      row,
                      prop,
                      row.count(prop),
                      Objects.requireNonNull(prediction.props().get(prop)).pmf(),
                      prediction.playerKnown()));
        }
      }
      by.put(known, own);
    }
    for (Known known : List.of(Known.NINETY, Known.POSITION_MEAN, Known.PLAYER_MEAN)) {
      print(
          "expected minutes against " + known,
          Objects.requireNonNull(by.get(known)),
          Objects.requireNonNull(by.get(Known.EXPECTED)));
    }
  }

  private static PredictionRequest request(RowSet rows, int i, double minutes) {
    PlayerMatch row = rows.rows().get(i);
    Map<String, Double> features = new HashMap<>();
    for (int f = 0; f < rows.featureNames().size(); f++) {
      features.put(rows.featureNames().get(f), rows.feature(i, f));
    }
    return new PredictionRequest(
        row.playerId(),
        row.opponentId(),
        row.wasHome(),
        minutes,
        features,
        row.position(),
        row.teamId());
  }
}
