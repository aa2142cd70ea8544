/// Work that waits for the window, and work after it.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

final class PatientExecutorTest {
  @Test
  void keepsTasksBackUntilItIsReleased() {
    List<String> done = new ArrayList<>();
    var patient = new PatientExecutor(Runnable::run);
    patient.execute(() -> done.add("first"));
    patient.execute(() -> done.add("second"));
    assertThat(done).isEmpty();
    patient.release();
    assertThat(done).containsExactly("first", "second");
    patient.execute(() -> done.add("third"));
    patient.release();
    assertThat(done).containsExactly("first", "second", "third");
  }

  @Test
  void dropsWhatAClosingWindowRefuses() {
    var patient =
        new PatientExecutor(
            task -> {
              throw new RejectedExecutionException("closing");
            });
    patient.execute(() -> {});
    patient.release();
    patient.release();
  }
}
