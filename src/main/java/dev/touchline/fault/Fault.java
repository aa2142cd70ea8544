/// The one exception that users see: what went wrong, with which value, and what to do now.
package dev.touchline.fault;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A failure that a user can understand and act upon.
///
/// The message is one sentence naming the offending value; the remedy is one sentence saying what
/// to do now. Neither ever contains a secret. The kind decides the exit code of the command line.
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Key of the details of a fault that passes when another program has done its work.
  public static final String BUSY = "busy";

  /// What kind of failure it is, with the exit code that scripts rely on.
  public enum Kind {
    /// A defect of ours.
    DEFECT(1),
    /// A command or setting that makes no sense.
    USAGE(2),
    /// Rows, names or features that are missing or invalid.
    DATA(3),
    /// Chains that did not converge.
    NOT_CONVERGED(4),
    /// Disk full, files unreadable or corrupt.
    STORAGE(5),
    /// The database cannot be reached.
    DATABASE(6),
    /// Not enough memory.
    MEMORY(7),
    /// Stopped by the user.
    INTERRUPTED(130);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /// The exit code of the command line, as documented in `--help`.
    public int exitCode() {
      return exitCode;
    }

    /// Where the documentation lists the messages of this kind with causes and remedies: a page and
    /// a section of it.
    public String page() {
      return "troubleshooting.md#" + name().toLowerCase(Locale.ROOT);
    }
  }

  /// Characters of the longest sentence.
  private static final int LONGEST = 1_500;

  /// What kind of failure it is.
  private final Kind kind;

  /// One sentence: what to do now.
  private final String remedy;

  private final transient Map<String, Object> details;

  /// A fault with a cause for the log.
  public Fault(
      Kind kind, String message, String remedy, Map<String, ?> details, @Nullable Throwable cause) {
    super(printable(message), cause);
    this.kind = kind;
    this.remedy = printable(remedy);
    this.details = new LinkedHashMap<>(details);
  }

  /// A fault without details or cause.
  public Fault(Kind kind, String message, String remedy) {
    this(kind, message, remedy, Map.of(), null);
  }

  /// A fault with a cause for the log.
  public Fault(Kind kind, String message, String remedy, Throwable cause) {
    this(kind, message, remedy, Map.of(), cause);
  }

  /// Values that a sentence names may come from anybody's file: nothing in them moves a terminal's
  /// cursor, begins a line of the log or fills the screen.
  private static String printable(String text) {
    String line =
        text.chars().anyMatch(Character::isISOControl)
            ? text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
            : text;
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST / 2) + " … " + line.substring(line.length() - LONGEST / 2);
  }

  /// What kind of failure it is.
  public Kind kind() {
    return kind;
  }

  /// One sentence: what to do now.
  public String remedy() {
    return remedy;
  }

  /// Machine-readable facts (strings, numbers, booleans, lists and maps of them) for `--json`.
  public Map<String, Object> details() {
    return Map.copyOf(details);
  }
}
