/// Lets the window go first where processors are scarce.
package dev.touchline.desktop.train;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Java's thread priorities do nothing on Linux unless the machine's owner says so; each thread may
/// lower its own there, which `setpriority(2)` does. An idle machine samples as fast as before.
final class Courtesy {
  private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);

  /// About a tenth of the usual weight.
  private static final int NICE = 10;

  private static final int PRIO_PROCESS = 0;

  private Courtesy() {}

  /// Lowers the calling thread's priority for good.
  static void ofThisThread() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return;
    }
    try {
      Linker linker = Linker.nativeLinker();
      var setpriority =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("setpriority"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT));
      // Zero is the calling thread: on Linux each has a priority of its own.
      int failed = (int) setpriority.invokeExact(PRIO_PROCESS, 0, NICE);
      if (failed != 0) {
        LOG.debug("setpriority answered {}", failed);
      }
    } catch (Throwable e) {
      LOG.debug("this thread keeps its priority", e);
    }
  }
}
