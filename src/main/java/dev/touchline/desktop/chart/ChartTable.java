/// The data behind a chart, for the clipboard and for CSV files.
package dev.touchline.desktop.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A small table: numbers plain, nothing rounded.
public final class ChartTable {
  private final List<String> header;
  private final List<List<Object>> rows = new ArrayList<>();

  /// A table with these columns.
  public ChartTable(String... header) {
    this.header = List.of(header);
  }

  /// Adds a row: numbers or strings, one for each column.
  public ChartTable add(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + header.size());
    }
    rows.add(Arrays.asList(cells));
    return this;
  }

  /// Number of rows.
  public int size() {
    return rows.size();
  }

  /// Comma-separated, quoted where needed.
  public String csv() {
    return join(",", true);
  }

  /// Tab-separated, as spreadsheets paste it.
  public String tsv() {
    return join("\t", false);
  }

  private String join(String separator, boolean quote) {
    var text = new StringBuilder(String.join(separator, header)).append('\n');
    for (List<Object> row : rows) {
      text.append(
              row.stream().map(cell -> text(cell, quote)).collect(Collectors.joining(separator)))
          .append('\n');
    }
    return text.toString();
  }

  private static String text(Object cell, boolean quote) {
    String text = String.valueOf(cell);
    if (cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      text = String.valueOf(number.longValue());
    }
    if (!quote) {
      return text.replaceAll("[\\t\\r\\n]", " ");
    }
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
