/// The program as a process of its own.
package dev.touchline.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One process.
///
/// @param home its home
/// @param process the process
/// @param out where its standard output goes
/// @param err where its standard error goes
record ProgramProcess(Path home, Process process, Path out, Path err) {

  /// Starts a command line on a home.
  static ProgramProcess start(Path home, List<String> jvm, String... arguments) throws IOException {
    return Launch.on(home).jvm(jvm.toArray(String[]::new)).start(arguments);
  }

  /// Waits for its end; the answer is its exit code.
  int exitCode() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the program hangs; see " + err);
    }
    return process.exitValue();
  }

  /// What it printed, for the message of a failing test.
  String said() throws IOException {
    return Files.readString(out) + Files.readString(err);
  }

  /// Waits for its end and takes what it printed.
  Ended ended() throws IOException, InterruptedException {
    int exit = exitCode();
    Ended ended = new Ended(home, exit, Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }
}
