/// What nobody holds is found to be free; nothing is collected without need.
package dev.touchline.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreeMemoryTest {
  private static final int BIG = 256 << 20;

  @Test
  void collectsOnlyWhereTooLittleSeemsFree() {
    AtomicLong free = new AtomicLong(100);
    AtomicInteger collected = new AtomicInteger();
    FreeMemory memory =
        new FreeMemory(
            free::get,
            () -> {
              collected.incrementAndGet();
              free.set(500);
            });

    assertThat(memory.bytes(100)).isEqualTo(100);
    assertThat(collected).hasValue(0);
    assertThat(memory.bytes(101)).isEqualTo(500);
    assertThat(memory.bytes(501)).isEqualTo(500);
    assertThat(collected).hasValue(2);
  }

  @Test
  void whatNobodyHoldsIsFree() {
    FreeMemory memory = FreeMemory.ofThisProcess();
    byte[] held = new byte[BIG];
    long without = memory.bytes(Long.MAX_VALUE);
    Reference.reachabilityFence(held);
    held = null;

    long needed = without + BIG * 3L / 4;
    assertThat(memory.bytes(needed)).isGreaterThanOrEqualTo(needed);
  }
}
