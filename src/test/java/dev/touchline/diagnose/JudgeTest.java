/// The verdict and its advice on planted troubles.
package dev.touchline.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.diagnose.ConvergenceReport.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final SamplerTrouble CALM =
      new SamplerTrouble(new double[0][], new int[0], new int[0]);

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<String> names = new ArrayList<>();
  private final List<double[][]> series = new ArrayList<>();

  @Test
  void chainsThatMixMayBeUsed() {
    add("alpha[goals]", normal(4, 500));
    add("alpha[shots]", normal(4, 500));
    ConvergenceReport report = judge(CALM);
    assertThat(report.verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(report.maxRhat()).isLessThan(1.01);
    assertThat(report.advice()).isEmpty();
    assertThat(report.sentence()).contains("may be used", "4 chains agree");
    assertThat(report.scalars()).extracting(ScalarSummary::name).isEqualTo(names);
    assertThat(report.minEbfmi()).isNaN();
    assertThat(report.chains()).isEqualTo(4);
    assertThat(report.draws()).isEqualTo(500);
  }

  @Test
  void constantsByConstructionDoNotCount() {
    add("player_corr[goals, goals]", constant(4, 500, 1));
    double[][] rounded = constant(4, 500, 1);
    rounded[1][3] = Math.nextUp(1.0);
    add("player_corr[shots, shots]", rounded);
    add("alpha[goals]", normal(4, 500));
    ConvergenceReport report = judge(CALM);
    assertThat(report.verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(report.worst()).extracting(ScalarSummary::name).containsExactly("alpha[goals]");
    assertThat(report.scalars().getFirst().rhat()).isNaN();
    assertThat(report.scalars().getFirst().mean()).isEqualTo(1);
  }

  @Test
  void oneChainAstrayIsNamed() {
    for (int i = 0; i < 12; i++) {
      add("beta[" + i + "]", normal(4, 500));
    }
    for (double[][] draws : series) {
      shift(draws[2], 1.5);
    }
    ConvergenceReport report = judge(CALM);
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONVERGED);
    assertThat(report.worst()).hasSize(10);
    assertThat(report.worst().getFirst().rhat()).isEqualTo(report.maxRhat());
    assertThat(report.sentence())
        .contains("must not be used", report.worst().getFirst().name(), "12 of 12 parameters");
    assertThat(report.advice()).anySatisfy(line -> assertThat(line).contains("Chain 3 settled"));
  }

  @Test
  void slowChainsWantMoreDraws() {
    add("alpha[goals]", slow(4, 500, 0.97));
    add("alpha[shots]", normal(4, 500));
    ConvergenceReport report = judge(CALM);
    assertThat(report.verdict()).isNotEqualTo(Verdict.CONVERGED);
    assertThat(report.worst().getFirst().name()).isEqualTo("alpha[goals]");
    assertThat(report.advice()).anySatisfy(line -> assertThat(line).contains("--draws"));
    assertThat(report.advice()).noneSatisfy(line -> assertThat(line).contains("settled away"));
  }

  @Test
  void fewEffectiveDrawsAreACaution() {
    add("alpha[goals]", slow(4, 4_000, 0.98));
    ConvergenceReport report = new Judge(1.05, 1).judge(source(), CALM);
    assertThat(report.maxRhat()).isLessThan(1.05);
    assertThat(report.minEssBulk()).isLessThan(400);
    assertThat(report.verdict()).isEqualTo(Verdict.CAUTION);
    assertThat(report.sentence()).contains("with care");
  }

  @Test
  void divergencesAndEnergyAreACaution() {
    add("alpha[goals]", normal(4, 500));
    double[][] energy = slow(4, 500, 0.95);
    ConvergenceReport report =
        judge(new SamplerTrouble(energy, new int[] {1, 0, 2, 0}, new int[] {0, 90, 0, 0}));
    assertThat(report.verdict()).isEqualTo(Verdict.CAUTION);
    assertThat(report.divergences()).isEqualTo(3);
    assertThat(report.minEbfmi()).isLessThan(0.3);
    assertThat(report.sentence()).contains("3 of 2,000 draws diverged", "E-BFMI is 0.");
    assertThat(String.join(" ", report.advice()))
        .contains("--target-accept", "E-BFMI", "90 of 2,000 draws stopped");
  }

  @Test
  void divergencesOfOneChainPointToIt() {
    add("alpha[goals]", normal(4, 500));
    ConvergenceReport report =
        judge(new SamplerTrouble(new double[0][], new int[] {0, 250, 1, 0}, new int[0]));
    assertThat(report.advice().getFirst()).contains("chain 2", "--seed");
  }

  @Test
  void drawsThatAreNotFiniteAreNeverConverged() {
    add("alpha[goals]", normal(4, 500));
    add("alpha[shots]", normal(4, 500));
    series.get(1)[3][77] = Double.NaN;
    ConvergenceReport report = judge(CALM);
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONVERGED);
    assertThat(report.worst().getFirst().name()).isEqualTo("alpha[shots]");
    assertThat(report.sentence()).contains("alpha[shots] has draws that are not finite");
    assertThat(report.maxRhat()).isLessThan(1.01);
    series.get(1)[3][77] = Double.POSITIVE_INFINITY;
    assertThat(judge(CALM).verdict()).isEqualTo(Verdict.NOT_CONVERGED);
  }

  @Test
  void nothingToJudgeIsNotConverged() {
    assertThat(judge(CALM).verdict()).isEqualTo(Verdict.NOT_CONVERGED);
    add("alpha[goals]", normal(1, 500));
    ConvergenceReport oneChain = judge(CALM);
    assertThat(oneChain.verdict()).isEqualTo(Verdict.NOT_CONVERGED);
    assertThat(oneChain.sentence()).contains("only one chain");
    assertThat(oneChain.advice()).anySatisfy(line -> assertThat(line).contains("--chains"));
    series.set(0, normal(4, 3));
    assertThat(judge(CALM).sentence()).contains("3 draws a chain are too few");
    series.set(0, new double[4][0]);
    assertThat(judge(CALM).verdict()).isEqualTo(Verdict.NOT_CONVERGED);
    series.set(0, new double[][] {stuck(0), stuck(1), stuck(2), stuck(3)});
    assertThat(judge(CALM).sentence()).contains("infinite");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    for (int i = 0; i < 100; i++) {
      add("u[" + i + "]", slow(4, 200, i / 110.0));
    }
    ConvergenceReport one = new Judge(1.05, 1).judge(source(), CALM);
    ConvergenceReport many = new Judge(1.05, 5).judge(source(), CALM);
    assertThat(many.scalars()).isEqualTo(one.scalars());
    assertThat(many.worst()).isEqualTo(one.worst());
  }

  @Test
  void aFailureOfTheSourceComesThrough() {
    ScalarSource broken =
        new ScalarSource() {
          @Override
          public int count() {
            return 3;
          }

          @Override
          public String name(int scalar) {
            return "x";
          }

          @Override
          public double[][] series(int scalar) {
            throw new IllegalStateException("disk gone");
          }
        };
    assertThatThrownBy(() -> new Judge(1.05, 2).judge(broken, CALM)).hasMessage("disk gone");
  }

  @Test
  void rankBarsAreLevelWhereChainsMix() {
    int[][] level = RankHistogram.of(normal(4, 1_000), 10);
    assertThat(level).hasDimensions(4, 10);
    for (int[] chain : level) {
      assertThat(Arrays.stream(chain).sum()).isEqualTo(1_000);
      assertThat(Arrays.stream(chain).allMatch(count -> count > 60 && count < 140)).isTrue();
    }
    double[][] apart = {{1, 2, 3, 4}, {5, 6, 7, 8}};
    assertThat(RankHistogram.of(apart, 2)).isDeepEqualTo(new int[][] {{4, 0}, {0, 4}});
    assertThat(RankHistogram.of(new double[][] {{1, Double.NaN}}, 2))
        .isDeepEqualTo(new int[][] {{0, 0}});
  }

  @Test
  void degenerateChainsGiveNaN() {
    for (double[][] draws :
        new double[][][] {
          {},
          {{}},
          {{1, 2, 3}, {3, 2, 1}},
          {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}},
          {{1, 2, Double.NaN, 4}, {4, 3, 2, 1}},
          {{1, 2, Double.NEGATIVE_INFINITY, 4}, {4, 3, 2, 1}}
        }) {
      assertThat(Rhat.rank(draws)).isNaN();
      assertThat(Ess.bulk(draws)).isNaN();
      assertThat(Ess.tail(draws)).isNaN();
      assertThat(Ess.mean(draws)).isNaN();
      assertThat(Ess.sd(draws)).isNaN();
      assertThat(Mcse.mean(draws)).isNaN();
      assertThat(Mcse.sd(draws)).isNaN();
      assertThat(Mcse.quantile(draws, 0.5)).isNaN();
    }
    assertThat(Ebfmi.of(new double[] {1, 1, 1, 1, 1})).isNaN();
    assertThat(Ebfmi.of(new double[] {1, 2})).isNaN();
    assertThat(Autocorrelation.of(new double[] {1, 1, 1}, 5)).containsOnly(Double.NaN);
    assertThat(Autocorrelation.of(new double[] {}, 5)).isEmpty();
  }

  private void add(String name, double[][] draws) {
    names.add(name);
    series.add(draws);
  }

  private ConvergenceReport judge(SamplerTrouble trouble) {
    return new Judge(1.05, 2).judge(source(), trouble);
  }

  private ScalarSource source() {
    return new ScalarSource() {
      @Override
      public int count() {
        return names.size();
      }

      @Override
      public String name(int scalar) {
        return names.get(scalar);
      }

      @Override
      public double[][] series(int scalar) {
        return series.get(scalar);
      }
    };
  }

  private double[][] normal(int chains, int draws) {
    return slow(chains, draws, 0);
  }

  private double[][] slow(int chains, int draws, double phi) {
    double[][] x = new double[chains][draws];
    for (double[] chain : x) {
      for (int i = 0; i < draws; i++) {
        double noise = random.nextGaussian();
        chain[i] = i == 0 ? noise : phi * chain[i - 1] + Math.sqrt(1 - phi * phi) * noise;
      }
    }
    return x;
  }

  private static double[][] constant(int chains, int draws, double value) {
    double[][] x = new double[chains][draws];
    for (double[] chain : x) {
      Arrays.fill(chain, value);
    }
    return x;
  }

  private static double[] stuck(double value) {
    return constant(1, 50, value)[0];
  }

  private static void shift(double[] draws, double by) {
    for (int i = 0; i < draws.length; i++) {
      draws[i] += by;
    }
  }
}
