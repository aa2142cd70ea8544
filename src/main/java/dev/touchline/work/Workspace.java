/// What every use case works on: a home, its model store, and the rows.
package dev.touchline.work;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.DatabaseSettings;
import dev.touchline.data.Databases;
import dev.touchline.data.RowStore;
import dev.touchline.fault.Fault;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A home with a database. The database is connected when first needed. Safe for several threads.
public final class Workspace implements AutoCloseable {
  private final Home home;
  private final DatabaseAddress address;
  private final ModelStore models;
  private final Checkpoints checkpoints;
  private final MergesFile merges;
  private final Waiting waiting;
  private @Nullable RowStore rows;
  private boolean closed;

  /// A workspace; nothing is opened yet.
  public Workspace(Home home, DatabaseAddress address) {
    this(home, address, Waiting.NONE);
  }

  /// The same, waiting for what another program uses.
  public Workspace(Home home, DatabaseAddress address, Waiting waiting) {
    this.home = home;
    this.address = address;
    this.waiting = waiting;
    models = new ModelStore(home);
    checkpoints = new Checkpoints(home, waiting);
    merges = new MergesFile(home.root());
  }

  /// The home.
  public Home home() {
    return home;
  }

  /// Where the rows lie.
  public DatabaseAddress address() {
    return address;
  }

  /// The versions.
  public ModelStore models() {
    return models;
  }

  /// The runs that can go on.
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  /// The backtests, finished and interrupted.
  public Backtests backtests() {
    return new Backtests(home);
  }

  /// Which players are one person.
  public Identities identities() {
    return new Identities(merges, rows());
  }

  /// The rows; connects at the first call. Work that is still going when the workspace is closed
  /// must not open the database again, which nobody would close any more.
  public synchronized RowStore rows() {
    if (closed) {
      throw new Fault(
          Fault.Kind.INTERRUPTED,
          "The database " + address.describe() + " was closed before the work was done.",
          "Do it again; nothing was half done.");
    }
    if (rows == null) {
      rows = waiting.until(() -> databases().open(address));
    }
    return rows;
  }

  /// Opens databases as the home's settings say.
  private Databases databases() {
    return new Databases(DatabaseSettings.read(home.root()), merges::read);
  }

  /// Connects to a database once and lets go again; changes nothing. What is wrong is a fault.
  public void test(DatabaseAddress other) {
    databases().test(other);
  }

  /// Writes a backup of the embedded database.
  public Path backup() {
    return waiting.until(() -> databases().backup(address));
  }

  /// Puts a backup in the place of the embedded database, which is kept beside it.
  ///
  /// @param backup the file, null for the newest
  /// @return the backup that was taken
  public Path restore(@Nullable Path backup) {
    return waiting.until(() -> databases().restore(address, backup));
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (rows != null) {
      rows.close();
      rows = null;
    }
  }
}
