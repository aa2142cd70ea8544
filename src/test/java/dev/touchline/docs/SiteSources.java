/// Lays the Markdown pages out as sources of Maven's site plugin.
package dev.touchline.docs;

import dev.touchline.manual.Page;
import dev.touchline.manual.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/// A program, not a test: the first step of `mvn -Psite`. The site has the folders of the project,
/// so links between pages only change their ending; `README.md` becomes `index.html`, whatever else
/// a page links or shows is copied beside it, and headings get the anchors that the pages use. The
/// menu is the list of pages in `docs/README.md`.
public final class SiteSources {
  private final Path folder;

  private SiteSources(Path folder) {
    this.folder = folder;
  }

  /// The argument: the folder to write.
  public static void main(String[] args) throws IOException {
    SiteSources site = new SiteSources(Path.of(args[0]));
    for (Page page : Pages.all()) {
      site.write(page);
    }
    site.copy(Path.of("src/site/site.css"), Path.of("css/site.css"));
    Path menu = Files.createDirectories(site.folder).resolve("site.xml");
    Files.writeString(menu, descriptor(Pages.read(Path.of("docs/README.md"))));
  }

  private void write(Page page) throws IOException {
    List<String> lines = new ArrayList<>(page.markdown().lines().toList());
    for (Section section : page.sections()) {
      String line = lines.get(section.line());
      String marks = "#".repeat(section.level()) + " ";
      if (!line.startsWith(marks)) {
        throw new IllegalStateException(page.name() + ": a heading without #: " + line);
      }
      lines.set(
          section.line(),
          marks + "<a id=\"" + section.anchor() + "\"></a>" + line.substring(marks.length()));
    }
    String text = String.join("\n", lines) + "\n";
    for (String link : new TreeSet<>(Pages.destinations(page))) {
      if (!link.contains("://") && !link.startsWith("#") && !link.startsWith("mailto:")) {
        text = text.replace("](" + link + ")", "](" + onSite(page, link) + ")");
      }
    }
    Path file = folder.resolve("markdown").resolve(page.name().replace("README.md", "index.md"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// Where a link of a page leads on the site; what is no page is copied there.
  private String onSite(Page page, String link) throws IOException {
    int hash = link.indexOf('#');
    String target = hash < 0 ? link : link.substring(0, hash);
    String anchor = hash < 0 ? "" : link.substring(hash);
    Path file = Path.of(page.name()).resolveSibling(target).normalize();
    if (Files.isDirectory(file)) {
      return target.replaceAll("/$", "") + "/index.html" + anchor;
    }
    if (target.endsWith(".md")) {
      return html(target) + anchor;
    }
    copy(file, file);
    return link;
  }

  private void copy(Path from, Path to) throws IOException {
    Path file = folder.resolve("resources").resolve(to);
    Files.createDirectories(file.getParent());
    Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String html(String page) {
    return page.replaceAll("README\\.md$", "index.md").replaceAll("\\.md$", ".html");
  }

  /// The site's title and skin, and a menu for every section of the list of pages.
  private static String descriptor(Page index) {
    StringBuilder menus = new StringBuilder();
    index
        .tree()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                  menus.append(menus.isEmpty() ? "" : "    </menu>\n");
                  menus.append("    <menu name=\"%s\">\n".formatted(Page.text(heading)));
                }
              }

              @Override
              public void visit(Link link) {
                String to = link.getDestination();
                if (to.endsWith(".md") && !menus.isEmpty()) {
                  menus.append(
                      "      <item name=\"%s\" href=\"docs/%s\"/>\n"
                          .formatted(Page.text(link), html(to)));
                }
              }
            });
    return """
    <site name="Touchline" xmlns="http://maven.apache.org/SITE/2.0.0">
      <bannerLeft name="Touchline" href="index.html"/>
      <publishDate position="none"/>
      <version position="none"/>
      <skin>
        <groupId>org.apache.maven.skins</groupId>
        <artifactId>maven-fluido-skin</artifactId>
        <version>2.1.0</version>
      </skin>
      <body>
        <menu name="Touchline">
          <item name="In five minutes" href="index.html"/>
          <item name="All pages" href="docs/index.html"/>
          <item name="Changes" href="CHANGELOG.html"/>
        </menu>
    """
        + menus
        + """
            </menu>
          </body>
        </site>
        """;
  }
}
