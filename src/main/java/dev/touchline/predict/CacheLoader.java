/// Reads the kept draws of a trace into a posterior cache.
package dev.touchline.predict;

import dev.touchline.fault.Fault;
import dev.touchline.football.Position;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceSource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/// One loading of one trace; used by one thread.
final class CacheLoader {
  /// Doubles of the largest piece read at once (32 MiB).
  private static final int PIECE = 1 << 22;

  private static final int UNKNOWN = Position.values().length;

  private final ModelMetadata metadata;
  private final TraceSource trace;
  private final String name;
  private final int[][] kept;
  private final int samples;
  private final int props;

  private CacheLoader(ModelMetadata metadata, TraceSource trace, String name, int samples) {
    this.metadata = metadata;
    this.trace = trace;
    this.name = name;
    this.samples = samples;
    kept = Thinning.of(trace.chains(), trace.draws(), samples);
    props = metadata.props().size();
  }

  /// Loads; the trace has been checked to fit. Draws that are no numbers are a fault of kind
  /// STORAGE.
  ///
  /// @param name the trace, in words
  /// @param samples samples to keep, at most chains × draws
  static PosteriorCache load(ModelMetadata metadata, TraceSource trace, String name, int samples) {
    return new CacheLoader(metadata, trace, name, samples).load();
  }

  private PosteriorCache load() {
    double[][] alpha = small("alpha", props);
    double[][] home = small("home", props);
    double[][] gamma = small("position_effect", UNKNOWN * props);
    Effects players = effects("player_effect", metadata.players().size(), alpha);
    Effects opponents = effects("opponent_effect", metadata.opponents().size(), new double[0][]);
    boolean teamEffects = metadata.variant().teamEffects();
    Effects teams =
        teamEffects
            ? effects("team_effect", metadata.teams().size(), new double[0][])
            : new Effects(new double[0][][], new double[0][]);
    double[] alphaMean = means(alpha);
    double[] homeMean = means(home);

    int features = metadata.features().names().size();
    double[][] flatBeta = small("beta", features * props);
    double[][] exponent =
        metadata.variant().freeExponent() ? small("minutes_exponent", props) : new double[0][];
    int slopes = RequestCheck.slopes(metadata);
    double[][][] beta = new double[props][slopes][];
    double[][] betaMean = new double[props][slopes];
    double[][] betaLimit = new double[props][slopes];
    for (int k = 0; k < props; k++) {
      for (int j = 0; j < slopes; j++) {
        double[] draws = j < features ? flatBeta[j * props + k] : lessOne(exponent[k]);
        beta[k][j] = draws;
        betaMean[k][j] = mean(draws);
        betaLimit[k][j] = limit(draws);
      }
    }

    double[][] positionMean = new double[UNKNOWN + 1][props];
    for (int q = 0; q < UNKNOWN; q++) {
      for (int k = 0; k < props; k++) {
        positionMean[q][k] = mean(gamma[q * props + k]);
      }
    }
    for (int p = 0; p < players.mean.length; p++) {
      int q = metadata.players().get(p).position().ordinal();
      for (int k = 0; k < props; k++) {
        players.mean[p][k] -= positionMean[q][k];
      }
    }

    long seed = metadata.seed();
    double[][] deviation =
        new Population(seed, props, samples)
            .deviations(small("player_sd", props), small("player_corr", props * props));
    int[] mixed = Population.positions(metadata.positionWeights(), samples, seed + 2);
    double[] deviationMean = means(deviation);
    double[][] newPlayerMean = new double[UNKNOWN + 1][];
    double[][][] newPlayer = new double[UNKNOWN + 1][props][samples];
    for (int q = 0; q <= UNKNOWN; q++) {
      newPlayerMean[q] = deviationMean;
      for (int k = 0; k < props; k++) {
        double sum = 0;
        for (int s = 0; s < samples; s++) {
          double own = gamma[(q == UNKNOWN ? mixed[s] : q) * props + k][s];
          sum += own;
          newPlayer[q][k][s] = Math.exp(alpha[k][s] + own + deviation[k][s]);
        }
        positionMean[q][k] = sum / samples;
      }
    }
    double[][] newOpponent =
        new Population(seed + 1, props, samples)
            .deviations(small("opponent_sd", props), small("opponent_corr", props * props));
    double[] newOpponentMean = means(newOpponent);
    double[][] newTeam =
        teamEffects
            ? new Population(seed + 3, props, samples)
                .deviations(small("team_sd", props), small("team_corr", props * props))
            : new double[0][];
    double[] newTeamMean = means(newTeam);
    exponentiate(newTeam);
    exponentiate(newOpponent);
    exponentiate(home);
    return new PosteriorCache(
        samples,
        props,
        players.factor,
        opponents.factor,
        newPlayer,
        newOpponent,
        teams.factor,
        newTeam,
        home,
        beta,
        betaLimit,
        new PosteriorCache.Means(
            alphaMean,
            homeMean,
            betaMean,
            positionMean,
            players.mean,
            opponents.mean,
            newPlayerMean,
            newOpponentMean,
            teams.mean,
            newTeamMean));
  }

