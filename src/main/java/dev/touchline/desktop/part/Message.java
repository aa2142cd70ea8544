/// An inline message: where it arose, with what to do.
package dev.touchline.desktop.part;

import dev.touchline.fault.Fault;

/// A message of a panel.
///
/// @param kind how it is marked
/// @param text one sentence
/// @param remedy what to do now; empty where nothing is to be done
/// @param page topic of the documentation that says more; empty where none does
public record Message(Kind kind, String text, String remedy, String page) {
  /// Kinds, each with a style class and a word, so that colour is not all that tells them apart.
  public enum Kind {
    /// Nothing to say.
    NONE("none", ""),
    /// For information.
    INFO("info", "Note"),
    /// It worked.
    DONE("done", "Done"),
    /// Look closer.
    CAUTION("caution", "Caution"),
    /// It failed.
    FAILED("failed", "Problem");

    private final String style;
    private final String word;

    Kind(String style, String word) {
      this.style = style;
      this.word = word;
    }

    /// The style class.
    public String style() {
      return style;
    }

    /// The word in front.
    public String word() {
      return word;
    }
  }

  /// No message.
  public static final Message NONE = new Message(Kind.NONE, "", "");

  /// A message without a page.
  public Message(Kind kind, String text, String remedy) {
    this(kind, text, remedy, "");
  }

  /// A fault.
  public static Message of(Fault fault) {
    String text = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    return new Message(Kind.FAILED, text, fault.remedy(), fault.kind().page());
  }

  /// Good news.
  public static Message done(String text) {
    return new Message(Kind.DONE, text, "");
  }
}
