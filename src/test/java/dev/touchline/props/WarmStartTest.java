/// A fit begins where an earlier one of nearly the same rows ended, player by player.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.ChainState;
import dev.touchline.mcmc.LastStates;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WarmStartTest {
  private static final SamplerSettings SETTINGS =
      new SamplerSettings(2, 10, 60, 7, 0.8, 10, 1000, 1);

  private static List<ChainState> ends(PropProblem problem) {
    var ends = new LastStates(SETTINGS.chains());
    new Sampler(SETTINGS)
        .run(problem, (chain, draw, tune, position, stats) -> {}, StopSignal.NEVER, ends);
    return ends.states();
  }

  private static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(1);
  }

  @Test
  void onTheSameRowsChainsGoOnWithPositionAndMetric() {
    ModelData data = RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, ModelVariant.TEAM, 3, 3);
    PropProblem first = PropProblem.of(data);
    List<ChainState> ends = ends(first);
    PropProblem next = PropProblem.after(first.warmStart(ends), data);
    assertThat(first.warm()).isFalse();
    assertThat(next.warm()).isTrue();
    for (ChainState end : ends) {
      assertThat(next.start(end.chain(), random())).containsExactly(end.position(), within(1e-5));
    }
    for (int i = 0; i < ends.getFirst().metric().dense().length; i++) {
      double mean = (ends.get(0).metric().dense()[i] + ends.get(1).metric().dense()[i]) / 2;
      assertThat(next.initialMetric().dense()[i])
          .isCloseTo(mean, within(1e-6 * (1 + Math.abs(mean))));
    }
    for (int i = 0; i < ends.getFirst().metric().diagonal().length; i++) {
      double mean = (ends.get(0).metric().diagonal()[i] + ends.get(1).metric().diagonal()[i]) / 2;
      assertThat(next.initialMetric().diagonal()[i])
          .isCloseTo(mean, within(1e-6 * (1 + Math.abs(mean))));
    }
  }

  @Test
  void membersAreFoundByTheirIdsAndNewOnesAreNot() {
    Coordinates before =
        new Coordinates(
            new int[] {0, 1}, 3, List.of(new long[] {7, 9}, new long[0], new long[] {21, 20, 22}));
    Coordinates now =
        new Coordinates(
            new int[] {0, 1},
            3,
            List.of(new long[] {9, 7}, new long[0], new long[] {20, 23, 21, 22}));
    assertThat(now.comparable(before)).isTrue();
    assertThat(before.dimension()).isEqualTo(3 + 4 + 6);
    assertThat(now.placesIn(before))
        .containsExactly(
            0, 1, 2, // globals
            4, 3, 6, 5, // opponents, prop by prop
            8, -1, 7, 9, 11, -1, 10, 12); // players
  }

  @Test
  void aNewPlayerBeginsAtRandomAndTheOthersWhereTheyEnded() {
    ModelData few = RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 2, 1);
    ModelData more = RandomRows.of(List.of(Prop.SHOTS), 60, 12, 3, 2, 1);
    PropProblem first = PropProblem.of(few);
    WarmStart before = first.warmStart(ends(first));
    PropProblem next = PropProblem.after(before, more);
    double[] one = next.start(0, random());
    double[] other = next.start(0, RandomGeneratorFactory.of("L64X128MixRandom").create(2));
    int differ = 0;
    for (int i = 0; i < one.length; i++) {
      differ += one[i] == other[i] ? 0 : 1;
    }
    assertThat(next.warm()).isTrue();
    assertThat(differ).isEqualTo(12 - 9);
    assertThat(Double.isFinite(next.newModel().valueAndGradient(one, new double[one.length])))
        .isTrue();
  }

  @Test
  void anotherModelsEndIsNoBeginning() {
    PropProblem shots = PropProblem.of(RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 2, 1));
    ModelData all = RandomRows.of(List.of(Prop.values()), 40, 9, 3, 2, 1);
    PropProblem cold = PropProblem.of(all);
    PropProblem asked = PropProblem.after(shots.warmStart(ends(shots)), all);
    assertThat(asked.warm()).isFalse();
    assertThat(asked.start(1, random())).containsExactly(cold.start(1, random()));
  }

  @Test
  void itIsReadBackFromJsonAsItWasAndDamageIsSeen() {
    PropProblem problem = PropProblem.of(RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 2, 1));
    WarmStart made = problem.warmStart(ends(problem));
    Gson gson = new Gson();
    WarmStart read = gson.fromJson(gson.toJson(made), WarmStart.class);
    assertThat(read).usingRecursiveComparison().isEqualTo(made);
    assertThat(read.whole()).isTrue();
    assertThat(gson.fromJson("{}", WarmStart.class).whole()).isFalse();
    assertThat(
            new WarmStart(
                    made.coordinates(),
                    made.positions(),
                    new float[3],
                    made.dense(),
                    made.diagonal())
                .whole())
        .isFalse();
  }

  @Test
  void aQuarterOfTheAdaptationDoes() {
    assertThat(WarmStart.tune(200)).isEqualTo(50);
    assertThat(WarmStart.tune(100)).isEqualTo(40);
    assertThat(WarmStart.tune(10)).isEqualTo(10);
  }
}
