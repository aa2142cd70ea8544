/// The Diagnose panel as the window sees it.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.LateView;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import javafx.scene.Node;

/// Model, view and presenter together.
public final class DiagnosePanel implements Panel {
  private final DiagnosePresenter presenter;
  private final LateView<DiagnoseView> view;

  /// The panel of a presenter over this model.
  public DiagnosePanel(
      DiagnoseModel model, DiagnosePresenter presenter, ChartExports exports, FileDialogs dialogs) {
    this.presenter = presenter;
    view =
        new LateView<>(
            () -> new DiagnoseView(model, presenter, exports, dialogs),
            (built, theme) -> built.theme(theme.palette()));
  }

  @Override
  public String name() {
    return "Diagnose";
  }

  @Override
  public String icon() {
    return "M13 13 L18 18 M8 2 C0 2 0 14 8 14 C16 14 16 2 8 2";
  }

  @Override
  public String help() {
    return """
    Can the draws be trusted? Choose a version or an unpublished run, or open any InferenceData \
    file in netCDF, such as ArviZ writes (button, or drop it here).

    The table begins with the parameters that miss a limit by most: R-hat (rank-normalised, \
    split) should be below 1.01, effective draws (ESS) above 100 a chain in bulk and tail; ▲ \
    marks what misses. Click a heading for another order, a third time to come back (by keys: Alt \
    and the arrows). Search by parameter, player or team; "All of …" lists everything of the same \
    player or team.

    Rank bars should be flat for every chain; a chain that leans is elsewhere than the others. \
    Autocorrelation should fall quickly. In the energy plot both shapes should agree (E-BFMI \
    above 0.3). In the pair plot divergences that gather in one place show where the sampler \
    cannot follow.\
    """;
  }

  @Override
  public List<String> pages() {
    return List.of("plots.md", "traces.md", "troubleshooting.md#not_converged");
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
  public void close() {
    presenter.close();
  }
}
