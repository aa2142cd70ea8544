/// A baseline as a model of a backtest.
package dev.touchline.work;

import dev.touchline.baseline.Baseline;
import dev.touchline.evaluate.Forecast;
import dev.touchline.football.DataSet;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.WarmStart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// @param baseline the forecaster
/// @param props the props that it forecasts
record BaselineContender(Baseline baseline, List<Prop> props) implements Contender {
  @Override
  public String name() {
    return baseline.key();
  }

  @Override
  public String description() {
    return baseline.description();
  }

  @Override
  public long draws(List<WarmStart> before) {
    return 0;
  }

  @Override
  public Answer forecast(
      int step, DataSet data, List<WarmStart> before, BacktestListener listener, StopSignal stop) {
    Set<Long> known =
        data.training().rows().stream().map(PlayerMatch::playerId).collect(Collectors.toSet());
    Map<Prop, List<Forecast>> forecasts = new EnumMap<>(Prop.class);
    for (Prop prop : props) {
      List<double[]> pmfs = baseline.forecast(prop, data.training(), data.validation());
      List<Forecast> own = new ArrayList<>();
      for (int i = 0; i < pmfs.size(); i++) {
        PlayerMatch row = data.validation().rows().get(i);
        own.add(
            new Forecast(row, prop, row.count(prop), pmfs.get(i), known.contains(row.playerId())));
      }
      forecasts.put(prop, own);
    }
    return new Answer(forecasts, List.of(), List.of());
  }
}
