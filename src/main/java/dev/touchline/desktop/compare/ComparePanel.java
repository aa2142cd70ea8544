/// The Compare panel as the window sees it.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.LateView;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import javafx.scene.Node;

/// Model, view and presenter together.
public final class ComparePanel implements Panel {
  private final ComparePresenter presenter;
  private final LateView<CompareView> view;

  /// The panel of a presenter over this model.
  public ComparePanel(
      CompareModel model, ComparePresenter presenter, ChartExports exports, FileDialogs dialogs) {
    this.presenter = presenter;
    view =
        new LateView<>(
            () -> new CompareView(model, presenter, exports, dialogs),
            (built, theme) -> built.theme(theme.palette()));
  }

  @Override
  public String name() {
    return "Compare";
  }

  @Override
  public String icon() {
    return "M2 3 L9 3 L9 17 L2 17 Z M11 3 L18 3 L18 17 L11 17 Z";
  }

  @Override
  public String help() {
    return """
    Does learning the props together pay? One single-task model a prop is set against the \
    multi-task version, on the same rows, features and matches (checked by hash).

    The rule: multi-task is good enough if its average ECE is at most 1.10 times that of the \
    single-task models. Matches are few, so the difference has an interval: a paired bootstrap \
    over matches. Where it cannot decide the rule, and the log score cannot either, the verdict \
    is "inconclusive".

    Settings are filled in from the chosen version: its dates, competitions and props, and how \
    long it was sampled. With other dates, competitions or props the version cannot take part, \
    so a multi-task model is trained too. Models that are there already are used again. \
    Stopping keeps what was finished.

    Differences are multi minus single: left of zero is better.\
    """;
  }

  @Override
  public List<String> pages() {
    return List.of("plots.md#comparison", "calibration.md");
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
}
