/// Predicts every line of a file.
package dev.touchline.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.predict.PropPrediction;
import dev.touchline.work.JsonForm;
import dev.touchline.work.PriceAnswer;
import dev.touchline.work.PriceRequest;
import dev.touchline.work.Pricer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One bad line does not lose the others: it is reported with its number, and the exit code is 3.
///
/// @param command prints
/// @param pricer answers
/// @param input the file
/// @param output where answers go, null for standard output
/// @param interval mass of the intervals
/// @param lines lines to price
record PredictBatch(
    Command command,
    Pricer pricer,
    Path input,
    @Nullable Path output,
    double interval,
    Map<Prop, List<Double>> lines) {

  private static final Set<String> COLUMNS = Set.of("player", "opponent", "home", "minutes");

  /// @param line line of the file
  /// @param answer the answer, null where it failed
  /// @param fault why it failed, null where it did not
  private record Answered(long line, @Nullable PriceAnswer answer, @Nullable Fault fault) {}

  int run() {
    if (output != null && !ending(".csv") && !ending(".json")) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The output " + output + " has no known ending.",
          "Choose a name that ends with .csv or .json.");
    }
    List<Answered> answers = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(input, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord row : reader) {
        answers.add(answer(row));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          Fault.Kind.DATA, "The file " + input + " cannot be read.", "Check path and encoding.", e);
    }
    write(answers);
    boolean failed = false;
    for (Answered one : answers) {
      if (one.fault() != null) {
        failed = true;
        command
            .session()
            .err()
            .printf(
                "%s, line %d: %s %s%n",
                input, one.line(), one.fault().getMessage(), one.fault().remedy());
      }
    }
    return failed ? Fault.Kind.DATA.exitCode() : 0;
  }

  private boolean ending(String end) {
    return output != null && output.toString().toLowerCase(Locale.ROOT).endsWith(end);
  }

  private Answered answer(NamedCsvRecord row) {
    long line = row.getStartingLineNumber();
    try {
      return new Answered(line, pricer.price(request(row)), null);
    } catch (Fault e) {
      return new Answered(line, null, e);
    }
  }

  private PriceRequest request(NamedCsvRecord row) {
    Map<String, Double> features = new LinkedHashMap<>();
    for (String column : row.getHeader()) {
      if (!COLUMNS.contains(column) && !row.findField(column).orElse("").isBlank()) {
        features.put(column, number(column, field(row, column)));
      }
    }
    String minutes = row.findField("minutes").orElse("").strip();
    return new PriceRequest(
        field(row, "player"),
        null,
        field(row, "opponent"),
        home(field(row, "home")),
        minutes.isEmpty() ? 90 : number("minutes", minutes),
        features,
        interval);
  }

  private static String field(NamedCsvRecord row, String column) {
    String value = row.findField(column).orElse("").strip();
    if (value.isEmpty()) {
      throw new Fault(
          Fault.Kind.DATA, "The column " + column + " is empty or missing.", "Fill it in.");
    }
    return value;
  }

  private static boolean home(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "1", "true", "home" -> true;
      case "0", "false", "away" -> false;
      default ->
          throw new Fault(
              Fault.Kind.DATA, "home is \"" + value + "\".", "Write 1 for home, 0 for away.");
    };
  }

  private static double number(String column, String text) {
    double value = LineOptions.number(text);
    if (!Double.isFinite(value)) {
      throw new Fault(Fault.Kind.DATA, column + " is \"" + text + "\".", "Write a finite number.");
    }
    return value;
  }

  private void write(List<Answered> answers) {
    boolean asJson = output == null ? command.json() : ending(".json");
    String text = asJson ? JsonForm.gson().toJson(facts(answers)) : csv(answers);
    if (output == null) {
      command.session().out().println(text.stripTrailing());
      return;
    }
    try {
      Files.writeString(output, text);
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The file " + output + " cannot be written.",
          "Check free space and permissions of its folder.",
          e);
    }
    long done = answers.stream().filter(one -> one.answer() != null).count();
    if (command.json()) {
      command.printJson(
          Facts.of(
              "output", output.toString(), "predicted", done, "failed", answers.size() - done));
    } else {
      command.print("%d of %d lines predicted, written to %s", done, answers.size(), output);
    }
  }

  private Object facts(List<Answered> answers) {
    List<Object> predictions = new ArrayList<>();
    List<Object> errors = new ArrayList<>();
    for (Answered one : answers) {
      if (one.answer() != null) {
        predictions.add(Prices.facts(one.answer(), lines));
      } else if (one.fault() != null) {
        errors.add(
            Facts.of(
                "line", one.line(),
                "message", one.fault().getMessage(),
                "remedy", one.fault().remedy()));
      }
    }
    return Facts.of("predictions", predictions, "errors", errors);
  }

  private String csv(List<Answered> answers) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(
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
          "at_least_3",
          "error");
      for (Answered one : answers) {
        PriceAnswer answer = one.answer();
        if (answer == null) {
          String error = one.fault() == null ? "" : one.fault().getMessage();
          writer.writeRecord(
              Long.toString(one.line()),
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              error == null ? "" : error);
          continue;
        }
        for (PropPrediction p : answer.prediction().props().values()) {
          writer.writeRecord(
              Long.toString(one.line()),
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
              Double.toString(p.over(2.5)),
              "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
