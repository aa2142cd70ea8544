/// Checks before a run that its draws will fit into memory and onto the disk.
package dev.touchline.work;

import dev.touchline.data.FreeSpace;
import dev.touchline.fault.Fault;
import dev.touchline.fault.FreeMemory;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.trace.Checkpoint;
import dev.touchline.trace.SeriesReader;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSchema;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/// @param home where the run will be saved
record Room(Home home) {
  /// Free space that a run needs at least.
  static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;

  /// Part of the free memory that draws may take.
  private static final double MEMORY_SHARE = 0.85;

  /// For a run whose draws stay in memory until they are saved.
  ///
  /// @param further bytes of the trace file besides its draws
  void require(TraceSchema schema, SamplerSettings settings, long further) {
    long bytes = bytes(schema, settings) + further;
    requireMemory(bytes);
    requireDisk(bytes, freeDisk());
  }

  /// For a run whose draws go to the disk as they come, and are there twice while they are saved.
  ///
  /// @param further bytes of the trace file besides its draws
  void requireOnDisk(TraceSchema schema, SamplerSettings settings, long further) {
    requireMemory(
        SeriesReader.estimateBytes(settings.chains(), settings.draws())
            + settings.chains() * Checkpoint.BYTES_IN_MEMORY);
    requireDisk(2 * bytes(schema, settings) + further, freeDisk());
  }

  /// Whether the disk has the room that [#requireOnDisk] asks for.
  boolean holdsOnDisk(TraceSchema schema, SamplerSettings settings, long further) {
    return freeDisk() >= needed(2 * bytes(schema, settings) + further);
  }

  private static long needed(long bytes) {
    return Math.max(LEAST_FREE_BYTES, bytes + bytes / 10);
  }

  private static long bytes(TraceSchema schema, SamplerSettings settings) {
    return TraceFiles.estimateBytes(schema, settings.chains(), settings.draws());
  }

  private static void requireMemory(long bytes) {
    long free =
        (long) (MEMORY_SHARE * FreeMemory.ofThisProcess().bytes((long) (bytes / MEMORY_SHARE)));
    if (bytes > free) {
      throw new Fault(
          Fault.Kind.MEMORY,
          "The draws of this run need "
              + megabytes(bytes)
              + ", but "
              + megabytes(free)
              + " of memory are free.",
          "Take fewer draws or chains, or give the program more memory (TOUCHLINE_OPTS=-Xmx8g).",
          Map.of("needed_bytes", bytes, "free_bytes", free),
          null);
    }
  }

  private long freeDisk() {
    try {
      return FreeSpace.of(home.models());
    } catch (IOException e) {
      throw FileTree.storage("The free space of " + home.models() + " cannot be read", e);
    }
  }

  void requireDisk(long bytes, long free) {
    long needed = needed(bytes);
    if (free < needed) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "Saving this run needs "
              + megabytes(needed)
              + ", but the disk of "
              + home.models()
              + " has "
              + megabytes(free)
              + " free.",
          "Free some space (touchline models prune --keep N clears old versions, train --keep N does"
              + " it by itself"
              + recovered()
              + "), or choose another --home.",
          Map.of("needed_bytes", needed, "free_bytes", free),
          null);
    }
  }

  private String recovered() {
    Recovery recovery = new Recovery(home);
    long bytes = recovery.bytes();
    return bytes == 0 ? "" : ", " + recovery.folder() + " holds " + megabytes(bytes);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", (bytes + (1 << 20) - 1) >> 20);
  }
}
