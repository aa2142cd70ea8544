/// Recording draws and reading them while they are written.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TraceRecorderTest {
  private static final TraceSchema SCHEMA = Samples.schema(5);
  private static final int SIZE = SCHEMA.scalarCount();

  /// Values are the position times ten.
  private static final class TenTimes implements Model {
    @Override
    public List<Parameter> parameters() {
      return SCHEMA.parameters();
    }

    @Override
    public int dimension() {
      return SIZE;
    }

    @Override
    public double valueAndGradient(double[] position, double[] gradient) {
      return 0;
    }

    @Override
    public void values(double[] position, double[] values) {
      for (int i = 0; i < position.length; i++) {
        values[i] = 10 * position[i];
      }
    }
  }

  @Test
  void keepsValuesAndAllStatistics() {
    TraceRecorder recorder = new TraceRecorder(TenTimes::new, SCHEMA, 2);
    recorder.onDraw(0, 0, true, position(99), stats(99));
    // More draws than expected, beyond several blocks.
    for (int draw = 0; draw < 3_000; draw++) {
      recorder.onDraw(0, draw, false, position(draw), stats(draw));
      if (draw < 2_500) {
        recorder.onDraw(1, draw, false, position(draw + 0.5), stats(draw));
      }
    }
    try (TraceSource trace = recorder.trace()) {
      assertThat(trace.draws()).isEqualTo(2_500);
      assertThat(trace.chains()).isEqualTo(2);
      assertThat(trace.read("alpha", 0, 2_000, 2))
          .containsExactly(20_000, 20_010, 20_020, 20_010, 20_020, 20_030);
      assertThat(trace.read("scale", 1, 7, 1)).containsExactly(10 * (7.5 + SIZE - 1));
      assertThat(trace.readScalars("player_effect", 1, 14, 1)[2_499])
          .isEqualTo(10 * (2_499.5 + 3 + 6 + 14));
      assertThat(trace.stat("lp", 0)).hasSize(2_500).startsWith(0, 1, 2);
      assertThat(trace.stat("acceptance_rate", 0)[10]).isEqualTo(0.5);
      assertThat(trace.stat("step_size", 0)[10]).isEqualTo(0.1);
      assertThat(trace.stat("tree_depth", 0)[11]).isEqualTo(4);
      assertThat(trace.stat("n_steps", 0)[11]).isEqualTo(15);
      assertThat(trace.stat("diverging", 0)).startsWith(1, 0, 1);
      assertThat(trace.stat("energy", 0)[11]).isEqualTo(-11);
      assertThat(trace.stat("energy_error", 0)[11]).isEqualTo(0.25);
      assertThat(trace.stat("reached_max_treedepth", 0)).startsWith(0, 1, 0);
      assertThat(trace.stat("nonsense", 0)).isEmpty();
      assertThatThrownBy(() -> trace.read("alpha", 0, 2_499, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> trace.read("gamma", 0, 0, 1))
          .hasMessageContaining("no parameter gamma");
    }
    assertThat(recorder.count(0, false)).isEqualTo(3_000);
    assertThat(recorder.count(0, true)).isZero();
    assertThat(recorder.tuneTrace().draws()).isZero();
  }

  @Test
  void keepsTheAdaptationIfAsked() {
    TraceRecorder recorder = new TraceRecorder(TenTimes::new, SCHEMA, 1, true);
    for (int draw = 0; draw < 20; draw++) {
      recorder.onDraw(0, draw, true, position(draw), stats(draw));
    }
    assertThat(recorder.count(0, true)).isEqualTo(20);
    assertThat(recorder.series(1, 0, true, 5, 2)).containsExactly(60, 70);
    assertThat(recorder.stats(Stat.ENERGY, 0, true, 5, 2)).containsExactly(-5, -6);
    assertThat(recorder.tuneTrace().draws()).isEqualTo(20);
    assertThat(recorder.trace().draws()).isZero();
  }

  @Test
  void readersSeeOnlyWholeDrawsWhileChainsWrite() throws Exception {
    int draws = 20_000;
    TraceRecorder recorder = new TraceRecorder(TenTimes::new, SCHEMA, 2);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int chain = 0; chain < 2; chain++) {
        int own = chain;
        writers.add(
            threads.submit(
                () -> {
                  for (int draw = 0; draw < draws; draw++) {
                    recorder.onDraw(own, draw, false, position(draw + 1), stats(draw + 1));
                  }
                }));
      }
      int seen = 0;
      while (seen < draws) {
        int before = seen;
        TraceSource trace = recorder.trace();
        seen = trace.draws();
        int from = Math.min(before, Math.max(0, seen - 500));
        double[] values = trace.read("scale", 1, from, seen - from);
        for (int i = 0; i < values.length; i++) {
          assertThat(values[i]).isEqualTo(10.0 * (from + i + 1 + SIZE - 1));
        }
        double[] lp = trace.stat("lp", 0);
        assertThat(lp).hasSize(seen);
        assertThat(seen == 0 || lp[seen - 1] == seen).isTrue();
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }

  @Test
  void refusesASchemaOfAnotherModel() {
    assertThatThrownBy(() -> new TraceRecorder(TenTimes::new, Samples.schema(6), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] position(double start) {
    double[] position = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      position[i] = start + i;
    }
    return position;
  }

  private static DrawStats stats(int draw) {
    return new DrawStats(draw, 0.5, 0.1, 4, 15, draw % 2 == 0, -draw, 0.25, draw % 2 == 1);
  }
}
