/// Simulates, fits and ranks, many times.
package dev.touchline.sbc;

import dev.touchline.diagnose.Ess;
import dev.touchline.mcmc.ChainSummary;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Problem;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Simulation-based calibration (Talts et al., arXiv 1804.06788): where the prior, the simulated
/// data and the fit belong to one model, the rank of the truth among thinned draws of the posterior
/// is uniform.
public final class Calibrator {
  private final SbcSettings settings;

  public Calibrator(SbcSettings settings) {
    this.settings = settings;
  }

  private record Fit(List<Quantity> quantities, int[] ranks, double[] ess, int[] troubles) {}

  /// Runs all replications.
  public SbcResult run(Simulator simulator) {
    return run(simulator, problem -> problem);
  }

  /// The same with a fault planted in each problem, to see whether it is found.
  public SbcResult run(Simulator simulator, UnaryOperator<Problem> fault) {
    List<Fit> fits = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(settings.threads())) {
      List<Future<Fit>> running = new ArrayList<>();
      for (int i = 0; i < settings.replications(); i++) {
        int replication = i;
        running.add(threads.submit(() -> fit(simulator, fault, replication)));
      }
      for (Future<Fit> future : running) {
        fits.add(await(future));
      }
    }
    List<SbcResult.Ranked> ranked = new ArrayList<>();
    List<Quantity> quantities = fits.getFirst().quantities();
    for (int q = 0; q < quantities.size(); q++) {
      int at = q;
      ranked.add(
          new SbcResult.Ranked(
              quantities.get(q).family(),
              quantities.get(q).name(),
              fits.stream().mapToInt(fit -> fit.ranks()[at]).toArray(),
              fits.stream().mapToDouble(fit -> fit.ess()[at]).average().orElse(Double.NaN)));
    }
    int[] troubles = new int[3];
    for (Fit fit : fits) {
      for (int t = 0; t < troubles.length; t++) {
        troubles[t] += fit.troubles()[t];
      }
    }
    return new SbcResult(settings, ranked, troubles[0], troubles[1], troubles[2]);
  }

  private Fit fit(Simulator simulator, UnaryOperator<Problem> fault, int replication) {
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom")
            .create(settings.seed() * 1_000_003 + replication);
    Trial trial = simulator.draw(random);
    List<Quantity> quantities = trial.quantities();
    int perChain = settings.kept() / settings.chains();
    double[][][] draws = new double[quantities.size()][settings.chains()][perChain];
    Problem problem = fault.apply(trial.problem());
    Model model = problem.newModel();
    double[] values = new double[model.valueCount()];
    int thin = settings.thin();
    List<ChainSummary> chains =
        new Sampler(settings.sampler(random.nextLong()))
            .run(
                problem,
                (chain, draw, tune, position, stats) -> {
                  if (!tune && draw % thin == thin - 1) {
                    model.values(position, values);
                    for (int q = 0; q < quantities.size(); q++) {
                      draws[q][chain][draw / thin] = quantities.get(q).of().applyAsDouble(values);
                    }
                  }
                },
                StopSignal.NEVER);
    int divergences = 0;
    for (ChainSummary chain : chains) {
      if (chain.failure() != null) {
        throw new IllegalStateException("replication " + replication, chain.failure());
      }
      divergences += chain.divergences();
    }
    int[] ranks = new int[quantities.size()];
    double[] ess = new double[quantities.size()];
    for (int q = 0; q < ranks.length; q++) {
      double truth = quantities.get(q).of().applyAsDouble(trial.truth());
      for (double[] chain : draws[q]) {
        for (double draw : chain) {
          ranks[q] += draw < truth ? 1 : 0;
        }
      }
      ess[q] = Ess.bulk(draws[q]);
    }
    return new Fit(
        quantities, ranks, ess, new int[] {trial.refused(), divergences, divergences > 0 ? 1 : 0});
  }

  private static Fit await(Future<Fit> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a replication failed", e.getCause());
    }
  }
}
