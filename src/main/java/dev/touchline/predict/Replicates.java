/// Whole data sets that a model produces: new counts for given rows, one set a draw.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelData;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceSource;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Players and opponents keep their effects through a whole data set, so that sums over a match or
/// over a player's matches spread as the model has it. Players and opponents whom the model does
/// not know are drawn from its population, each with effects of his own.
///
/// @param count number of data sets
/// @param counts by prop, `[data set][row]`
public record Replicates(int count, Map<Prop, int[][]> counts) {

  /// From the posterior of a saved model: the samples that a predictor keeps, or the trace.
  public static Replicates posterior(
      Path metadataPath, Path tracePath, RowSet rows, int most, long seed) {
    ModelMetadata metadata = MetadataFile.read(metadataPath);
    try (TraceSource trace = Predictor.source(tracePath, Predictor.SAMPLES)) {
      return of(trace, metadata, rows, most, seed);
    }
  }

  /// From the prior of the same model: what it expects before it has seen any row.
  public static Replicates prior(ModelMetadata metadata, RowSet rows, int count, long seed) {
    return of(PriorTrace.of(data(metadata), count, seed), metadata, rows, count, seed);
  }

  /// From draws at hand.
  static Replicates of(
      TraceSource trace, ModelMetadata metadata, RowSet rows, int most, long seed) {
    ModelData data = data(metadata);
    TraceSource drawn = RowTraces.posteriorPredictive(trace, data, rows, seed);
    int count = (int) Math.min(most, (long) trace.chains() * trace.draws());
    int[][] kept = Thinning.of(trace.chains(), trace.draws(), count);
    Map<Prop, int[][]> counts = new EnumMap<>(Prop.class);
    for (int k = 0; k < data.props().size(); k++) {
      String name = drawn.schema().parameters().get(k).name();
      int[][] sets = new int[count][];
      int set = 0;
      for (int chain = 0; chain < kept.length; chain++) {
        for (int draw : kept[chain]) {
          double[] values = drawn.read(name, chain, draw, 1);
          sets[set] = new int[values.length];
          for (int i = 0; i < values.length; i++) {
            sets[set][i] = (int) values[i];
          }
          set++;
        }
      }
      counts.put(data.props().get(k), sets);
    }
    return new Replicates(count, Collections.unmodifiableMap(counts));
  }

  /// A model without rows.
  private static ModelData data(ModelMetadata metadata) {
    return new ModelData(
        metadata.props(),
        metadata.players(),
        metadata.opponents(),
        metadata.features(),
        new int[0],
        new int[0],
        new double[0],
        new double[0],
        new double[0],
        new int[0],
        metadata.variant(),
        metadata.teams(),
        new int[0],
        new int[0]);
  }
}
