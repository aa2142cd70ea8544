/// A training that has its rows and samples, held there for as long as a test wants others to find
/// it at work.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The rows of [TrainedHomes#training]. The process is stopped (SIGSTOP) with all of its locks and
/// connections, so that it cannot be over too soon on a busy machine, and continued (SIGCONT) by
/// [#letGo].
///
/// @param program the process
record HeldRun(ProgramProcess program) implements AutoCloseable {

  /// Its command line: draws for a second or two; more options at its end.
  static String[] of(String version, String... more) {
    return CommandLine.of("train", "--version", version)
        .twoDays()
        .with("--chains", "2", "--tune", "200", "--draws", "3000", "--max-rhat", "3")
        .with(more)
        .array();
  }

  /// Starts it, and holds it once it samples.
  static HeldRun sampling(Launch launch, String version, String... more) throws Exception {
    ProgramProcess run = launch.start(of(version, more));
    Path begun = launch.home().resolve("checkpoints").resolve(version).resolve("run.json");
    while (!Files.exists(begun)) {
      if (!run.process().isAlive()) {
        throw new IllegalStateException("it ended before it sampled: " + run.said());
      }
      Thread.sleep(5);
    }
    HeldRun held = new HeldRun(run);
    held.signal("STOP");
    assertThat(begun).as("it was over before it was held").exists();
    return held;
  }

  /// Lets it go on, waits for its end and takes what it printed.
  Ended letGo() throws IOException, InterruptedException {
    signal("CONT");
    return program.ended();
  }

  /// Lets it go on once another process has said that it waits.
  Ended letGoWhenSaid(ProgramProcess other, String text) throws IOException, InterruptedException {
    while (!other.said().contains(text)) {
      assertThat(other.process().isAlive()).as(other.said()).isTrue();
      Thread.sleep(5);
    }
    return letGo();
  }

  private void signal(String name) throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("kill", "-" + name, "" + program.process().pid()).start().waitFor())
        .as("kill -" + name)
        .isZero();
  }

  /// A test that failed leaves no process behind.
  @Override
  public void close() {
    program.process().destroyForcibly();
  }
}
