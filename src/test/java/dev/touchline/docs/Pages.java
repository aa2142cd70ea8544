/// The Markdown files of the project as they lie in its source.
package dev.touchline.docs;

import dev.touchline.manual.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;

/// Reads pages and what is in them.
public final class Pages {
  private Pages() {}

  /// Every page that users read, by its path from the project's folder.
  public static List<Page> all() {
    List<Path> files = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
    for (String folder : List.of("docs", "installer", "sample-data")) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        found
            .filter(file -> file.toString().endsWith(".md"))
            .sorted(Comparator.naturalOrder())
            .forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files.stream().map(Pages::read).toList();
  }

  /// One page.
  public static Page read(Path file) {
    try {
      return Page.of(file.toString().replace('\\', '/'), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A block of code.
  ///
  /// @param language what stands after the fence, such as `sh`; empty where nothing does
  /// @param code its lines
  public record Block(String language, String code) {}

  /// The blocks of code of a page, in their order.
  public static List<Block> blocks(Page page) {
    List<Block> blocks = new ArrayList<>();
    page.tree()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                blocks.add(new Block(block.getInfo(), block.getLiteral()));
              }

              @Override
              public void visit(IndentedCodeBlock block) {
                blocks.add(new Block("", block.getLiteral()));
              }
            });
    return blocks;
  }

  /// What stands between single backticks.
  public static List<String> inlineCode(Page page) {
    List<String> codes = new ArrayList<>();
    page.tree()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Code code) {
                codes.add(code.getLiteral().replace('\n', ' '));
              }
            });
    return codes;
  }

  /// Where links and pictures lead.
  public static List<String> destinations(Page page) {
    List<String> destinations = new ArrayList<>();
    page.tree()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                destinations.add(link.getDestination());
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                destinations.add(image.getDestination());
              }
            });
    return destinations;
  }
}
