/// The answers of a batch as JSON and as CSV.
package dev.touchline.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.touchline.football.Prop;
import dev.touchline.predict.PropPrediction;
import dev.touchline.work.PriceAnswer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// @param asked lines to price, by prop
record BatchText(Map<Prop, List<Double>> asked) {
  private static final List<String> COLUMNS =
      List.of(
          "line",
          "player_id",
          "player",
          "known",
          "opponent",
          "home",
          "minutes",
          "prop",
          "mean",
          "sd",
          "ci_low",
          "ci_high",
          "predictive_low",
          "predictive_high",
          "at_least_1",
          "at_least_2",
          "at_least_3");

  /// Predictions with the number of their line, and errors apart.
  Object facts(List<PredictBatch.Answered> answers) {
    List<Object> predictions = new ArrayList<>();
    List<Object> errors = new ArrayList<>();
    for (PredictBatch.Answered one : answers) {
      if (one.answer() != null) {
        Map<String, @Nullable Object> facts = Facts.of("line", one.line());
        facts.putAll(Prices.facts(one.answer(), asked));
        predictions.add(facts);
      } else if (one.fault() != null) {
        errors.add(
            Facts.of(
                "line", one.line(),
                "message", one.fault().getMessage(),
                "remedy", one.fault().remedy(),
                "details", one.fault().details()));
      }
    }
    return Facts.of("predictions", predictions, "errors", errors);
  }

  /// A row a prediction and prop, with a note where the player's name was understood; a line that
  /// failed has its number and the error.
  String csv(List<PredictBatch.Answered> answers) {
    TreeSet<Double> lines = new TreeSet<>();
    asked.values().forEach(lines::addAll);
    List<String> header = new ArrayList<>(COLUMNS);
    for (double line : lines) {
      header.add("over_" + line);
      header.add("under_" + line);
    }
    header.add("error");
    header.add("note");
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(header);
      for (PredictBatch.Answered one : answers) {
        PriceAnswer answer = one.answer();
        if (answer == null) {
          writer.writeRecord(failed(one, header.size()));
        } else {
          for (PropPrediction p : answer.prediction().props().values()) {
            writer.writeRecord(row(one.line(), answer, p, lines));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> failed(PredictBatch.Answered one, int size) {
    List<String> fields = new ArrayList<>(List.of(Long.toString(one.line())));
    while (fields.size() < size - 2) {
      fields.add("");
    }
    fields.add(one.fault() == null ? "" : Objects.requireNonNullElse(one.fault().getMessage(), ""));
    fields.add("");
    return fields;
  }

  private List<String> row(
      long line, PriceAnswer answer, PropPrediction p, Iterable<Double> lines) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                Long.toString(line),
                Long.toString(answer.playerId()),
                answer.playerName(),
                Boolean.toString(answer.prediction().playerKnown()),
                answer.opponentName(),
                answer.prediction().request().wasHome() ? "1" : "0",
                Double.toString(answer.prediction().request().minutes()),
                p.prop().key(),
                Double.toString(p.mean()),
                Double.toString(p.sd()),
                Double.toString(p.ciLow()),
                Double.toString(p.ciHigh()),
                Integer.toString(p.predictiveLow()),
                Integer.toString(p.predictiveHigh()),
                Double.toString(p.over(0.5)),
                Double.toString(p.over(1.5)),
                Double.toString(p.over(2.5))));
    for (double wanted : lines) {
      boolean priced = asked.getOrDefault(p.prop(), List.of()).contains(wanted);
      fields.add(priced ? Double.toString(p.over(wanted)) : "");
      fields.add(priced ? Double.toString(Prices.under(p, wanted)) : "");
    }
    fields.add("");
    fields.add(answer.understood());
    return fields;
  }
}
