/// Names that fit what is typed into a field, laid over what stands below it.
package dev.touchline.desktop.predict;

import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/// Opens with each key typed and when the empty field is clicked upon; Enter or a click takes a
/// name and closes it, Escape closes it, Down opens it again. A field that has the cursor without
/// having been asked for leaves the form uncovered. It takes no room: a form whose parts moved when
/// it closes would lose the click that closed it.
final class SuggestionList extends VBox {
  private static final double GAP = 4;

  private final ObservableList<Suggestion> items;
  private final Consumer<Suggestion> choose;
  private final TextField text;
  private int chosen;
  private boolean open;

  SuggestionList(
      TextField text, ObservableList<Suggestion> items, Consumer<Suggestion> choose, String none) {
    this.text = text;
    this.items = items;
    this.choose = choose;
    getStyleClass().add("suggestions");
    setManaged(false);
    setVisible(false);
    setViewOrder(-1);
    items.subscribe(
        () -> {
          chosen = 0;
          show(none);
        });
    text.textProperty().subscribe((before, after) -> setOpen(text.isFocused()));
    text.focusedProperty().subscribe(() -> setOpen(false));
    text.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (text.getText().isBlank()) {
            setOpen(true);
          }
        });
    text.setOnKeyPressed(
        event -> {
          switch (event.getCode()) {
            case DOWN -> move(open ? 1 : 0);
            case UP -> move(-1);
            case ENTER -> take();
            case ESCAPE -> {
              if (!open) {
                return;
              }
              setOpen(false);
            }
            default -> {
              return;
            }
          }
          event.consume();
        });
    show(none);
  }

  /// A field and this list, which is drawn over what comes after them.
  static Node under(Node field, SuggestionList list) {
    var both =
        new VBox(field, list) {
          @Override
          protected void layoutChildren() {
            super.layoutChildren();
            double y = field.getBoundsInParent().getMaxY() + GAP;
            list.resizeRelocate(0, y, getWidth(), list.prefHeight(getWidth()));
          }
        };
    list.visibleProperty().subscribe(shown -> both.setViewOrder(shown ? -1 : 0));
    return both;
  }

  private void setOpen(boolean now) {
    open = now;
    setVisible(now && !getChildren().isEmpty());
  }

  private void move(int by) {
    chosen = Math.clamp(chosen + by, 0, Math.max(0, items.size() - 1));
    mark();
    setOpen(true);
  }

  private void take() {
    if (open && chosen < items.size()) {
      take(items.get(chosen));
    }
  }

  private void take(Suggestion item) {
    choose.accept(item);
    text.end();
    setOpen(false);
  }

  private void show(String none) {
    getChildren().clear();
    for (Suggestion item : items) {
      var name = new Label(item.name());
      name.getStyleClass().add("strong");
      var detail = new Label(item.detail());
      detail.getStyleClass().addAll("small", "muted");
      var row = new VBox(name, detail);
      row.setOnMousePressed(event -> take(item));
      getChildren().add(row);
    }
    if (items.isEmpty() && !text.getText().isBlank()) {
      var nobody = new Label(none);
      nobody.getStyleClass().addAll("small", "muted", "suggestion-none");
      getChildren().add(nobody);
    }
    mark();
    setVisible(open && !getChildren().isEmpty());
    if (getParent() != null) {
      getParent().requestLayout();
    }
  }

  private void mark() {
    for (int i = 0; i < items.size(); i++) {
      getChildren().get(i).getStyleClass().setAll(i == chosen ? "suggestion-chosen" : "suggestion");
    }
  }
}
