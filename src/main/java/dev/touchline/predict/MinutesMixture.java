/// Joins predictions for several lengths of play into the one for minutes that are not known.
package dev.touchline.predict;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Mean, sd, pmf and predictive interval are those of the mixture. The credible interval is of the
/// rate averaged over minutes, Σ p_c λ_s(m_c); its ends are the averages of the classes' ends,
/// which is exact as long as the samples have the same order in every class: always where counts
/// grow in proportion to minutes, nearly always with an exponent. In `why` the minutes' part is ln
/// Σ p_c exp(part_c).
public final class MinutesMixture {
  private static final String MINUTES = "minutes";

  private MinutesMixture() {}

  /// Predicts one request, whose own minutes do not count, for minutes that are distributed.
  public static Prediction predict(
      Predictor predictor, PredictionRequest request, MinutesForecast forecast, double interval) {
    List<Prediction> classes = new ArrayList<>();
    for (double minutes : forecast.minutes()) {
      classes.add(predictor.predict(request.lasting(minutes), interval));
    }
    Prediction first = classes.getFirst();
    Map<Prop, PropPrediction> props = new EnumMap<>(Prop.class);
    for (Prop prop : first.props().keySet()) {
      props.put(
          prop,
          mix(
              classes.stream().map(one -> Objects.requireNonNull(one.props().get(prop))).toList(),
              forecast.probability(),
              interval));
    }
    return new Prediction(
        request.lasting(forecast.mean()),
        first.playerKnown(),
        first.opponentKnown(),
        first.teamKnown(),
        Collections.unmodifiableMap(props),
        first.warnings());
  }

  private static PropPrediction mix(
      List<PropPrediction> classes, double[] probability, double interval) {
    int longest = classes.stream().mapToInt(one -> one.pmf().length).max().orElse(1);
    double[] pmf = new double[longest];
    double mean = 0;
    double square = 0;
    double low = 0;
    double high = 0;
    double minutes = 0;
    List<PropPrediction.Length> lengths = new ArrayList<>();
    for (int c = 0; c < probability.length; c++) {
      PropPrediction one = classes.get(c);
      double p = probability[c];
      mean += p * one.mean();
      square += p * (one.sd() * one.sd() + one.mean() * one.mean());
      low += p * one.ciLow();
      high += p * one.ciHigh();
      lengths.add(new PropPrediction.Length(p, one.ciLow(), one.ciHigh()));
      minutes += p * Math.exp(Objects.requireNonNull(one.why().get(MINUTES)));
      for (int y = 0; y < one.pmf().length; y++) {
        pmf[y] += p * one.pmf()[y];
      }
    }
    Map<String, Double> why = new LinkedHashMap<>(classes.getFirst().why());
    why.put(MINUTES, Math.log(minutes));
    double tail = (1 - interval) / 2;
    return new PropPrediction(
        classes.getFirst().prop(),
        mean,
        Math.sqrt(square - mean * mean),
        low,
        high,
        RateKernel.count(tail, pmf),
        RateKernel.count(1 - tail, pmf),
        pmf,
        Collections.unmodifiableMap(why),
        List.copyOf(lengths));
  }
}
