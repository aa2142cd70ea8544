/// The interrupted runs of a home.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.trace.Checkpoint;
import dev.touchline.trace.TraceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `HOME/checkpoints/VERSION/` for each run that has not ended yet: `run.json`, the chains' draws
/// and states, and a lock that the run's program holds.
public final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final Home home;
  private final Waiting waiting;
  private final Set<Path> running = ConcurrentHashMap.newKeySet();

  /// Of a home.
  public Checkpoints(Home home) {
    this(home, Waiting.NONE);
  }

  Checkpoints(Home home, Waiting waiting) {
    this.home = home;
    this.waiting = waiting;
  }

  /// Runs that were cut short and are not being continued right now, by name.
  public List<InterruptedRun> list() {
    List<InterruptedRun> runs = new ArrayList<>();
    for (Path folder : FileTree.folders(home.checkpoints())) {
      // Looking at a lock that this very program holds would release it on some systems.
      boolean published = Files.exists(home.models().resolve(folder.getFileName()));
      if (!published && !running.contains(folder) && !RunLock.held(folder)) {
        interrupted(folder).ifPresent(runs::add);
      }
    }
    return List.copyOf(runs);
  }

  /// The interrupted run of a version.
  public Optional<InterruptedRun> find(String version) {
    return list().stream().filter(run -> run.version().equals(version)).findFirst();
  }

  private static Optional<InterruptedRun> interrupted(Path folder) {
    return RunFile.read(folder)
        .map(
            run ->
                new InterruptedRun(
                    run.request(),
                    run.started(),
                    Checkpoint.done(folder, run.request().sampler().chains())));
  }

  /// Throws away what a run left.
  public void delete(String version) {
    Path folder = folder(version);
    if (Files.isDirectory(folder)) {
      try (RunLock lock = lock(folder, version)) {
        LOG.debug("{} is deleted", lock);
        FileTree.delete(folder);
      }
    }
  }

  private Path folder(String version) {
    return home.checkpoints().resolve(version);
  }

  /// Begins a run, throwing away what an earlier one of that version left; or continues that, and
  /// begins only where there is none. A fault names what differs where the two are not the same.
  OpenCheckpoint open(RunFile run, TraceSchema schema, Duration interval, boolean resume) {
    String version = run.request().version();
    Path folder = folder(version);
    RunLock lock =
        waiting.until(
            () -> {
              make(folder);
              return lock(folder, version);
            });
    try {
      requireNew(folder, version);
      Optional<RunFile> before = RunFile.read(folder);
      if (resume && before.isPresent()) {
        before.get().requireSame(run);
        requireEnough(folder, run.request());
      } else {
        before.ifPresent(
            old ->
                LOG.warn(
                    "The run of {} that was interrupted ({} to {}) begins again; --resume would"
                        + " have continued it",
                    version,
                    old.request().split().trainStart(),
                    old.request().split().trainEnd()));
        lock.clear();
      }
      run.write(folder);
      Checkpoint checkpoint =
          new Checkpoint(folder, schema, run.request().sampler().chains(), interval);
      return new OpenCheckpoint(folder, lock, checkpoint);
    } catch (IOException e) {
      lock.close();
      throw FileTree.storage("The checkpoint " + folder + " cannot be used", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// The program that the lock was waited for may have published the version.
  private void requireNew(Path folder, String version) {
    try {
      new ModelStore(home).requireNew(version);
    } catch (Fault e) {
      FileTree.delete(folder);
      throw e;
    }
  }

  private RunLock lock(Path folder, String version) {
    if (!running.add(folder)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "Version " + version + " is being trained already.",
          "Wait until it has ended, or choose another version's name.");
    }
    try {
      return RunLock.take(
          folder, "Version " + version + " is being trained", () -> running.remove(folder));
    } catch (RuntimeException e) {
      running.remove(folder);
      throw e;
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileTree.storage("No folder can be made for the checkpoint " + folder, e);
    }
  }

  /// More draws than before may be asked for, fewer than were made may not.
  private static void requireEnough(Path folder, TrainRequest asked) {
    int most =
        Checkpoint.done(folder, asked.sampler().chains()).stream()
            .mapToInt(done -> done - asked.sampler().tune())
            .max()
            .orElse(0);
    if (most > asked.sampler().draws()) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The interrupted run of "
              + asked.version()
              + " cannot go on: it has "
              + most
              + " draws of a chain already, and "
              + asked.sampler().draws()
              + " are asked for.",
          "Ask for at least as many, or leave out --resume to begin again.");
    }
  }

  /// A run's checkpoint while it runs.
  ///
  /// @param folder its files
  /// @param lock keeps others away
  /// @param states takes the chains' states
  record OpenCheckpoint(Path folder, RunLock lock, Checkpoint states) implements AutoCloseable {

    /// Throws everything away: the run is published, or nothing of it can go on.
    void discard() {
      states.close();
      try {
        FileTree.delete(folder);
      } catch (Fault e) {
        // Some systems delete no file that is still mapped; the next start of that version does.
        LOG.warn("{}", e.getMessage());
      }
    }

    @Override
    public void close() {
      states.close();
      lock.close();
    }
  }
}
