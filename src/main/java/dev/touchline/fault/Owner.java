/// Who uses something that two programs cannot use at once.
package dev.touchline.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One line in a file beside the thing: `process 4711 since 2026-11-25T04:10:00Z`. It informs
/// people; what locks is a lock of the system.
public final class Owner {
  private static final String SINCE = " since ";

  private Owner() {}

  /// The line of this program.
  public static String line() {
    return "process "
        + ProcessHandle.current().pid()
        + SINCE
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /// What a file says, with the age: `process 4711 since 2026-11-25T04:10:00Z (5 minutes ago)`;
  /// empty where it says nothing.
  public static String read(Path file) {
    try {
      return withAge(Files.readString(file).strip(), Instant.now());
    } catch (IOException e) {
      return "";
    }
  }

  static String withAge(String line, Instant now) {
    int since = line.indexOf(SINCE);
    if (since < 0) {
      return "";
    }
    try {
      Duration age = Duration.between(Instant.parse(line.substring(since + SINCE.length())), now);
      return line + " (" + words(age) + ")";
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static String words(Duration age) {
    if (age.isNegative()) {
      return "a time yet to come: a clock was set back";
    }
    long minutes = age.toMinutes();
    if (minutes < 1) {
      return age.toSeconds() + " seconds ago";
    }
    return minutes < 120 ? minutes + " minutes ago" : age.toHours() + " hours ago";
  }
}
