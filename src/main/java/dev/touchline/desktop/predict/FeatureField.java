/// A feature of the prediction: what form says, and what the user may say instead.
package dev.touchline.desktop.predict;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Text that follows form until it is edited.
final class FeatureField {
  final String name;
  final StringProperty text = new SimpleStringProperty("");
  private final double mean;
  private final double sd;
  private double form;

  FeatureField(String name, double mean, double sd) {
    this.name = name;
    this.mean = mean;
    this.sd = sd;
  }

  /// What it is called on the screen.
  String label() {
    return switch (name) {
      case "form_goals", "form_shots", "form_cards" ->
          "Form: " + name.substring(5) + " per 90, last five matches";
      case "form_minutes" -> "Form: share of the last five matches' minutes";
      default -> name;
    };
  }

  /// Takes the form of a player; what was edited gives way.
  void form(double value) {
    form = value;
    toForm();
  }

  /// Back to form.
  void toForm() {
    text.set(String.format(Locale.ROOT, "%.3f", form));
  }

  boolean edited() {
    return !text.get().strip().equals(String.format(Locale.ROOT, "%.3f", form));
  }

  /// The number to use: exactly form where it was not edited; NaN for what is no number.
  double value() {
    if (!edited()) {
      return form;
    }
    try {
      return Double.parseDouble(text.get().strip().replace(',', '.').replace('−', '-'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// How far from the training rows' mean.
  StringBinding distance() {
    return Bindings.createStringBinding(
        () -> {
          double value = value();
          if (!Double.isFinite(value)) {
            return "not a number";
          }
          String distance = String.format(Locale.ROOT, "%+.1f sd", (value - mean) / sd);
          return distance.equals("-0.0 sd") ? "+0.0 sd" : distance.replace('-', '−');
        },
        text);
  }
}
