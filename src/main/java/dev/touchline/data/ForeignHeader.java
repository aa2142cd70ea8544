/// What is said of a CSV file of another layout, in one sentence instead of one a column.
package dev.touchline.data;

import java.util.List;

/// A header with so few of the columns that the file must mean something else: which of them it
/// has, how its own are called, which are missing, and what to do.
final class ForeignHeader {
  /// A header with fewer is another layout, not one with gaps.
  private static final int LEAST = (CsvColumns.NAMES.size() + 1) / 2;

  private static final int SHOWN = 5;
  private static final int LONGEST = 40;

  private ForeignHeader() {}

  static boolean is(CsvColumns columns) {
    return columns.missing().size() > CsvColumns.NAMES.size() - LEAST;
  }

  /// The sentence.
  static String reason(CsvColumns columns, char separator) {
    List<String> missing = columns.missing();
    List<String> present =
        CsvColumns.NAMES.stream().filter(name -> !missing.contains(name)).toList();
    return ("The file is no player-match CSV: it has %s; %s%s; name its columns as"
            + " docs/data-formats.md describes them and import it again.")
        .formatted(
            present.isEmpty()
                ? "none of the columns " + String.join(", ", missing)
                : "%d of the %d columns (%s) and lacks %s"
                    .formatted(
                        present.size(),
                        CsvColumns.NAMES.size(),
                        String.join(", ", present),
                        String.join(", ", missing)),
            own(columns.ignored()),
            separated(separator));
  }

  private static String own(List<String> names) {
    if (names.isEmpty()) {
      return "it has no others";
    }
    String shown =
        String.join(", ", names.stream().limit(SHOWN).map(ForeignHeader::plain).toList());
    int more = names.size() - SHOWN;
    return (names.size() == 1 ? "its own is " : "its own are ")
        + shown
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String separated(char separator) {
    return switch (separator) {
      case ';' -> ", separated by semicolons";
      case '\t' -> ", separated by tabs";
      default -> "";
    };
  }

  /// A name of the file's own may hold anything, and a file that is no table is one long name.
  private static String plain(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
    return "\"" + cut.replaceAll("\\p{Cntrl}", "?") + "\"";
  }
}
