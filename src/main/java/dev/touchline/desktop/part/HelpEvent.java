/// Asks for a page of the documentation, from wherever it is needed.
package dev.touchline.desktop.part;

import javafx.event.Event;
import javafx.event.EventType;

/// Bubbles up to the window, which shows the page.
public final class HelpEvent extends Event {
  private static final long serialVersionUID = 1L;

  /// The one type.
  public static final EventType<HelpEvent> OPEN = new EventType<>(Event.ANY, "HELP_OPEN");

  private final String topic;

  /// Asks for a topic as `touchline help` knows it, such as `troubleshooting.md#storage`.
  public HelpEvent(String topic) {
    super(OPEN);
    this.topic = topic;
  }

  /// The topic.
  public String topic() {
    return topic;
  }
}
