/// The Calibrate panel as the window sees it.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.LateView;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.theme.Theme;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// Model, view and presenter together.
public final class CalibratePanel implements Panel {
  private final CalibrateModel model;
  private final CalibratePresenter presenter;
  private final BacktestPresenter backtests;
  private final LateView<CalibrateView> view;

  /// The panel of presenters over these models.
  public CalibratePanel(
      CalibrateModel model,
      CalibratePresenter presenter,
      BacktestModel backtestModel,
      BacktestPresenter backtests,
      ChartExports exports) {
    this.model = model;
    this.presenter = presenter;
    this.backtests = backtests;
    view =
        new LateView<>(
            () -> new CalibrateView(model, presenter, backtestModel, backtests, exports),
            (built, theme) -> built.theme(theme.palette()));
  }

  @Override
  public String name() {
    return "Calibrate";
  }

  @Override
  public String icon() {
    return "M3 2 L3 17 L18 17 M5 15 L16 4 M7 10 L7 10.2 M11 11 L11 11.2 M14 6 L14 6.2";
  }

  @Override
  public String help() {
    return """
    Whether events happen as often as the version says, on matches that it was not trained on.

    A reliability diagram groups forecasts by probability: dots on the diagonal are right on \
    average, dots inside the band are what a perfect forecaster would show by chance with so few \
    matches. The bars below count the forecasts of each bin.

    ECE is the average distance from the diagonal. Beside it its 95 % interval (bootstrap over \
    matches) and what a perfect forecaster would show: ECE is never 0 on few matches. Above 0.05 \
    the panel warns.

    Brier, log score and RPS are better when lower and reward sharp forecasts too. PIT bars \
    should all be near 1: a hump means intervals are too wide, a bowl too narrow.

    The event is "more than the line"; other lines may be calibrated differently.

    Predictive checks put what happened beside data sets that the model itself produces: counts \
    of players, totals of teams, totals of players and how far players spread. Bars hang from \
    what the model expects; where a foot leaves the band, the model's own data sets seldom look \
    like that. Before training they show what the priors expect: very wide on purpose.

    A backtest asks whether it would have paid: at each step every model learns from all days \
    before it and forecasts the step's matches, beside baselines that know little. The curves \
    add up the log score's differences from the model that the others are set against; below 0 \
    is better, and the bar at the end is the 95 % interval. A model is told apart where its \
    interval lies clear of 0. Stop keeps the steps that are done, and Resume goes on from there \
    to the same result. Earlier backtests, the command line's too, are in the list.\
    """;
  }

  @Override
  public List<String> pages() {
    return List.of("plots.md#reliability", "calibration.md", "calibration.md#would-it-have-paid");
  }

  @Override
  public Node node() {
    return view.get();
  }

  @Override
  public void theme(Theme theme) {
    view.theme(theme);
  }

  @Override
  public Map<String, String> choices() {
    var choices = new HashMap<String, String>();
    choices.put("calibrate.part", model.part.get().name());
    model.lines.forEach((prop, line) -> choices.put("calibrate.line." + prop.key(), line.get()));
    return choices;
  }

  @Override
  public void restore(Map<String, String> choices) {
    Arrays.stream(CalibratePart.values())
        .filter(part -> part.name().equals(choices.get("calibrate.part")))
        .forEach(model.part::set);
    model.lines.forEach(
        (prop, line) -> {
          String before = choices.getOrDefault("calibrate.line." + prop.key(), "");
          if (before.matches("[0-9]{1,2}([.,][0-9]{1,3})?")) {
            line.set(before);
          }
        });
  }

  @Override
  public void shown() {
    presenter.refresh();
    backtests.refresh();
  }

  @Override
  public void frame() {
    backtests.frame();
  }
}
