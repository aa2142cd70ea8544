/// The tree on a toy path of integers: which states it visits, when it turns and diverges.
package dev.touchline.mcmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class NutsTreeTest {
  /// States are integers; the path turns once it is longer than a limit.
  private static final class IntegerPath implements Trajectory<IntegerPath.Stop> {
    static final class Stop extends Node {
      int time;
    }

    final int longest;
    final int cliff;
    final double slope;
    int alive;
    int lowest;
    int highest;

    IntegerPath(int longest, int cliff, double slope) {
      this.longest = longest;
      this.cliff = cliff;
      this.slope = slope;
    }

    Stop start() {
      Stop stop = new Stop();
      stop.holders = 1;
      alive++;
      return stop;
    }

    @Override
    public Stop step(Stop from, boolean forward) {
      Stop stop = new Stop();
      stop.time = from.time + (forward ? 1 : -1);
      stop.energyError =
          Math.abs(stop.time) >= cliff ? Double.POSITIVE_INFINITY : slope * Math.abs(stop.time);
      stop.holders = 1;
      alive++;
      lowest = Math.min(lowest, stop.time);
      highest = Math.max(highest, stop.time);
      return stop;
    }

    @Override
    public boolean turning(Stop first, Stop last) {
      assertThat(first.time).isLessThanOrEqualTo(last.time);
      return last.time - first.time > longest;
    }

    @Override
    public void recycle(Stop node) {
      alive--;
    }
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Test
  void doublesUntilThePathTurns() {
    for (int seed = 0; seed < 50; seed++) {
      IntegerPath path = new IntegerPath(7, 1000, 0);
      NutsTree<IntegerPath.Stop> tree = new NutsTree<>(path, 10, 1000);
      IntegerPath.Stop chosen = tree.transition(path.start(), random(seed));
      // 8 states have length 7; the doubling to 16 is cut short as soon as its own half turns or
      // completes and the joint path turns.
      assertThat(path.highest - path.lowest).isBetween(8, 15);
      assertThat(tree.depth()).isEqualTo(4);
      assertThat(tree.diverging()).isFalse();
      assertThat(chosen.time).isBetween(path.lowest, path.highest);
    }
  }

  @Test
  void aCliffIsADivergence() {
    IntegerPath path = new IntegerPath(1000, 5, 0);
    NutsTree<IntegerPath.Stop> tree = new NutsTree<>(path, 10, 1000);
    IntegerPath.Stop chosen = tree.transition(path.start(), random(1));
    assertThat(tree.diverging()).isTrue();
    assertThat(Math.abs(chosen.time)).isLessThan(5);
  }

  @Test
  void theDepthLimitIsSaid() {
    IntegerPath path = new IntegerPath(1_000_000, 1_000_000, 0);
    NutsTree<IntegerPath.Stop> tree = new NutsTree<>(path, 5, 1000);
    tree.transition(path.start(), random(1));
    assertThat(tree.reachedMaxDepth()).isTrue();
    assertThat(tree.steps()).isEqualTo(31);
    assertThat(path.highest - path.lowest).isEqualTo(31);
  }

  @Test
  void everyStateIsGivenBack() {
    for (int seed = 0; seed < 200; seed++) {
      IntegerPath path = new IntegerPath(13, 11, 0.1);
      NutsTree<IntegerPath.Stop> tree = new NutsTree<>(path, 6, 1000);
      IntegerPath.Stop start = path.start();
      IntegerPath.Stop chosen = tree.transition(start, random(seed));
      assertThat(path.alive)
          .as("only start and choice are held")
          .isEqualTo(chosen == start ? 1 : 2);
    }
  }

  /// On a path of fixed length the choice from any start has the weights as invariant distribution;
  /// a tilted path must prefer low energies.
  @Test
  void lowEnergyIsPreferred() {
    Map<Integer, Integer> visits = new HashMap<>();
    RandomGenerator random = random(5);
    for (int i = 0; i < 20_000; i++) {
      IntegerPath path = new IntegerPath(7, 1000, 1.0);
      NutsTree<IntegerPath.Stop> tree = new NutsTree<>(path, 3, 1000);
      visits.merge(Math.abs(tree.transition(path.start(), random).time), 1, Integer::sum);
    }
    assertThat(visits.get(1)).isGreaterThan(3 * visits.getOrDefault(3, 0));
    assertThat(visits.get(1)).isGreaterThan(2 * visits.getOrDefault(2, 0));
  }
}
