/// Runs command lines in this process and keeps what they printed.
package dev.touchline.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.touchline.mcmc.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program with a home of its own.
///
/// @param home the folder given as `TOUCHLINE_HOME`
record Program(Path home) {

  /// What a run left behind.
  ///
  /// @param exit the exit code
  /// @param out standard output
  /// @param err standard error
  record Run(int exit, String out, String err) {
    /// Standard output as the one JSON document that it must be.
    JsonObject json() {
      return JsonParser.parseString(out).getAsJsonObject();
    }

    JsonObject error() {
      return json().getAsJsonObject("error");
    }
  }

  Run run(String... arguments) {
    return run(StopSignal.NEVER, arguments);
  }

  Run run(StopSignal stop, String... arguments) {
    return run(Map.of("TOUCHLINE_HOME", home.toString()), stop, arguments);
  }

  static Run run(Map<String, String> environment, StopSignal stop, String... arguments) {
    return run(environment, stop, () -> {}, arguments);
  }

  /// A run that does something just before it first prints a line on standard output.
  static Run run(
      Map<String, String> environment, StopSignal stop, Runnable first, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream results =
        new PrintStream(out, true, StandardCharsets.UTF_8) {
          private boolean begun;

          @Override
          public void println(@Nullable String line) {
            if (!begun) {
              begun = true;
              first.run();
            }
            super.println(line);
          }
        };
    int exit = new CommandLineProgram(environment, results, stream(err), stop).run(arguments);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// A small training run on the sample tournament, with more options at its end.
  Run train(String version, String... more) {
    return train(StopSignal.NEVER, version, more);
  }

  Run train(StopSignal stop, String version, String... more) {
    return run(stop, training("train", "--version", version, more));
  }

  static String[] training(String command, String option, String value, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                option,
                value,
                "--train-start",
                "2018-06-01",
                "--train-end",
                "2018-07-05",
                "--val-end",
                "2018-07-16",
                "--draws",
                "100",
                "--tune",
                "100",
                "--chains",
                "2"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
