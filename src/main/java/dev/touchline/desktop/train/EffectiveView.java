/// The parameters with the fewest effective draws, against the target.
package dev.touchline.desktop.train;

import dev.touchline.desktop.part.Digits;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Rows are there from the start, keep their height and change only what they show: new ones would
/// be styled, and the cards below laid out and drawn anew, at every look.
final class EffectiveView extends StackPane {
  /// How many parameters are shown.
  static final int ROWS = 5;

  private final TrainModel model;
  private final List<Row> rows = Stream.generate(Row::new).limit(ROWS).toList();
  private final Label none =
      VerdictView.quiet("The smallest of all parameters are shown during a run.");

  EffectiveView(TrainModel model) {
    this.model = model;
    setAlignment(Pos.TOP_LEFT);
    var list = new VBox(6);
    list.getChildren().setAll(rows);
    getChildren().addAll(list, none);
    model.effective.subscribe(this::show);
    show();
  }

  private void show() {
    List<Effective> smallest = model.effective;
    none.setVisible(smallest.isEmpty());
    for (int i = 0; i < ROWS; i++) {
      rows.get(i).setVisible(i < smallest.size());
      if (i < smallest.size()) {
        rows.get(i).show(smallest.get(i), model.essTarget.get());
      }
    }
  }

  /// Name and number above a bar.
  private static final class Row extends VBox {
    private final Label name = new Label();
    private final Label number = new Label();
    private final ProgressBar bar = new ProgressBar();

    Row() {
      super(3);
      name.getStyleClass().add("small");
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      name.setTooltip(new Tooltip());
      HBox.setHgrow(name, Priority.ALWAYS);
      number.getStyleClass().add("small");
      number.setMinWidth(46);
      number.setAlignment(Pos.CENTER_RIGHT);
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.getStyleClass().add("good-bar");
      getChildren().addAll(new HBox(8, name, number), bar);
    }

    void show(Effective effective, double target) {
      boolean enough = effective.draws() >= target;
      name.setText(effective.parameter());
      name.getTooltip().setText(effective.parameter());
      number.setText(Digits.whole(effective.draws()));
      bar.setProgress(Math.min(1, effective.draws() / target));
      String style = enough ? "good-bar" : "caution-bar";
      if (!bar.getStyleClass().contains(style)) {
        bar.getStyleClass().setAll("progress-bar", style);
      }
      bar.setAccessibleText(
          effective.parameter() + " against the target of " + Digits.whole(target));
    }
  }
}
