/// What the form of the Train panel remembers from one start to the next.
package dev.touchline.desktop.train;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelVariant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Writes and reads choices. Suggested dates are not among them, nor the competition that they
/// belong to: rows that have come since make better ones.
final class TrainChoices {
  private TrainChoices() {}

  static Map<String, String> of(TrainModel model, boolean datesAreOwn) {
    var choices = new HashMap<String, String>();
    numbers(model).forEach((name, text) -> choices.put(name, text.get()));
    choices.put("train.props", model.learned.get());
    choices.put("train.model", model.variant.get().key());
    if (datesAreOwn) {
      choices.put("train.start", String.valueOf(model.trainStart.get()));
      choices.put("train.end", String.valueOf(model.trainEnd.get()));
      choices.put("train.validation", String.valueOf(model.validationEnd.get()));
      choices.put("train.competition", String.valueOf(model.competition.get()));
    } else {
      // What an earlier window had remembered is no longer wanted.
      List.of("train.start", "train.end", "train.validation", "train.competition")
          .forEach(name -> choices.put(name, ""));
    }
    return choices;
  }

  static void restore(TrainModel model, Map<String, String> choices) {
    numbers(model).forEach((name, text) -> text.set(choices.getOrDefault(name, text.get())));
    String props = choices.get("train.props");
    if (Arrays.stream(Prop.values()).anyMatch(prop -> prop.key().equals(props))) {
      model.learned.set(props);
    }
    Arrays.stream(ModelVariant.values())
        .filter(variant -> variant.key().equals(choices.get("train.model")))
        .forEach(model.variant::set);
    LocalDate start = day(choices.get("train.start"));
    LocalDate end = day(choices.get("train.end"));
    LocalDate validation = day(choices.get("train.validation"));
    if (start != null && end != null && validation != null) {
      model.trainStart.set(start);
      model.trainEnd.set(end);
      model.validationEnd.set(validation);
      // One that is there no longer gives way to another when the rows have been read.
      model.competition.set(choices.get("train.competition"));
    }
  }

  private static Map<String, StringProperty> numbers(TrainModel model) {
    return Map.of(
        "train.draws", model.draws,
        "train.chains", model.chains,
        "train.tune", model.tune,
        "train.seed", model.seed);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
