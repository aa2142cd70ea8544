/// Builders of the nodes that all panels are made of.
package dev.touchline.desktop.part;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// Cards, fields, tables.
public final class Nodes {
  private Nodes() {}

  /// A card with a title, a quiet note at its right, and content.
  public static VBox notedCard(String title, Node note, Node... content) {
    var heading = new Label(title);
    heading.getStyleClass().add("card-title");
    heading.setMinWidth(Region.USE_PREF_SIZE);
    note.getStyleClass().add("card-note");
    var head = new HBox(8, heading, spacer(), note);
    head.setAlignment(Pos.CENTER_LEFT);
    var card = new VBox(head);
    card.getStyleClass().add("card");
    card.getChildren().addAll(content);
    return card;
  }

  /// A card without a note.
  public static VBox card(String title, Node... content) {
    return notedCard(title, new Label(), content);
  }

  /// Room that grows.
  public static Region spacer() {
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    VBox.setVgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /// Content that fills the room there is, and scrolls where that is less than it needs.
  public static ScrollPane scrolling(Region content) {
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("side");
    scroll.setMinHeight(0);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  /// A control under its label; the label speaks for it.
  public static VBox field(String label, Node control) {
    var text = new Label(label);
    text.getStyleClass().add("field-label");
    text.setLabelFor(control);
    control.setAccessibleText(label);
    if (control instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    var field = new VBox(4, text, control);
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setPrefWidth(80);
    field.setMinWidth(0);
    return field;
  }

  /// A line to type into.
  public static TextField input(String id, StringProperty text) {
    var field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  /// Tab goes on to the next control, as everywhere else, instead of being written.
  public static void leaveByTab(TextArea area) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            area.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
  }

  /// A button.
  public static Button button(String text, Runnable action, String... styles) {
    var button = new Button(text);
    button.setOnAction(event -> action.run());
    button.getStyleClass().addAll(styles);
    return button;
  }

  /// A table with an empty text; Ctrl+C copies the chosen rows, or all, as tab-separated text, Alt
  /// and arrows sort.
  public static <T> TableView<T> table(String name, String whenEmpty) {
    var table = new TableView<T>();
    table.setAccessibleText(name);
    var empty = new Label(whenEmpty);
    empty.setWrapText(true);
    table.setPlaceholder(empty);
    table.setColumnResizePolicy(new ProportionalColumns<>());
    table.getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.MULTIPLE);
    var copy = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    table.setOnKeyPressed(
        event -> {
          if (copy.match(event)) {
            copy(tsv(table));
            event.consume();
          }
        });
    table.addEventHandler(KeyEvent.KEY_PRESSED, event -> SortKeys.press(table, event));
    return table;
  }

  /// Puts text on the clipboard.
  public static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// The chosen rows of a table, or all, with a heading.
  public static <T> String tsv(TableView<T> table) {
    var text = new StringBuilder();
    List<TableColumn<T, ?>> columns = table.getVisibleLeafColumns();
    text.append(String.join("\t", columns.stream().map(TableColumn::getText).toList()))
        .append('\n');
    List<T> chosen = table.getSelectionModel().getSelectedItems();
    for (T row : chosen.isEmpty() ? table.getItems() : chosen) {
      text.append(
              String.join(
                  "\t", columns.stream().map(c -> String.valueOf(c.getCellData(row))).toList()))
          .append('\n');
    }
    return text.toString();
  }

  /// Text that may have less room than it needs: where it is shortened, a tooltip says the whole.
  public static <L extends Labeled> L whole(L labeled) {
    var tip = new Tooltip();
    tip.textProperty().bind(labeled.textProperty());
    tip.setWrapText(true);
    tip.setMaxWidth(600);
    labeled.textTruncatedProperty().subscribe(cut -> labeled.setTooltip(cut ? tip : null));
    return labeled;
  }

  /// A column of text; what is longer than the column has a tooltip.
  public static <T> TableColumn<T, String> column(
      String heading, double width, Function<T, String> text) {
    var column = new TableColumn<T, String>(heading);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
    column.setCellFactory(any -> whole(new TextCell<>()));
    column.setComparator(alphabetical());
    return column;
  }

  private static final class TextCell<T> extends TableCell<T, String> {
    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : item);
    }
  }

  /// The language's alphabet, as is usual in tables, but each text is prepared for it once: over
  /// tens of thousands of rows that is the difference between a blink and seconds.
  private static Comparator<String> alphabetical() {
    Collator collator = Collator.getInstance();
    Map<String, CollationKey> keys = new HashMap<>();
    return Comparator.comparing(text -> keys.computeIfAbsent(text, collator::getCollationKey));
  }

  /// A column of numbers: sorted as numbers, written by `format`, at the right.
  public static <T> TableColumn<T, Number> numbers(
      String heading, double width, Function<T, Number> number, Function<Number, String> format) {
    var column = new TableColumn<T, Number>(heading);
    column.setPrefWidth(width);
    column.getStyleClass().add("number");
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(number.apply(cell.getValue())));
    column.setCellFactory(
        any -> {
          var cell =
              new TableCell<T, Number>() {
                @Override
                protected void updateItem(Number item, boolean empty) {
                  super.updateItem(item, empty);
                  setText(empty || item == null ? "" : format.apply(item));
                }
              };
          cell.getStyleClass().add("number");
          return whole(cell);
        });
    return column;
  }

  /// A column of text that takes as many lines as it needs.
  public static <T> TableColumn<T, String> wrapped(
      String heading, double width, Function<T, String> text) {
    TableColumn<T, String> column = column(heading, width, text);
    column.setCellFactory(
        any ->
            new TableCell<>() {
              private final Text lines = new Text();

              {
                lines.getStyleClass().add("wrapped-text");
                lines.wrappingWidthProperty().bind(column.widthProperty().subtract(14));
              }

              @Override
              protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                lines.setText(empty || item == null ? "" : item);
                setGraphic(empty || item == null ? null : lines);
                setAccessibleText(lines.getText());
              }
            });
    return column;
  }
}
