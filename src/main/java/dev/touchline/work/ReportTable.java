/// A table that is written as Markdown or as HTML.
package dev.touchline.work;

import java.util.ArrayList;
import java.util.List;

/// Cells are plain text; the first column is set left, the others right.
final class ReportTable {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  ReportTable(String... head) {
    this.head = List.of(head);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", head)).append(" |\n|---|");
    text.repeat("---:|", head.size() - 1).append('\n');
    rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
    return text.toString();
  }

  String html() {
    StringBuilder text = new StringBuilder("<table><tr>");
    head.forEach(cell -> text.append("<th>").append(Html.escape(cell)).append("</th>"));
    text.append("</tr>");
    for (List<String> row : rows) {
      text.append("<tr>");
      row.forEach(cell -> text.append("<td>").append(Html.escape(cell)).append("</td>"));
      text.append("</tr>");
    }
    return text.append("</table>").toString();
  }
}
