/// Shows a page of Markdown as nodes: headings, paragraphs, lists, tables, code, pictures.
package dev.touchline.desktop.help;

import dev.touchline.desktop.part.Nodes;
import dev.touchline.manual.Page;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Each heading's node has its anchor as id, so that a section can be scrolled to.
final class PageNodes extends AbstractVisitor {
  private final Consumer<String> follow;
  private final Function<String, Optional<URL>> pictures;
  private final Page page;
  private int headings;
  private VBox box = new VBox(10);

  private PageNodes(Page page, Function<String, Optional<URL>> pictures, Consumer<String> follow) {
    this.page = page;
    this.pictures = pictures;
    this.follow = follow;
  }

  /// The nodes of a page.
  ///
  /// @param pictures finds a picture by its destination in the page
  /// @param follow told the destination of a link that was pressed
  static VBox of(Page page, Function<String, Optional<URL>> pictures, Consumer<String> follow) {
    var nodes = new PageNodes(page, pictures, follow);
    nodes.box.getStyleClass().add("page");
    page.tree().accept(nodes);
    return nodes.box;
  }

  @Override
  public void visit(Heading heading) {
    Node text = InlineNodes.of(heading, follow);
    text.getStyleClass().add("h" + Math.min(3, heading.getLevel()));
    text.setId(page.sections().get(headings++).anchor());
    box.getChildren().add(text);
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (paragraph.getFirstChild() instanceof org.commonmark.node.Image image
        && image.getNext() == null) {
      pictures.apply(image.getDestination()).ifPresent(file -> picture(file, Page.text(image)));
      return;
    }
    box.getChildren().add(InlineNodes.of(paragraph, follow));
  }

  private void picture(URL file, String says) {
    var view = new ImageView(new Image(file.toExternalForm(), true));
    view.setPreserveRatio(true);
    view.fitWidthProperty().bind(box.widthProperty());
    view.setAccessibleText(says);
    // Its own width must not keep the page from getting narrower.
    var holder = new StackPane(view);
    holder.setMinWidth(0);
    box.getChildren().add(holder);
  }

  @Override
  public void visit(BulletList list) {
    list(list, number -> "•");
  }

  @Override
  public void visit(OrderedList list) {
    list(list, number -> number + ".");
  }

  private void list(ListBlock list, Function<Integer, String> mark) {
    var items = new VBox(4);
    int number = 1;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      var sign = new Label(mark.apply(number++));
      sign.setMinWidth(18);
      VBox content = inside(item);
      HBox.setHgrow(content, Priority.ALWAYS);
      items.getChildren().add(new HBox(sign, content));
    }
    box.getChildren().add(items);
  }

  @Override
  public void visit(BlockQuote quote) {
    VBox content = inside(quote);
    content.getStyleClass().add("quote");
    box.getChildren().add(content);
  }

  private VBox inside(org.commonmark.node.Node parent) {
    VBox outer = box;
    box = new VBox(4);
    visitChildren(parent);
    VBox content = box;
    box = outer;
    return content;
  }

  @Override
  public void visit(FencedCodeBlock block) {
    code(block.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    code(block.getLiteral());
  }

  private void code(String literal) {
    String lines = literal.stripTrailing();
    var text = new Label(lines);
    text.getStyleClass().add("code-block");
    text.setMinWidth(Label.USE_PREF_SIZE);
    var scroll = new ScrollPane(text);
    scroll.setFitToHeight(true);
    scroll.setMinHeight(ScrollPane.USE_PREF_SIZE);
    scroll.getStyleClass().add("code-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    var copy = Nodes.button("Copy", () -> Nodes.copy(lines), "quiet", "small");
    copy.setMinWidth(Label.USE_PREF_SIZE);
    box.getChildren().add(new HBox(4, scroll, copy));
  }

  @Override
  public void visit(ThematicBreak line) {
    box.getChildren().add(new Separator());
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      table(block);
    } else {
      super.visit(block);
    }
  }

  private void table(org.commonmark.node.Node table) {
    List<List<TableCell>> rows = new ArrayList<>();
    collect(table, rows);
    var grid = new GridPane();
    grid.getStyleClass().add("page-table");
    double[] weights = new double[rows.getFirst().size()];
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < Math.min(weights.length, rows.get(row).size()); column++) {
        TableCell cell = rows.get(row).get(column);
        weights[column] = Math.max(weights[column], Math.sqrt(3 + Page.text(cell).length()));
        var holder = new StackPane(InlineNodes.of(cell, follow));
        holder.getStyleClass().add(cell.isHeader() ? "head-cell" : "page-cell");
        grid.add(holder, column, row);
      }
    }
    double sum = java.util.Arrays.stream(weights).sum();
    for (double weight : weights) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100 * weight / sum);
      grid.getColumnConstraints().add(column);
    }
    box.getChildren().add(grid);
  }

  private static void collect(org.commonmark.node.Node node, List<List<TableCell>> rows) {
    for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof TableRow) {
        rows.add(new ArrayList<>());
      }
      if (child instanceof TableCell cell) {
        rows.getLast().add(cell);
      } else {
        collect(child, rows);
      }
    }
  }
}
