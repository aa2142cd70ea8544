/// The Predict panel as the window sees it.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.LateView;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;

/// Model, view and presenter together.
public final class PredictPanel implements Panel {
  private final PredictModel model;
  private final PredictPresenter presenter;
  private final LateView<PredictView> view;

  /// The panel of a presenter over this model.
  public PredictPanel(
      PredictModel model, PredictPresenter presenter, ChartExports exports, FileDialogs dialogs) {
    this.model = model;
    this.presenter = presenter;
    view =
        new LateView<>(
            () -> new PredictView(model, presenter, exports, dialogs), PredictView::theme);
  }

  @Override
  public String name() {
    return "Predict";
  }

  @Override
  public String icon() {
    return "M3 18 L3 11 M8 18 L8 4 M13 18 L13 8 M18 18 L18 14";
  }

  @Override
  public String help() {
    return """
        Type a part of a player's name and of an opponent's: accents, order and small mistakes do \
        not matter, the nearest name is priced at once. Down and Enter take another suggestion.

        The mean is the expected count. The interval beside it is where the expected count lies \
        (credible); the bar under the chart is where the count itself will lie (predictive).

        Drag the line, or move it with the arrow keys, for the chance of over and under and the \
        fair odds of both (1 over the chance, without margin).

        Minutes: as long as they are those expected, the answer averages over how long he may play, \
        given that he plays: his share of starts and when he comes on or goes off, by his last ten \
        matches and his position. Typing minutes, or moving the slider, fixes them.

        Features come from the player's form. Change one to ask "what if"; "Back to form" undoes it.

        Why: what multiplies the league's rate, step by step, on the log scale. "Spread" is what \
        uncertainty adds: the mean of a rate that may be high or low lies above its typical value.

        His team, where the version has own teams' parts, is that of his last match; type another \
        one for a transfer.

        A new player is priced from the population of his position: the average, with a wider \
        interval. Without an opponent the average one is taken.

        Pin keeps an answer beside others. Pins are remembered: at the next start the version that is \
        served then prices them anew.

        Batch: paste or open a list with player, opponent, home or away, minutes; one line each. \
        A heading may add team and features. "Harry Kane" is understood as H. Kane, and the reverse, \
        where nobody else can be meant; the note says so. His team tells namesakes apart.""";
  }

  @Override
  public List<String> pages() {
    return List.of("plots.md#prediction", "model.md");
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
  public void shown() {
    presenter.refresh();
    // Once the panel is in the scene.
    Platform.runLater(view.get()::focusPlayer);
  }

  @Override
  public void close() {
    presenter.close();
  }

  @Override
  public Map<String, String> choices() {
    return Map.of(
        "predict.player", model.player.get(),
        "predict.opponent", model.opponent.get(),
        "predict.interval", model.interval.get().toString(),
        "predict.pins", presenter.pins());
  }

  @Override
  public void restore(Map<String, String> choices) {
    model.player.set(choices.getOrDefault("predict.player", ""));
    model.opponent.set(choices.getOrDefault("predict.opponent", ""));
    presenter.restorePins(choices.getOrDefault("predict.pins", "[]"));
    model.interval.set(
        PredictView.INTERVALS.stream()
            .filter(level -> level.toString().equals(choices.get("predict.interval")))
            .findFirst()
            .orElse(0.95));
  }
}
