/// Finds the program's command lines in a piece of shell script.
package dev.touchline.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A small part of the shell's grammar: words in quotes, comments, lines that go on, operators that
/// end a command.
public final class CommandLines {
  private static final Pattern PROGRAM = Pattern.compile("(.*/)?touchline|\\$\\{?touchline}?");

  /// Options that may be none at all.
  private static final Pattern MORE = Pattern.compile("\\$\\{\\w+:-}");

  /// What stands for a number that the reader chooses.
  private static final String ANY_NUMBER = "3";

  private CommandLines() {}

  /// A command line of the program.
  ///
  /// @param words its arguments
  /// @param shortened whether `…` stands for some of them
  public record Line(List<String> words, boolean shortened) {}

  /// The command lines of `touchline`, in their order.
  public static List<Line> in(String script) {
    List<Line> found = new ArrayList<>();
    for (List<String> command : commands(script.replace("\\\n", " "))) {
      for (int i = 0; i < command.size(); i++) {
        if (PROGRAM.matcher(command.get(i)).matches()) {
          List<String> rest = command.subList(i + 1, command.size());
          found.add(
              new Line(
                  rest.stream()
                      .filter(word -> !word.equals("…") && !MORE.matcher(word).matches())
                      .map(word -> word.equals("N") ? ANY_NUMBER : word)
                      .toList(),
                  rest.contains("…")));
          break;
        }
      }
    }
    return found;
  }

  private static List<List<String>> commands(String script) {
    List<List<String>> commands = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i <= script.length(); i++) {
      char c = i < script.length() ? script.charAt(i) : '\n';
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c) || "|&;<>()".indexOf(c) >= 0 || (c == '#' && !inWord)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
        if (c == '#') {
          while (i < script.length() && script.charAt(i) != '\n') {
            i++;
          }
        }
        if (c != ' ' && c != '\t' && !words.isEmpty()) {
          commands.add(words);
          words = new ArrayList<>();
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    return commands;
  }
}
