/// A field for a day: typed as 2018-06-01, or picked from a calendar.
package dev.touchline.desktop.part;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Follows what is typed at every key; what is no day is marked and counts as none. Undo and redo
/// go from day to day.
public final class DateField extends DatePicker {
  /// For ten digits and the calendar's button.
  private static final double ROOM = 117;

  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final List<KeyCombination> REDO =
      List.of(
          new KeyCodeCombination(
              KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
          new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN));

  private final DayHistory history = new DayHistory();
  private boolean following;

  /// Shows and sets `date`.
  public DateField(String id, ObjectProperty<@Nullable LocalDate> date) {
    setId(id);
    setPromptText("yyyy-mm-dd");
    setMinWidth(ROOM);
    setShowWeekNumbers(false);
    setConverter(new Iso(this));
    date.subscribe(
        day -> {
          if (!following) {
            history.begin(day);
            setValue(day);
            getEditor().setText(DayHistory.text(day));
          }
        });
    getEditor()
        .textProperty()
        .subscribe(
            text -> {
              LocalDate day = parse(text);
              boolean wrong = day == null && !text.isBlank();
              // The whole control: an edge around the editor alone leaves its button outside.
              getStyleClass().remove("wrong");
              if (wrong) {
                getStyleClass().add("wrong");
              }
              following = true;
              date.set(day);
              if (day != null) {
                history.add(day);
                setValue(day);
              }
              following = false;
            });
    getEditor().addEventFilter(KeyEvent.KEY_PRESSED, this::undoOrRedo);
    // As in other fields that Tab comes to: the next key begins a new day.
    focusVisibleProperty()
        .subscribe(
            byKeys -> {
              if (byKeys) {
                Platform.runLater(getEditor()::selectAll);
              }
            });
  }

  /// The editor's own undo goes by what was typed, half a day included.
  private void undoOrRedo(KeyEvent event) {
    boolean undo = UNDO.match(event);
    if (undo || REDO.stream().anyMatch(keys -> keys.match(event))) {
      TextField editor = getEditor();
      editor.setText(DayHistory.text(undo ? history.undo(editor.getText()) : history.redo()));
      editor.end();
      event.consume();
    }
  }

  private static @Nullable LocalDate parse(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// ISO dates; text that is none leaves the value as it was, so that nothing typed is lost.
  private static final class Iso extends StringConverter<LocalDate> {
    private final DatePicker picker;

    Iso(DatePicker picker) {
      this.picker = picker;
    }

    @Override
    public String toString(@Nullable LocalDate day) {
      return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
      LocalDate day = text == null ? null : parse(text);
      return day == null ? picker.getValue() : day;
    }
  }
}
