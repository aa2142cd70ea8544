/// Makes the forecasts that a model is judged by.
package dev.touchline.evaluate;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.predict.Prediction;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.predict.PropPrediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Predicts validation rows.
public final class Forecasts {
  private Forecasts() {}

  /// One forecast a row for each prop of the model, in row order, from the row's raw features and
  /// the minutes that were played. Features other than the model's are a fault of kind DATA.
  public static Map<Prop, List<Forecast>> of(Predictor predictor, RowSet validation) {
    List<String> names = validation.featureNames();
    List<PredictionRequest> requests = new ArrayList<>(validation.size());
    for (int i = 0; i < validation.size(); i++) {
      PlayerMatch row = validation.rows().get(i);
      Map<String, Double> features = HashMap.newHashMap(names.size());
      for (int j = 0; j < names.size(); j++) {
        features.put(names.get(j), validation.feature(i, j));
      }
      requests.add(
          new PredictionRequest(
              row.playerId(),
              row.opponentId(),
              row.wasHome(),
              row.minutes(),
              features,
              row.position(),
              row.teamId()));
    }
    List<Prediction> predictions = predictor.predictPlayed(requests, Predictor.INTERVAL);
    Map<Prop, List<Forecast>> forecasts = new EnumMap<>(Prop.class);
    for (Prop prop : predictor.props()) {
      List<Forecast> own = new ArrayList<>(validation.size());
      for (int i = 0; i < validation.size(); i++) {
        PlayerMatch row = validation.rows().get(i);
        Prediction prediction = predictions.get(i);
        PropPrediction answer = Objects.requireNonNull(prediction.props().get(prop));
        own.add(new Forecast(row, prop, row.count(prop), answer.pmf(), prediction.playerKnown()));
      }
      forecasts.put(prop, Collections.unmodifiableList(own));
    }
    return Collections.unmodifiableMap(forecasts);
  }
}
