/// The program as a process of its own, on the class path of the tests.
package dev.touchline.faults;

import dev.touchline.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One process.
///
/// @param process the process
/// @param out where its standard output goes
/// @param err where its standard error goes
record ProgramProcess(Process process, Path out, Path err) {

  /// Starts a command line on a home.
  static ProgramProcess start(Path home, List<String> jvm, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-modules=jdk.incubator.vector");
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TOUCHLINE_HOME", home.toString());
    builder.environment().remove("TOUCHLINE_DB");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new ProgramProcess(process, out, err);
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
}
