/// Advice as the window gives it.
package dev.touchline.desktop.part;

import java.util.List;
import java.util.regex.Pattern;

/// Advice names the command line's options in brackets; beside the fields themselves they would
/// only be in the way.
public final class Advice {
  private static final Pattern OPTION_IN_BRACKETS = Pattern.compile(" \\(--[^)]*\\)");
  private static final Pattern DASHES = Pattern.compile("(?<= )--(?=[a-z])");

  private Advice() {}

  /// Sentences without the names of options.
  public static List<String> inWindow(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> OPTION_IN_BRACKETS.matcher(sentence).replaceAll(""))
        .map(sentence -> DASHES.matcher(sentence).replaceAll(""))
        .toList();
  }
}
