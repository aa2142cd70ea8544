/// A page of the documentation: Markdown with its sections.
package dev.touchline.manual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Immutable.
///
/// @param name the file below `docs`, with its ending, such as `traces.md`
/// @param markdown its text
/// @param sections its headings, in their order
public record Page(String name, String markdown, List<Section> sections) {
  /// Reads the headings of a page.
  public static Page of(String name, String markdown) {
    List<Section> sections = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                String title = text(heading);
                String anchor = anchor(title);
                int before = taken.merge(anchor, 1, Integer::sum) - 1;
                sections.add(
                    new Section(
                        heading.getLevel(),
                        title,
                        before == 0 ? anchor : anchor + "-" + before,
                        heading.getSourceSpans().getFirst().getLineIndex()));
              }
            });
    return new Page(name, markdown, List.copyOf(sections));
  }

  /// The page as a tree of nodes, with the lines they come from.
  public Node tree() {
    return parse(markdown);
  }

  /// Its first heading, or its name where it has none.
  public String title() {
    return sections.isEmpty() ? name : sections.getFirst().title();
  }

  /// What the page is called on the command line: its name without the ending.
  public String topic() {
    return name.endsWith(".md") ? name.substring(0, name.length() - ".md".length()) : name;
  }

  /// The section of an anchor.
  public Optional<Section> section(String anchor) {
    return sections.stream().filter(section -> section.anchor().equals(anchor)).findFirst();
  }

  /// The Markdown from a section's heading to the next one that is not below it.
  public String markdown(Section section) {
    int end =
        sections.stream()
            .filter(other -> other.line() > section.line() && other.level() <= section.level())
            .mapToInt(Section::line)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    List<String> lines = markdown.lines().toList();
    return String.join("\n", lines.subList(section.line(), Math.min(end, lines.size()))).strip()
        + "\n";
  }

  /// The plain text of a node and of what is in it.
  public static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }

  private static Node parse(String markdown) {
    return Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .build()
        .parse(markdown);
  }

  /// Small letters, digits, hyphens and underscores; blanks become hyphens, the rest goes.
  private static String anchor(String title) {
    return title
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
