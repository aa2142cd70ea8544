/// Puts command lines of the tests together.
package dev.touchline.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Words in their order.
///
/// @param words command, options and values
record CommandLine(List<String> words) {

  /// A command, with words after it.
  static CommandLine of(String... words) {
    return new CommandLine(List.of(words));
  }

  /// Training of the version v2.
  static CommandLine trainV2() {
    return of("train", "--version", "v2");
  }

  /// With more words.
  CommandLine with(String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(Arrays.asList(more));
    return new CommandLine(List.copyOf(all));
  }

  /// With the days of training and validation.
  CommandLine days(String trainStart, String trainEnd, String valEnd) {
    return with("--train-start", trainStart, "--train-end", trainEnd, "--val-end", valEnd);
  }

  /// With the first days of the sample tournament: 112 rows to train on, the next day to validate.
  CommandLine twoDays() {
    return days("2018-06-14", "2018-06-15", "2018-06-16");
  }

  /// With two chains of so many draws, as many adapting.
  CommandLine twoChains(int draws) {
    return with("--chains", "2", "--tune", "" + draws, "--draws", "" + draws);
  }

  /// For what takes an array.
  String[] array() {
    return words.toArray(String[]::new);
  }
}
