/// The log file keeps its name, shares it, and makes room.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  private LogFile open(long large) throws IOException {
    Formatter plain =
        new Formatter() {
          @Override
          public String format(LogRecord record) {
            return record.getMessage() + "\n";
          }
        };
    return new LogFile(
        folder, plain, new PrintStream(complaints, true, StandardCharsets.UTF_8), large);
  }

  private static void say(LogFile log, String message) {
    log.publish(new LogRecord(Level.INFO, message));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void programsAtTheSameTimeShareTheOneFile() throws IOException {
    LogFile one = open(LogFile.LARGE);
    LogFile other = open(LogFile.LARGE);
    say(one, "one");
    say(other, "other");
    say(one, "one again");
    one.close();
    say(other, "other again");
    other.close();
    assertThat(names()).containsExactly("touchline.log");
    assertThat(folder.resolve("touchline.log")).hasContent("one\nother\none again\nother again\n");
  }

  @Test
  void aLargeFileIsNumberedAndTheOldestGoes() throws IOException {
    LogFile log = open(5);
    for (int i = 0; i < 9; i++) {
      say(log, "line " + i);
    }
    log.close();
    assertThat(names())
        .containsExactly(
            "touchline.1.log",
            "touchline.2.log",
            "touchline.3.log",
            "touchline.4.log",
            "touchline.log");
    assertThat(folder.resolve("touchline.log")).hasContent("line 8\n");
    assertThat(folder.resolve("touchline.1.log")).hasContent("line 7\n");
    assertThat(folder.resolve("touchline.4.log")).hasContent("line 4\n");
    try (var next = new AutoClosing(open(5))) {
      say(next.log(), "next run");
    }
    assertThat(folder.resolve("touchline.log")).hasContent("next run\n");
    assertThat(folder.resolve("touchline.1.log")).hasContent("line 8\n");
    assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private record AutoClosing(LogFile log) implements AutoCloseable {
    @Override
    public void close() {
      log.close();
    }
  }

  @Test
  void whereThereIsNoRoomForOldFilesNothingIsLostAndItIsSaidOnce() throws IOException {
    // A folder that holds something stands where the oldest file would go.
    Files.createDirectories(folder.resolve("touchline.4.log/in the way"));
    Files.writeString(folder.resolve("touchline.3.log"), "old");
    LogFile log = open(5);
    say(log, "a long line");
    say(log, "second");
    say(log, "third");
    log.close();
    assertThat(folder.resolve("touchline.log")).hasContent("a long line\nsecond\nthird\n");
    assertThat(folder.resolve("touchline.3.log")).hasContent("old");
    assertThat(complaints.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("touchline.log");
  }
}
