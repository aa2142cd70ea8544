/// Makes the forecasts that a model is judged by.
package dev.touchline.evaluate;

import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.predict.Predictor;
import java.util.List;
import java.util.Map;

/// Predicts validation rows.
public final class Forecasts {
  private Forecasts() {}

  /// One forecast a row for each prop of the model, in row order.
  public static Map<Prop, List<Forecast>> of(Predictor predictor, RowSet validation) {
    throw new UnsupportedOperationException("not built yet");
  }
}
