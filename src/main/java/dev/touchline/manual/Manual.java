/// Finds pages of the documentation by name or by topic.
package dev.touchline.manual;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;

/// The pages in the program's own jar, under `docs`. Which there are stands in the first page,
/// `README.md`, which links all others.
public final class Manual {
  /// The page that lists the others.
  public static final String INDEX = "README.md";

  private static final String FOLDER = "/docs/";

  /// A page, and the section in it that was asked for.
  ///
  /// @param page the page
  /// @param section the section; empty for the whole page
  public record Place(Page page, Optional<Section> section) {
    /// The Markdown of the section, or of the page.
    public String markdown() {
      return section.map(page::markdown).orElse(page.markdown());
    }

    /// The heading.
    public String title() {
      return section.map(Section::title).orElse(page.title());
    }
  }

  /// The page of a name such as `traces.md`, where the program has it.
  public Optional<Page> page(String name) {
    return name.endsWith(".md") ? text(name).map(text -> Page.of(name, text)) : Optional.empty();
  }

  /// The text of a file below the documentation's folder, where the program has it.
  public Optional<String> text(String name) {
    return file(name)
        .map(
            file -> {
              try (InputStream in = file.openStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /// A file below the documentation's folder, such as a picture.
  public Optional<URL> file(String name) {
    return Optional.ofNullable(Manual.class.getResource(FOLDER + name));
  }

  /// All pages, the index first, in its order.
  public List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    Page index = page(INDEX).orElseThrow(Manual::missing);
    pages.add(index);
    index
        .tree()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                page(link.getDestination()).ifPresent(pages::add);
              }
            });
    return pages;
  }

  /// The place of a topic: a page (`traces`, `traces.md`), a section of one (`traces#pymc`), or a
  /// section's name alone (`pymc`), of which the first one counts. A topic that is none of these is
  /// a fault of kind USAGE.
  public Place find(String topic) {
    int hash = topic.indexOf('#');
    String name = hash < 0 ? topic : topic.substring(0, hash);
    String file = name.endsWith(".md") ? name : name + ".md";
    Optional<Page> page = page(file);
    if (page.isPresent()) {
      if (hash < 0) {
        return new Place(page.get(), Optional.empty());
      }
      Optional<Section> section = page.get().section(topic.substring(hash + 1));
      if (section.isPresent()) {
        return new Place(page.get(), section);
      }
    } else if (hash < 0) {
      for (Page candidate : pages()) {
        Optional<Section> section = candidate.section(topic);
        if (section.isPresent()) {
          return new Place(candidate, section);
        }
      }
    }
    throw new Fault(
        Fault.Kind.USAGE,
        "There is no help on \"" + topic + "\".",
        "touchline help lists the topics, touchline --help the commands.");
  }

  private static Fault missing() {
    return new Fault(
        Fault.Kind.DEFECT,
        "The documentation is missing in this program.",
        "Install Touchline again, or read the pages in the folder docs of its source.");
  }
}
