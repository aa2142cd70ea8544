/// How much memory a program may still take, before it takes a lot.
package dev.touchline.fault;

import java.util.function.LongSupplier;

/// What nobody holds any more counts as used until it is collected, and may be most of it: so who
/// asks says how much is needed, and only where that seems to be too much is it collected first.
public final class FreeMemory {
  private final LongSupplier free;
  private final Runnable collector;

  /// @param free bytes that are free as things stand
  /// @param collector gives back what nobody holds; stops the program for a moment
  FreeMemory(LongSupplier free, Runnable collector) {
    this.free = free;
    this.collector = collector;
  }

  /// That of this process.
  public static FreeMemory ofThisProcess() {
    return new FreeMemory(() -> Runtime.getRuntime().maxMemory() - usedByThisProcess(), System::gc);
  }

  /// A fixed number of bytes, which nothing changes.
  public static FreeMemory of(long bytes) {
    return new FreeMemory(() -> bytes, () -> {});
  }

  /// Bytes of objects, those among them that nobody holds any more.
  public static long usedByThisProcess() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Bytes that may be taken; what can be collected is counted where fewer than `needed` seem free.
  public long bytes(long needed) {
    long now = free.getAsLong();
    if (now >= needed) {
      return now;
    }
    collector.run();
    return free.getAsLong();
  }
}
