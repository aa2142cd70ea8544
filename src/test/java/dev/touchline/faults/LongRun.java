/// A training that goes on for some seconds, so that others find it at work.
package dev.touchline.faults;

import java.nio.file.Files;
import java.nio.file.Path;

/// The rows of [TrainedHomes#training] and more draws than there is time for.
///
/// @param seconds how long it samples; then it publishes what it has
record LongRun(int seconds) {

  /// Its command line; more options at its end.
  String[] of(String version, String... more) {
    return CommandLine.of("train", "--version", version)
        .days("2018-06-14", "2018-06-15", "2018-06-16")
        .with("--chains", "2", "--tune", "200", "--draws", "40000", "--max-rhat", "3")
        .with("--time-limit", "" + seconds)
        .with(more)
        .array();
  }

  /// Starts it and returns once it has its rows and samples.
  ProgramProcess sampling(Launch launch, String version, String... more) throws Exception {
    ProgramProcess run = launch.start(of(version, more));
    Path begun = launch.home().resolve("checkpoints").resolve(version).resolve("run.json");
    while (!Files.exists(begun)) {
      if (!run.process().isAlive()) {
        throw new IllegalStateException("it ended before it sampled: " + run.said());
      }
      Thread.sleep(5);
    }
    return run;
  }
}
