/// The averages over the props, which the rule is about.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.part.Digits;
import dev.touchline.evaluate.ComparisonResult;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// One line.
final class AverageRow extends HBox {
  AverageRow(CompareModel model) {
    super(18);
    getStyleClass().addAll("card", "tight");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    model.result.subscribe(this::show);
  }

  private void show(@Nullable ComparisonResult result) {
    getChildren().clear();
    if (result == null) {
      return;
    }
    var name = new Label("Average ECE");
    name.getStyleClass().add("card-title");
    ComparisonResult.Difference difference = result.averageEceDifference();
    getChildren()
        .addAll(
            name,
            PropComparisonRow.cell("single " + Digits.four(result.singleEce()), "plain"),
            PropComparisonRow.cell("multi " + Digits.four(result.multiEce()), "plain"),
            PropComparisonRow.cell(
                "ratio %s, rule ≤ %s %s"
                    .formatted(
                        Digits.fixed(result.ratio(), 2),
                        Digits.fixed(result.limit(), 2),
                        result.ruleHolds() ? "holds" : "does not hold"),
                "strong"),
            PropComparisonRow.cell(
                "difference %s, 95 %% %s to %s"
                    .formatted(
                        Digits.signed(difference.value()),
                        Digits.signed(difference.low()),
                        Digits.signed(difference.high())),
                "muted"));
  }
}
