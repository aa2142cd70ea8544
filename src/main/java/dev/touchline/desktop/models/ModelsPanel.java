/// The Models panel as the window sees it.
package dev.touchline.desktop.models;

import dev.touchline.desktop.part.LateView;
import dev.touchline.desktop.part.Panel;
import java.util.List;
import javafx.scene.Node;

/// Model, view and presenter together.
public final class ModelsPanel implements Panel {
  private final ModelsPresenter presenter;
  private final LateView<ModelsView> view;

  /// The panel of a presenter over this model.
  public ModelsPanel(ModelsModel model, ModelsPresenter presenter) {
    this.presenter = presenter;
    view = new LateView<>(() -> new ModelsView(model, presenter), (built, theme) -> {});
  }

  @Override
  public String name() {
    return "Models";
  }

  @Override
  public String icon() {
    return "M10 2 L18 6 L10 10 L2 6 Z M2 10 L10 14 L18 10 M2 14 L10 18 L18 14";
  }

  @Override
  public String help() {
    return """
    All versions in the home, newest first; the dot marks the one that predictions use.

    The decision gate: R-hat below 1.01, average ECE below 0.05, a prediction in under 100 ms. \
    A version that passed R-hat 1.05 is published even where the gate does not hold; it says so.

    Damaged versions are listed and marked. Verify reads the whole trace and compares it with its \
    checksum and description.

    Ctrl+C copies the chosen rows as tab-separated text.\
    """;
  }

  @Override
  public List<String> pages() {
    return List.of("calibration.md", "nightly.md");
  }

  @Override
  public Node node() {
    return view.get();
  }

  @Override
  public void shown() {
    presenter.refresh();
  }
}
