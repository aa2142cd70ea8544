/// Draws and states on the disk: whole again after a cut at any moment, and after damage.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.mcmc.ChainState;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final TraceSchema SCHEMA = Samples.schema(5);
  private static final int SIZE = SCHEMA.scalarCount();
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;

  /// Values are the position.
  private static final class Same implements Model {
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
      System.arraycopy(position, 0, values, 0, SIZE);
    }
  }

  private static double[] position(int draw) {
    double[] position = new double[SIZE];
    Arrays.setAll(position, i -> draw + i / 1000.0);
    return position;
  }

  private static void draw(TraceRecorder recorder, int from, int to) {
    for (int draw = from; draw < to; draw++) {
      recorder.onDraw(
          0, draw, false, position(draw), new DrawStats(-draw, 0.8, 0.5, 3, 7, false, 1, 0, false));
    }
  }

  private static ChainState state(int chain, int done) {
    double[] numbers = position(done);
    ChainState.Moments moments =
        new ChainState.Moments(3, numbers, numbers, numbers, numbers, new double[] {4});
    return new ChainState(
        chain,
        done,
        2,
        12345678901L,
        0.25,
        Math.PI,
        new long[] {1, -2, Long.MIN_VALUE, 4},
        -1.5,
        numbers,
        numbers.clone(),
        0.7,
        new double[] {1, 2, Double.MIN_VALUE, -0.0, 5},
        new Metric(numbers.clone(), new double[] {2}, new double[SIZE - 1]),
        moments);
  }

  private Checkpoint open() throws IOException {
    return new Checkpoint(folder, SCHEMA, 2, NEVER);
  }

  private static TraceRecorder recorder(Checkpoint checkpoint) throws IOException {
    return TraceRecorder.onDisk(Same::new, SCHEMA, 2, false, checkpoint);
  }

  private static void assertDraws(TraceRecorder recorder, int draws) {
    assertThat(recorder.count(0, false)).isEqualTo(draws);
    for (int scalar : new int[] {0, SIZE - 1}) {
      double[] expected = new double[draws];
      Arrays.setAll(expected, draw -> position(draw)[scalar]);
      assertSame(recorder.series(scalar, 0, false, 0, draws), expected);
    }
    double[] lp = new double[draws];
    Arrays.setAll(lp, draw -> 0.0 - draw);
    assertSame(recorder.stats(Stat.LP, 0, false, 0, draws), lp);
  }

  /// Long series, of which a failure should not print every number.
  private static void assertSame(double[] series, double[] expected) {
    assertThat(Arrays.mismatch(series, expected)).as("first different draw").isEqualTo(-1);
  }

  /// 90,000 draws of 23 numbers are two blocks on the disk and a part of one in memory.
  @Test
  void drawsAreReadFromTheDiskAndFromMemoryAlike() throws IOException {
    int draws = 90_000;
    try (Checkpoint checkpoint = open()) {
      TraceRecorder recorder = recorder(checkpoint);
      draw(recorder, 0, draws);
      assertDraws(recorder, draws);
      assertThat(Files.size(folder.resolve("chain-1.draws"))).isPositive();
      checkpoint.keep(state(0, draws));
      assertDraws(recorder, draws);
      draw(recorder, draws, draws + 10);
      assertDraws(recorder, draws + 10);
    }
    try (Checkpoint checkpoint = open()) {
      assertThat(checkpoint.done(0)).isEqualTo(draws);
      assertThat(checkpoint.done(1)).isZero();
      TraceRecorder recorder = recorder(checkpoint);
      assertDraws(recorder, draws);
      draw(recorder, draws, draws + 20);
      assertDraws(recorder, draws + 20);
    }
  }

  @Test
  void aStateComesBackInEveryBit() throws IOException {
    try (Checkpoint checkpoint = open()) {
      recorder(checkpoint);
      checkpoint.keep(state(1, 17));
    }
    try (Checkpoint checkpoint = open()) {
      assertThat(checkpoint.resume(0)).isEmpty();
      assertThat(checkpoint.resume(1).orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(state(1, 17));
    }
    assertThat(Checkpoint.done(folder, 2)).containsExactly(0, 17);
  }

  @Test
  void drawsAfterTheLastStateAreCutOff() throws IOException {
    try (Checkpoint checkpoint = open()) {
      TraceRecorder recorder = recorder(checkpoint);
      draw(recorder, 0, 30);
      checkpoint.keep(state(0, 30));
      draw(recorder, 30, 50);
      // As if the program died between writing draws and writing their state.
      Files.copy(folder.resolve("chain-1.state"), folder.resolve("before"));
      checkpoint.keep(state(0, 50));
      Files.delete(folder.resolve("chain-1.state"));
      Files.move(folder.resolve("before"), folder.resolve("chain-1.state"));
      Files.writeString(folder.resolve("chain-1.state.part"), "half a sta");
    }
    try (Checkpoint checkpoint = open()) {
      assertThat(checkpoint.done(0)).isEqualTo(30);
      TraceRecorder recorder = recorder(checkpoint);
      assertDraws(recorder, 30);
      draw(recorder, 30, 40);
      assertDraws(recorder, 40);
    }
  }

  @Test
  void aChainWhoseFilesAreDamagedBeginsAgain() throws IOException {
    for (String damage : List.of("draws", "short draws", "state", "empty state", "no draws")) {
      try (Checkpoint checkpoint = open()) {
        TraceRecorder recorder = recorder(checkpoint);
        draw(recorder, recorder.count(0, false), 40);
        checkpoint.keep(state(0, 40));
      }
      Path draws = folder.resolve("chain-1.draws");
      Path state = folder.resolve("chain-1.state");
      switch (damage) {
        case "draws" -> flip(draws, 100);
        case "short draws" -> Files.write(draws, Arrays.copyOf(Files.readAllBytes(draws), 1000));
        case "state" -> flip(state, 200);
        case "empty state" -> Files.write(state, new byte[0]);
        default -> Files.delete(draws);
      }
      try (Checkpoint checkpoint = open()) {
        assertThat(checkpoint.resume(0)).as(damage).isEmpty();
        assertThat(recorder(checkpoint).count(0, false)).as(damage).isZero();
      }
      assertThat(Checkpoint.done(folder, 2)).containsExactly(0, 0);
    }
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 4;
    Files.write(file, bytes);
  }

  /// The file is closed under the store, as a disk that has gone would make it.
  @Test
  void aDiskThatFailsCostsNoDraw() throws IOException {
    Checkpoint checkpoint = open();
    TraceRecorder recorder = recorder(checkpoint);
    draw(recorder, 0, 10);
    checkpoint.keep(state(0, 10));
    checkpoint.close();
    draw(recorder, 10, 100_000);
    checkpoint.keep(state(0, 100_000));
    assertDraws(recorder, 100_000);
    try (Checkpoint again = open()) {
      assertThat(again.done(0)).isEqualTo(10);
    }
  }
}
