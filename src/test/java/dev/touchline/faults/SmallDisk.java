/// A real file system of a few megabytes, which can be full.
package dev.touchline.faults;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A `tmpfs`, mounted on a folder of its own. Tests that need one are skipped, and say so, where
/// this account may not mount.
///
/// @param folder where it is mounted
record SmallDisk(Path folder) implements AutoCloseable {

  /// Mounts one.
  static SmallDisk of(long bytes) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("small disk");
    if (run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString()) != 0) {
      Files.delete(folder);
      abort("NOT TESTED: this account may not mount a small file system (mount -t tmpfs)");
    }
    return new SmallDisk(folder);
  }

  /// The folder for a home on it.
  Path home() {
    return folder.resolve("home");
  }

  /// Fills it up until no more than so many bytes are left.
  Path leave(long bytes) throws IOException {
    Path filler = folder.resolve("filler");
    Files.write(filler, new byte[(int) Math.max(0, free() - bytes)]);
    return filler;
  }

  /// Bytes that can still be written.
  long free() throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.getUsableSpace();
  }

  /// Changes its size, as an administrator would give or take room.
  void resize(long bytes) throws IOException, InterruptedException {
    if (run("mount", "-o", "remount,size=" + bytes, folder.toString()) != 0) {
      throw new IOException("cannot resize " + folder);
    }
  }

  /// Makes it read-only, as a system does with a disk that fails.
  void readOnly(boolean on) throws IOException, InterruptedException {
    if (run("mount", "-o", on ? "remount,ro" : "remount,rw", folder.toString()) != 0) {
      throw new IOException("cannot remount " + folder);
    }
  }

  /// Lets the system run programs from it and load libraries, or not.
  void mayRun(boolean on) throws IOException, InterruptedException {
    if (run("mount", "-o", on ? "remount,exec" : "remount,noexec", folder.toString()) != 0) {
      throw new IOException("cannot remount " + folder);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.delete(folder);
  }
}
