/// What a bookmaker offers for a prop's line, and what it is worth by the posterior.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.football.Offer;
import dev.touchline.football.Prop;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// Stands below the table of lines, column under column: the market's probabilities beside the odds
/// that are typed, and under those the expected value.
final class OfferRows extends GridPane {
  private static final String HOW = "Decimal 1.85, fractional 17/20 or American −118";

  private final Prop prop;
  private final PredictModel model;
  private final Side over;
  private final Side under;

  /// One side's cells.
  private record Side(String name, TextField odds, Label implied, Label value, Tooltip meaning) {}

  OfferRows(Prop prop, PredictModel model) {
    super(6, 3);
    this.prop = prop;
    this.model = model;
    OfferedOdds offered = model.offered[prop.ordinal()];
    getColumnConstraints().setAll(PropCard.columns());
    setMinHeight(USE_PREF_SIZE);
    over = side("over", offered.over, 1);
    under = side("under", offered.under, 3);
    add(PropCard.cell("offered", "muted"), 0, 0);
    add(PropCard.cell("value", "muted"), 0, 1);
    model.answer.subscribe(answer -> show());
    model.lines[prop.ordinal()].subscribe(line -> show());
    for (StringProperty typed : List.of(offered.over, offered.under)) {
      typed.subscribe(text -> show());
    }
  }

  private Side side(String name, StringProperty typed, int column) {
    TextField field = Nodes.input("predict-offered-" + name + "-" + prop.key(), typed);
    field.getStyleClass().add("odds");
    field.setPromptText("odds");
    field.setMinWidth(0);
    field.setAccessibleText("Offered odds of " + name + ", " + prop.key());
    field.setTooltip(new Tooltip(HOW));
    var side =
        new Side(
            name, field, PropCard.cell("", "plain"), PropCard.cell("", "plain"), new Tooltip());
    side.value().setId("predict-value-" + name + "-" + prop.key());
    add(side.implied(), column, 0);
    add(field, column + 1, 0);
    add(side.value(), column, 1, 2, 1);
    setHalignment(side.value(), HPos.RIGHT);
    return side;
  }

  private void show() {
    Priced answer = model.answer.get();
    Priced.PricedProp p = answer == null ? null : answer.props().get(prop);
    Offer offer = model.offered[prop.ordinal()].offer();
    double line = model.lines[prop.ordinal()].get();
    Chance chance = p == null ? null : new Chance(p.over(line), p.overLow(line), p.overHigh(line));
    show(over, offer, offer.over(), offer.impliedOver(), chance);
    Chance rest = chance == null ? null : chance.complement();
    show(under, offer, offer.under(), offer.impliedUnder(), rest);
  }

  /// A probability with its credible interval.
  private record Chance(double mean, double low, double high) {
    Chance complement() {
      return new Chance(1 - mean, 1 - high, 1 - low);
    }
  }

  private void show(Side side, Offer offer, double odds, double implied, @Nullable Chance chance) {
    boolean wrong = Double.isNaN(odds) && !side.odds().getText().isBlank();
    side.odds().getStyleClass().remove("wrong");
    if (wrong) {
      side.odds().getStyleClass().add("wrong");
    }
    side.implied().setText(Double.isNaN(implied) ? "" : Figures.percent(implied));
    Label value = side.value();
    if (Double.isNaN(odds) || chance == null) {
      value.setText(wrong ? "no odds" : "");
      value.getStyleClass().setAll("label", "small", wrong ? "caution" : "plain");
      value.setTooltip(wrong ? side.odds().getTooltip() : null);
      value.setAccessibleText(wrong ? HOW : null);
      return;
    }
    double low = Offer.value(chance.low(), odds);
    double mean = Offer.value(chance.mean(), odds);
    double high = Offer.value(chance.high(), odds);
    // No information by colour alone: the arrow says that even the low end has value.
    value.setText((low > 0 ? "▲ " : "") + Figures.signedPercent(mean));
    value
        .getStyleClass()
        .setAll("label", "small", low > 0 ? "good" : mean > 0 ? "strong" : "muted");
    String meaning =
        "Expected value of a stake on %s: %s, %.0f %% interval %s to %s.%s"
            .formatted(
                side.name(),
                Figures.signedPercent(mean),
                100 * interval(),
                Figures.signedPercent(low),
                Figures.signedPercent(high),
                Double.isNaN(offer.margin())
                    ? ""
                    : " The bookmaker's margin is %s %%, taken off the probabilities beside the odds."
                        .formatted(Digits.fixed(100 * offer.margin(), 1)));
    side.meaning().setText(meaning);
    value.setTooltip(side.meaning());
    value.setAccessibleText(meaning);
  }

  private double interval() {
    Priced answer = model.answer.get();
    return answer == null ? Double.NaN : answer.interval();
  }
}
