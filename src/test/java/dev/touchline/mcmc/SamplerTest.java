/// The sampler repeats itself, stops when asked and survives failures.
package dev.touchline.mcmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.fault.Fault;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static SamplerSettings settings(int chains, int draws, int tune, int threads) {
    return new SamplerSettings(chains, draws, tune, 42, 0.8, 10, 1000, threads);
  }

  /// Draws of all chains, [chain][draw][value].
  private static double[][][] sample(Problem problem, SamplerSettings settings) {
    double[][][] draws = new double[settings.chains()][settings.draws()][];
    List<ChainSummary> summaries =
        new Sampler(settings)
            .run(
                problem,
                (chain, draw, tune, position, stats) -> {
                  if (!tune) {
                    Model model = problem.newModel();
                    draws[chain][draw] = new double[model.valueCount()];
                    model.values(position, draws[chain][draw]);
                  }
                },
                StopSignal.NEVER);
    assertThat(summaries).allSatisfy(s -> assertThat(s.failure()).isNull());
    return draws;
  }

  @Test
  void sameSeedSameDrawsWhateverTheThreads() {
    Problem problem = KnownPosteriors.gaussian(2, 0.5, 2);
    double[][][] one = sample(problem, settings(3, 50, 60, 1));
    double[][][] three = sample(problem, settings(3, 50, 60, 3));
    assertThat(three).isDeepEqualTo(one);
    assertThat(one[0][49]).isNotEqualTo(one[1][49]);
  }

  /// Cut in the adaptation, between windows and among the kept draws, each time by a stop, and once
  /// by a state that was kept a while before.
  @Test
  void aChainThatWasCutGoesOnWithTheSameDraws() {
    Problem problem = KnownPosteriors.gaussian(3, 0.9, 2);
    SamplerSettings settings = settings(2, 120, 100, 2);
    double[][][] whole = sample(problem, settings);

    double[][][] pieces = new double[2][120][];
    StateMap states = new StateMap();
    ChainListener recorder =
        (chain, draw, tune, position, stats) -> {
          if (!tune) {
            pieces[chain][draw] = position.clone();
          }
        };
    for (int cut : new int[] {7, 60, 99, 100, 101, 160, 218}) {
      AtomicInteger seen = new AtomicInteger();
      List<ChainSummary> summaries =
          new Sampler(settings(2, 120, 100, 1))
              .run(
                  problem,
                  (chain, draw, tune, position, stats) -> {
                    recorder.onDraw(chain, draw, tune, position, stats);
                    seen.set(draw + (tune ? 0 : 100));
                  },
                  () -> seen.get() >= cut,
                  states);
      assertThat(summaries.getFirst().stopped()).isTrue();
      assertThat(summaries.getFirst().tuned() + summaries.getFirst().draws()).isEqualTo(cut + 1);
    }
    List<ChainSummary> summaries =
        new Sampler(settings).run(problem, recorder, StopSignal.NEVER, states);
    assertThat(pieces).isDeepEqualTo(whole);
    assertThat(summaries)
        .allSatisfy(
            summary -> {
              assertThat(summary.tuned()).isEqualTo(100);
              assertThat(summary.draws()).isEqualTo(120);
              assertThat(summary.stopped()).isFalse();
            });

    // A run that has ended has nothing left to do, and more draws can follow.
    AtomicInteger more = new AtomicInteger();
    new Sampler(settings(2, 130, 100, 2))
        .run(
            problem,
            (chain, draw, tune, position, stats) -> more.incrementAndGet(),
            StopSignal.NEVER,
            states);
    assertThat(more).hasValue(20);
  }

  @Test
  void aDrawThatFailsIsMadeAgainWhenTheChainGoesOn() {
    Problem problem = KnownPosteriors.gaussian(2, 0.5, 0);
    SamplerSettings settings = settings(1, 60, 60, 1);
    double[][][] whole = sample(problem, settings);
    StateMap states = new StateMap();
    double[][] pieces = new double[60][];
    ChainListener recorder =
        (chain, draw, tune, position, stats) -> {
          if (!tune) {
            pieces[draw] = position.clone();
          }
        };
    Problem failing =
        new Problem() {
          @Override
          public Model newModel() {
            return failingAfter(400, problem.newModel());
          }

          @Override
          public double[] start(int chain, java.util.random.RandomGenerator random) {
            return problem.start(chain, random);
          }

          @Override
          public Metric initialMetric() {
            return problem.initialMetric();
          }
        };
    ChainSummary cut =
        new Sampler(settings).run(failing, recorder, StopSignal.NEVER, states).getFirst();
    assertThat(cut.failure()).hasMessage("no density here");
    assertThat(cut.draws()).isBetween(0, 59);
    new Sampler(settings).run(problem, recorder, StopSignal.NEVER, states);
    assertThat(pieces).isDeepEqualTo(whole[0]);
  }

  /// Keeps every state that is offered.
  private static final class StateMap implements ChainKeeper {
    private final java.util.Map<Integer, ChainState> states =
        new java.util.concurrent.ConcurrentHashMap<>();

    @Override
    public java.util.Optional<ChainState> resume(int chain) {
      return java.util.Optional.ofNullable(states.get(chain));
    }

    @Override
    public boolean due(int chain) {
      return false;
    }

    @Override
    public void keep(ChainState state) {
      states.put(state.chain(), state);
    }
  }

  @Test
  void stopsWhenAsked() {
    AtomicInteger seen = new AtomicInteger();
    List<ChainSummary> summaries =
        new Sampler(settings(1, 1000, 0, 1))
            .run(
                KnownPosteriors.gaussian(1, 0, 0),
                (chain, draw, tune, position, stats) -> seen.incrementAndGet(),
                () -> seen.get() >= 10);
    assertThat(seen).hasValue(10);
    assertThat(summaries.getFirst().stopped()).isTrue();
    assertThat(summaries.getFirst().draws()).isEqualTo(10);
  }

  @Test
  void aDensityThatFailsEndsItsChainOnly() {
    Problem good = KnownPosteriors.gaussian(1, 0, 0);
    AtomicInteger models = new AtomicInteger();
    Problem problem =
        new Problem() {
          @Override
          public Model newModel() {
            boolean bad = models.getAndIncrement() == 0;
            return bad ? failing(good.newModel()) : good.newModel();
          }

          @Override
          public double[] start(int chain, java.util.random.RandomGenerator random) {
            return good.start(chain, random);
          }

          @Override
          public Metric initialMetric() {
            return good.initialMetric();
          }
        };
    List<ChainSummary> summaries =
        new Sampler(settings(2, 20, 20, 1))
            .run(problem, (chain, draw, tune, position, stats) -> {}, StopSignal.NEVER);
    assertThat(summaries.get(0).failure()).hasMessage("no density here");
    assertThat(summaries.get(1).failure()).isNull();
    assertThat(summaries.get(1).draws()).isEqualTo(20);
  }

  private static Model failing(Model model) {
    return failingAfter(30, model);
  }

  private static Model failingAfter(int most, Model model) {
    return new Model() {
      private int calls;

      @Override
      public int dimension() {
        return model.dimension();
      }

      @Override
      public double valueAndGradient(double[] position, double[] gradient) {
        if (++calls > most) {
          throw new IllegalStateException("no density here");
        }
        return model.valueAndGradient(position, gradient);
      }

      @Override
      public List<Parameter> parameters() {
        return model.parameters();
      }

      @Override
      public void values(double[] position, double[] values) {
        model.values(position, values);
      }
    };
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> settings(0, 10, 10, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("chains cannot be 0");
    assertThatThrownBy(() -> new SamplerSettings(1, 1, 1, 1, 1.0, 10, 1000, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("target-accept cannot be 1.0");
  }
}