  /// Effects as factors [entry][prop][sample], and the means of their logarithms [entry][prop].
  private record Effects(double[][][] factor, double[][] mean) {}

  /// @param level what is added to every entry on the log scale, [prop][sample]; nothing if empty
  private Effects effects(String parameter, int entries, double[][] level) {
    double[][][] factor = new double[entries][props][samples];
    double[][] mean = new double[entries][props];
    pieces(
        parameter,
        entries * props,
        (first, count, values) -> {
          for (int e = 0; e < entries; e++) {
            for (int k = 0; k < props; k++) {
              double[] target = factor[e][k];
              double sum = 0;
              for (int i = 0; i < count; i++) {
                double value = values[(i * entries + e) * props + k];
                sum += value;
                target[first + i] = value;
              }
              mean[e][k] += sum / samples;
            }
          }
        });
    for (double[][] entry : factor) {
      for (int k = 0; k < props; k++) {
        for (int s = 0; s < samples && level.length > 0; s++) {
          entry[k][s] += level[k][s];
        }
      }
      exponentiate(entry);
    }
    return new Effects(factor, mean);
  }

  /// A parameter of few scalars, [scalar][sample].
  private double[][] small(String parameter, int size) {
    double[][] draws = new double[size][samples];
    pieces(
        parameter,
        size,
        (first, count, values) -> {
          for (int i = 0; i < count; i++) {
            for (int j = 0; j < size; j++) {
              draws[j][first + i] = values[i * size + j];
            }
          }
        });
    return draws;
  }

  private interface Piece {
    void take(int firstSample, int count, double[] values);
  }

  private void pieces(String parameter, int size, Piece piece) {
    int most = Math.max(1, PIECE / Math.max(1, size));
    int sample = 0;
    for (int chain = 0; chain < kept.length; chain++) {
      for (int from = 0; from < kept[chain].length; from += most) {
        int to = Math.min(kept[chain].length, from + most);
        double[] values =
            trace.readDraws(parameter, chain, Arrays.copyOfRange(kept[chain], from, to));
        for (double value : values) {
          if (!Double.isFinite(value)) {
            throw damaged(parameter, value);
          }
        }
        piece.take(sample, to - from, values);
        sample += to - from;
      }
    }
  }

  private Fault damaged(String parameter, double value) {
    return new Fault(
        Fault.Kind.STORAGE,
        "The trace %s is damaged: a draw of %s is %s.".formatted(name, parameter, value),
        "Restore the file from a backup, or train the version again.",
        Map.of("file", name, "parameter", parameter),
        null);
  }

  private void exponentiate(double[][] logs) {
    for (double[] log : logs) {
      Exponential.of(log, 1, limit(log), log, log.length);
    }
  }

  private static double[] lessOne(double[] values) {
    return Arrays.stream(values).map(value -> value - 1).toArray();
  }

  private static double limit(double[] values) {
    double limit = 0;
    for (double value : values) {
      limit = Math.max(limit, Math.abs(value));
    }
    return limit;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double[] means(double[][] rows) {
    return IntStream.range(0, rows.length).mapToDouble(i -> mean(rows[i])).toArray();
  }
}
