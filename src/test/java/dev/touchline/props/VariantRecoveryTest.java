/// The exponents on minutes and own teams' effects behind simulated rows are found again.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.Prop;
import dev.touchline.mcmc.ChainSummary;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VariantRecoveryTest {
  private static final int CHAINS = 2;
  private static final int DRAWS = 250;
  private static final int TEAMS = 10;
  private static final int K = 3;
  private static final double[] LEVEL = {-1.5, 0.2, -1.2};
  private static final double[] EXPONENT = {0.6, 0.9, 1.3};
  private static final double HOME = 0.2;
  private static final double SLOPE = 0.3;
  private static final double TEAM_SD = 0.4;

  private final SplittableRandom random = new SplittableRandom(4);
  private final ModelData shape =
      RandomRows.of(List.of(Prop.values()), 2500, 60, 10, 1, ModelVariant.TEAM, TEAMS, 9);
  private final double[][] team = effects(TEAMS, TEAM_SD);
  private final ModelData data = simulated();

  private double[][] effects(int members, double sd) {
    double[][] effects = new double[members][K];
    for (double[] effect : effects) {
      for (int j = 0; j < K; j++) {
        effect[j] = sd * random.nextGaussian();
      }
    }
    return effects;
  }

  private ModelData simulated() {
    double[][] player = effects(shape.players().size(), 0.4);
    double[][] opponent = effects(shape.opponents().size(), 0.3);
    int[] y = new int[shape.y().length];
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < K; j++) {
        double eta =
            EXPONENT[j] * shape.logExposure()[i]
                + LEVEL[j]
                + HOME * shape.home()[i]
                + SLOPE * shape.x()[i]
                + player[shape.player()[i]][j]
                + opponent[shape.opponent()[i]][j]
                + team[shape.team()[i]][j];
        y[i * K + j] = poisson(Math.exp(eta));
      }
    }
    return new ModelData(
        shape.props(),
        shape.players(),
        shape.opponents(),
        shape.scale(),
        shape.player(),
        shape.opponent(),
        shape.home(),
        shape.logExposure(),
        shape.x(),
        y,
        shape.variant(),
        shape.teams(),
        shape.team(),
        shape.playerTeams());
  }

  private int poisson(double rate) {
    int count = 0;
    for (double time = random.nextExponential(); time < rate; time += random.nextExponential()) {
      count++;
    }
    return count;
  }

  @Test
  void intervalsHoldTheTruth() {
    PropProblem problem = PropProblem.of(data);
    List<Model> models = List.of(problem.newModel(), problem.newModel());
    int exponentAt = offset(models.getFirst(), "minutes_exponent");
    int teamAt = offset(models.getFirst(), "team_effect");
    int sdAt = offset(models.getFirst(), "team_sd");
    double[][] kept = new double[models.getFirst().valueCount()][CHAINS * DRAWS];
    List<ChainSummary> chains =
        new Sampler(new SamplerSettings(CHAINS, DRAWS, 250, 1, 0.8, 10, 1000, 2))
            .run(
                problem,
                (chain, draw, tune, position, stats) -> {
                  if (!tune) {
                    double[] values = new double[kept.length];
                    models.get(chain).values(position, values);
                    for (int i = 0; i < values.length; i++) {
                      kept[i][chain * DRAWS + draw] = values[i];
                    }
                  }
                },
                StopSignal.NEVER);
    assertThat(chains).allSatisfy(chain -> assertThat(chain.failure()).isNull());
    assertThat(chains.stream().mapToInt(ChainSummary::divergences).sum()).isZero();
    for (double[] draws : kept) {
      Arrays.sort(draws);
    }
    for (int j = 0; j < K; j++) {
      // These rows put the first truth at 2.6 posterior sds, where the outermost of a few hundred
      // draws say too little: mean and sd do.
      assertThat(Math.abs(EXPONENT[j] - mean(kept[exponentAt + j])))
          .as("distance of the exponent of %s from its mean", data.props().get(j))
          .isLessThan(3.3 * sd(kept[exponentAt + j]));
      assertThat(kept[exponentAt + j][CHAINS * DRAWS - 1] - kept[exponentAt + j][0])
          .as("what the rows say about the exponent")
          .isLessThan(0.6);
      // An interval of 99 %.
      assertThat(TEAM_SD)
          .isBetween(quantile(kept[sdAt + j], 0.005), quantile(kept[sdAt + j], 0.995));
    }
    int covered = 0;
    for (int t = 0; t < TEAMS; t++) {
      for (int j = 0; j < K; j++) {
        double[] draws = kept[teamAt + t * K + j];
        covered +=
            quantile(draws, 0.05) <= team[t][j] && team[t][j] <= quantile(draws, 0.95) ? 1 : 0;
      }
    }
    // 27 of 30 are expected; fewer than 21 come about once in a thousand times.
    assertThat(covered).isGreaterThanOrEqualTo(21);
  }

  private static double quantile(double[] sorted, double mass) {
    return sorted[(int) (mass * sorted.length)];
  }

  private static double mean(double[] draws) {
    return Arrays.stream(draws).average().orElseThrow();
  }

  private static double sd(double[] draws) {
    double mean = mean(draws);
    return Math.sqrt(
        Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
  }

  private static int offset(Model model, String parameter) {
    int at = 0;
    for (var one : model.parameters()) {
      if (one.name().equals(parameter)) {
        return at;
      }
      at += one.size();
    }
    throw new IllegalArgumentException(parameter);
  }
}
