/// What a run leaves on the disk while it samples, so that it can go on after anything.
package dev.touchline.trace;

import dev.touchline.mcmc.ChainKeeper;
import dev.touchline.mcmc.ChainState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder with two files a chain: `chain-1.draws`, the draws as they come, and `chain-1.state`,
/// the chain's state after some of them. The state is renamed into place after its draws are on the
/// disk, so whenever the program dies the folder holds a whole state for each chain, or none.
///
/// Chains are kept each on its own thread and at its own time: they do not know of each other. A
/// chain whose files are damaged begins again, which gives the same draws, only later.
public final class Checkpoint implements ChainKeeper, AutoCloseable {
  /// How often states are kept.
  public static final Duration INTERVAL = Duration.ofSeconds(30);

  /// Memory that the draws of one chain take while the rest of them is on the disk.
  public static final long BYTES_IN_MEMORY = 2L * DrawStore.FILE_DOUBLES * Double.BYTES;

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

  private final Path folder;
  private final int width;
  private final long interval;
  private final Kept[] kept;

  /// One chain's files; touched by its thread alone once it runs.
  private static final class Kept {
    final DrawFile file;
    final @Nullable ChainState state;
    @Nullable DrawStore store;
    long last = System.nanoTime();

    Kept(DrawFile file, @Nullable ChainState state) {
      this.file = file;
      this.state = state;
    }
  }

  /// Opens a folder that exists. Exceptions where it cannot be written to.
  ///
  /// @param folder the run's own
  /// @param schema what its draws hold
  /// @param chains number of chains
  /// @param interval how often each chain's state is kept
  public Checkpoint(Path folder, TraceSchema schema, int chains, Duration interval)
      throws IOException {
    this.folder = folder;
    this.interval = interval.toNanos();
    width = TraceRecorder.width(schema);
    kept = new Kept[chains];
    try {
      for (int chain = 0; chain < chains; chain++) {
        kept[chain] = open(chain);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Kept open(int chain) throws IOException {
    Path draws = file(chain, "draws");
    try {
      ChainStateFile.Entry entry = ChainStateFile.read(file(chain, "state"));
      return new Kept(DrawFile.resume(draws, width, entry.rows(), entry.checksum()), entry.state());
    } catch (NoSuchFileException e) {
      LOG.debug("Chain {} begins: {}", chain + 1, e.toString());
    } catch (IOException e) {
      LOG.warn(
          "What chain {} left cannot be used ({}); it begins again", chain + 1, e.getMessage());
    }
    Files.deleteIfExists(file(chain, "state"));
    return new Kept(DrawFile.create(draws, width), null);
  }

  private Path file(int chain, String kind) {
    return file(folder, chain, kind);
  }

  private static Path file(Path folder, int chain, String kind) {
    return folder.resolve("chain-" + (chain + 1) + "." + kind);
  }

  /// The store of a chain's draws, with those that are kept already.
  DrawStore store(int chain) throws IOException {
    Kept own = kept[chain];
    DrawStore store = new DrawStore(width, own.file);
    own.store = store;
    return store;
  }

  /// Draws, adaptation included, that a chain goes on from.
  public int done(int chain) {
    ChainState state = kept[chain].state;
    return state == null ? 0 : state.done();
  }

  /// The same of every chain of a folder that is not open; 0 where nothing whole is left.
  public static List<Integer> done(Path folder, int chains) {
    List<Integer> done = new ArrayList<>();
    for (int chain = 0; chain < chains; chain++) {
      int draws = 0;
      try {
        draws = ChainStateFile.read(file(folder, chain, "state")).state().done();
      } catch (IOException e) {
        LOG.debug("Chain {} has no state: {}", chain + 1, e.toString());
      }
      done.add(draws);
    }
    return List.copyOf(done);
  }

  @Override
  public Optional<ChainState> resume(int chain) {
    return Optional.ofNullable(kept[chain].state);
  }

  @Override
  public boolean due(int chain) {
    return System.nanoTime() - kept[chain].last >= interval;
  }

  @Override
  public void keep(ChainState state) {
    Kept own = kept[state.chain()];
    DrawStore store = own.store;
    if (store == null || !store.flush()) {
      return;
    }
    try {
      own.file.force();
      ChainStateFile.write(
          file(state.chain(), "state"),
          new ChainStateFile.Entry(state, own.file.rows(), own.file.checksum()));
    } catch (IOException e) {
      LOG.warn(
          "The state of chain {} could not be kept in {} ({}); the one before it stays",
          state.chain() + 1,
          folder,
          e.getMessage());
    }
    own.last = System.nanoTime();
  }

  @Override
  public void close() {
    for (Kept own : kept) {
      try {
        if (own != null) {
          own.file.close();
        }
      } catch (IOException e) {
        LOG.debug("{}: {}", folder, e.toString());
      }
    }
  }
}
