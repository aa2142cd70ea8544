/// Runs started and stopped leave no thread and no memory behind.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.fault.FreeMemory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSoakTest {
  private static final int RUNS = Integer.getInteger("touchline.soak", 60);
  private static final int WARM = 20;
  private static final long BOUND = 40L << 20;
  private static final int LOOKS = 20;

  /// Each run is small: 4 days of matches, one prop. The bound on memory allows for caches that
  /// fill once; a leak of a run's draws or charts would be some megabytes each.
  @Test
  void startingAndStoppingLeavesNothingBehind(@TempDir Path home) throws Exception {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      bench.type("#train-end", "2018-06-19");
      bench.type("#train-chains", "2");
      bench.type("#train-draws", "5000");
      bench.type("#train-tune", "100");
      bench.click("#train-props-2");
      long memory = 0;
      int threads = 0;
      for (int run = 0; run < RUNS; run++) {
        if (run == Math.min(WARM, RUNS / 2)) {
          memory = usedMemory();
          threads = Thread.activeCount();
        }
        once(bench, run);
      }
      assertThat(Thread.activeCount()).as("threads").isLessThanOrEqualTo(threads + 2);
      assertThat(leastAbove(memory)).as("bytes more than after the first runs").isLessThan(BOUND);
    }
  }

  private static void once(OpenWorkbench bench, int run) {
    Fx.run(
        () -> {
          ((javafx.scene.control.TextInputControl) bench.node("#train-version"))
              .setText("soak-" + run);
          ((javafx.scene.control.Button) bench.node("#train-go")).fire();
        });
    bench.await(
        "draws of run " + run, () -> bench.chart("#train-trace").chart().table().size() > 5);
    Fx.run(() -> ((javafx.scene.control.Button) bench.node("#train-stop")).fire());
    bench.await("the end of run " + run, () -> bench.label("#train-verdict").contains("stopped"));
  }

  /// What lies above `before`, looked at until it is within the bound: what the end of a run, or of
  /// an earlier test in this process, is still about to let go is no leak, and a leak stays.
  private static long leastAbove(long before) throws InterruptedException {
    long above = usedMemory() - before;
    for (int look = 1; look < LOOKS && above >= BOUND; look++) {
      Thread.sleep(500);
      above = Math.min(above, usedMemory() - before);
    }
    return above;
  }

  private static long usedMemory() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return FreeMemory.usedByThisProcess();
  }
}
