/// The Data panel as the window sees it.
package dev.touchline.desktop.data;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.LateView;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import javafx.scene.Node;

/// Model, view and presenter together.
public final class DataPanel implements Panel {
  private final DataPresenter presenter;
  private final LateView<DataView> view;

  /// The panel of a presenter over this model.
  public DataPanel(
      DataModel model, DataPresenter presenter, ChartExports exports, FileDialogs dialogs) {
    this.presenter = presenter;
    view =
        new LateView<>(
            () -> new DataView(model, presenter, exports, dialogs),
            (built, theme) -> built.theme(theme.palette()));
  }

  @Override
  public String name() {
    return "Data";
  }

  @Override
  public String icon() {
    return "M3 5 C3 2 17 2 17 5 C17 8 3 8 3 5 M3 5 L3 15 C3 18 17 18 17 15 L17 5 M3 10 C3 13 17 13"
        + " 17 10";
  }

  @Override
  public String help() {
    return """
    Rows, one per player and match. Import files, a folder or zips with the buttons, or drop them \
    onto this panel: player-match CSV, StatsBomb open data or Wyscout public data, recognised by \
    themselves. The same file twice changes nothing; lines that cannot be taken are listed with \
    their line, column and reason, and the rest of the file is taken. Of event data a match is \
    taken as a whole or not at all.

    The embedded database in the home needs nothing. For PostgreSQL write an address such as \
    postgresql://host/database, test the connection, then use it. The password is not kept.

    The search finds words in any order in player, team, opponent and competition, without \
    accents. Export writes the rows that are shown. Tables copy with Ctrl+C: the chosen rows, or \
    all.

    Checks look for what is often wrong in football data: duplicates, impossible minutes, \
    players with two ids, days without matches.\
    """;
  }

  @Override
  public List<String> pages() {
    return List.of("data-formats.md", "postgresql.md", "troubleshooting.md#data");
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
