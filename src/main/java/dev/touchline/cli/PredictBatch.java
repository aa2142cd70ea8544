/// Predicts every line of a file.
package dev.touchline.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.work.PriceAnswer;
import dev.touchline.work.PriceRequest;
import dev.touchline.work.Pricer;
import dev.touchline.work.UserFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
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

  private static final Set<String> COLUMNS =
      Set.of("player", "opponent", "home", "minutes", "team");
  private static final List<String> NEEDED = List.of("player", "opponent", "home");

  /// @param line line of the file
  /// @param answer the answer, null where it failed
  /// @param fault why it failed, null where it did not
  record Answered(long line, @Nullable PriceAnswer answer, @Nullable Fault fault) {}

  int run() {
    requireKnownEnding();
    List<Answered> answers = answers();
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
    pricer.warnings().forEach(warning -> command.session().err().printf("! %s%n", warning));
    countUnknown(answers);
    countUnderstood(answers);
    return failed ? Fault.Kind.DATA.exitCode() : 0;
  }

  /// Lines, not what the predictor was asked: a line without minutes asks it several times.
  private void countUnknown(List<Answered> answers) {
    List<Long> unknown =
        answers.stream()
            .map(Answered::answer)
            .filter(answer -> answer != null && !answer.prediction().playerKnown())
            .map(PriceAnswer::playerId)
            .toList();
    if (!unknown.isEmpty()) {
      command
          .session()
          .err()
          .printf(
              "%d %s not known to the model (%d lines): predicted as the league average of their"
                  + " position.%n",
              Set.copyOf(unknown).size(),
              Set.copyOf(unknown).size() == 1 ? "player is" : "players are",
              unknown.size());
    }
  }

  /// One sentence for all of them, with an example; the answers say it of each.
  private void countUnderstood(List<Answered> answers) {
    List<String> understood =
        answers.stream()
            .map(Answered::answer)
            .filter(answer -> answer != null && !answer.understood().isEmpty())
            .map(PriceAnswer::understood)
            .toList();
    if (!understood.isEmpty()) {
      command
          .session()
          .err()
          .printf(
              "%d %s by a first name or its initial; the first: %s%n",
              understood.size(),
              understood.size() == 1 ? "line names its player" : "lines name their players",
              understood.getFirst());
    }
  }

  private void requireKnownEnding() {
    if (output != null && !ending(".csv") && !ending(".json")) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The output " + output + " has no known ending.",
          "Choose a name that ends with .csv or .json.");
    }
  }

  private boolean ending(String end) {
    return output != null && output.toString().toLowerCase(Locale.ROOT).endsWith(end);
  }

  private List<Answered> answers() {
    List<Answered> answers = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(input, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord row : reader) {
        if (answers.isEmpty()) {
          requireColumns(row.getHeader());
        }
        answers.add(answer(row));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          Fault.Kind.DATA,
          "The file " + input + " cannot be read.",
          "Check that it is there and may be read.",
          e);
    } catch (CsvParseException e) {
      throw new Fault(
          Fault.Kind.DATA,
          "The file " + input + " is no CSV: " + e.getMessage(),
          "Check quotes and column names.",
          e);
    }
    if (answers.isEmpty()) {
      throw new Fault(
          Fault.Kind.DATA,
          "The file " + input + " holds no line to predict.",
          "Write a header with player, opponent and home, and a line a question.");
    }
    return answers;
  }

  private void requireColumns(List<String> header) {
    for (String column : NEEDED) {
      if (!header.contains(column)) {
        throw new Fault(
            Fault.Kind.DATA,
            "The file " + input + " has no column " + column + ".",
            "Name the columns player, opponent, home and, if wanted, minutes, team and features.");
      }
    }
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
    if (row.getFieldCount() > row.getHeader().size()) {
      throw new Fault(
          Fault.Kind.DATA,
          "The line has "
              + row.getFieldCount()
              + " fields, the header "
              + row.getHeader().size()
              + ".",
          "Put names that hold a comma in quotes.");
    }
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
        minutes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number("minutes", minutes)),
        features,
        interval,
        row.findField("team").orElse("").strip());
  }

  private static String field(NamedCsvRecord row, String column) {
    String value = row.findField(column).orElse("").strip();
    if (value.isEmpty()) {
      throw new Fault(Fault.Kind.DATA, "The column " + column + " is empty.", "Fill it in.");
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
    BatchText form = new BatchText(lines);
    String text = asJson ? Command.json(form.facts(answers)) : form.csv(answers);
    if (output == null) {
      command.session().out().println(text.stripTrailing());
      return;
    }
    UserFiles.write(output, text);
    long done = answers.stream().filter(one -> one.answer() != null).count();
    if (command.json()) {
      command.printJson(
          Facts.of(
              "output", output.toString(), "predicted", done, "failed", answers.size() - done));
    } else {
      command.print("%d of %d lines predicted, written to %s", done, answers.size(), output);
    }
  }
}
