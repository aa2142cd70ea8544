/// The Train panel as the window sees it.
package dev.touchline.desktop.train;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.LateView;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// Model, view and presenter together.
public final class TrainPanel implements Panel {
  private final TrainModel model;
  private final TrainPresenter presenter;
  private final LateView<TrainView> view;

  /// The panel of a presenter over this model.
  public TrainPanel(TrainModel model, TrainPresenter presenter, ChartExports exports) {
    this.model = model;
    this.presenter = presenter;
    view = new LateView<>(() -> new TrainView(model, presenter, exports), TrainView::theme);
  }

  @Override
  public String name() {
    return "Train";
  }

  @Override
  public String icon() {
    return "M2 14 L7 7 L11 12 L18 3 M2 18 L18 18";
  }

  @Override
  public String help() {
    return """
        Choose the training window and the end of the validation window, by typing, with a preset, \
        or by moving the edges on the calendar: drag them, or go there with Tab; the up and down \
        arrows choose an edge, left and right move it by a day, Page Up and Page Down (or Shift \
        with the arrows) by a week. Press Train.

        Warm-up draws adapt the sampler and are not kept. Four chains of 2,000 draws suit most data; \
        more draws help where effective draws are short.

        The model Team learns an exponent on minutes for each prop and the own team's part; it was \
        a little ahead where they were measured. Minutes has the exponent alone, Reference \
        neither: it is the command line's default, and what other engines are compared on.

        While chains run: the trace should look like one dense band of all colours; R-hat should \
        fall below 1.01 (1.05 is the gate: nothing above is published); effective draws should pass \
        their target; divergences should stay at 0.

        Stop and keep ends the run and leaves its draws, marked as partial, in the home's folder \
        "unpublished". Nothing is published that did not converge.

        A run that was stopped, or whose program died, can go on: Resume continues it with exactly \
        the draws it would have had; Discard throws it away.""";
  }

  @Override
  public List<String> pages() {
    return List.of("tutorial.md", "plots.md#traces", "runs.md");
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
  }

  @Override
  public void frame() {
    presenter.frame();
  }

  @Override
  public Map<String, String> choices() {
    return TrainChoices.of(model, presenter.datesAreOwn());
  }

  @Override
  public void restore(Map<String, String> choices) {
    TrainChoices.restore(model, choices);
  }
}
