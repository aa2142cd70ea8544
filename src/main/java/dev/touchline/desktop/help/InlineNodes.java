/// Makes running text of Markdown: words, code, emphasis, links.
package dev.touchline.desktop.help;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// Fills a text flow with what a paragraph, a heading or a cell holds.
final class InlineNodes extends AbstractVisitor {
  private final TextFlow flow = new TextFlow();
  private final Consumer<String> follow;
  private String style = "";

  private InlineNodes(Consumer<String> follow) {
    this.follow = follow;
  }

  /// The text of a node's children; `follow` is told the destination of a link that was pressed.
  static TextFlow of(Node parent, Consumer<String> follow) {
    var nodes = new InlineNodes(follow);
    nodes.visitChildren(parent);
    return nodes.flow;
  }

  @Override
  public void visit(org.commonmark.node.Text text) {
    add(text.getLiteral(), style);
  }

  @Override
  public void visit(Code code) {
    add(code.getLiteral(), "code");
  }

  @Override
  public void visit(SoftLineBreak line) {
    add(" ", style);
  }

  @Override
  public void visit(HardLineBreak line) {
    add("\n", style);
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled("emphasis", emphasis);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    styled("strong", strong);
  }

  @Override
  public void visit(Link link) {
    var shown = new Hyperlink(dev.touchline.manual.Page.text(link));
    shown.setOnAction(event -> follow.accept(link.getDestination()));
    flow.getChildren().add(shown);
  }

  private void styled(String inside, Node node) {
    String outside = style;
    style = inside;
    visitChildren(node);
    style = outside;
  }

  private void add(String words, String styleClass) {
    var text = new Text(words);
    text.getStyleClass().add("page-text");
    if (!styleClass.isEmpty()) {
      text.getStyleClass().add(styleClass);
    }
    flow.getChildren().add(text);
  }
}
