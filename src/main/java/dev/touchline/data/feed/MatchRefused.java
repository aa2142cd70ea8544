/// Why one match cannot be taken.
package dev.touchline.data.feed;

/// Ends the reading of a match; the message is the reason as the report tells it, without a full
/// stop. The rest of the import goes on.
public final class MatchRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  /// @param reason part of a sentence with the offending value; what is too long is cut
  public MatchRefused(String reason) {
    super(shown(reason), null, false, false);
  }

  /// A text from a file as a report may show it: not too long, no control characters.
  static String shown(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  /// The reason.
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
