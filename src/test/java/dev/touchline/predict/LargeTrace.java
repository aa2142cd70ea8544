/// Writes, verifies and opens a trace of the size that a few seasons of a league give; a program
/// for docs/performance.md.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import dev.touchline.mcmc.Parameter;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Arguments: a folder, and `write`, `verify` or `open`. 4 chains × 2,000 draws of 2,700 players
/// and 100 opponents with three props. The draws are computed when they are asked for, so the
/// process's memory is that of writing and reading.
public final class LargeTrace {
  private static final int CHAINS = 4;
  private static final int DRAWS = 2_000;
  private static final ModelMetadata METADATA =
      TestModels.metadata(List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS), 2_700, 100, 4);

  private LargeTrace() {}

  /// Prints what it did and the seconds.
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path file = folder.resolve("trace.nc");
    Source source = new Source(TestModels.schema(METADATA));
    long begin = System.nanoTime();
    switch (args[1]) {
      case "write" -> {
        MetadataFile.write(METADATA, folder.resolve("metadata.json"));
        new TraceFiles().write(source, file);
        tell("written", begin, file);
        begin = System.nanoTime();
        Predictor.keepSamples(source, file);
        tell("samples kept beside it", begin, folder.resolve(Excerpt.NAME));
      }
      case "verify" -> {
        try (TraceSource read = new TraceFiles().open(file)) {
          tell("opened", begin, file);
          for (Parameter parameter : source.schema.parameters()) {
            for (int chain = 0; chain < CHAINS; chain++) {
              for (int first = 0; first < DRAWS; first += 250) {
                if (!Arrays.equals(
                    read.read(parameter.name(), chain, first, 250),
                    source.read(parameter.name(), chain, first, 250))) {
                  throw new IllegalStateException(parameter.name() + " differs");
                }
              }
            }
          }
        }
        tell("every number is as it was written", begin, file);
      }
      case "open" -> {
        try (Predictor predictor = Predictor.open(folder, file, Predictor.SAMPLES)) {
          Prediction first = predictor.predict(TestModels.request(METADATA, 0, 0, 90), 0.95);
          tell(
              predictor.samples() + " samples, first prediction " + first.props().size() + " props",
              begin,
              file);
        }
      }
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private static void tell(String what, long begin, Path file) throws IOException {
    double seconds = (System.nanoTime() - begin) / 1e9;
    double megabytes = Files.size(file) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s, %.0f MB, %.0f MB/s%n",
        what,
        seconds,
        megabytes,
        megabytes / seconds);
  }

  /// Normal draws that depend on where they stand alone; correlations of 0.3 as they must be.
  private record Source(TraceSchema schema) implements TraceSource {
    @Override
    public int chains() {
      return CHAINS;
    }

    @Override
    public int draws() {
      return DRAWS;
    }

    @Override
    public double[] read(String parameter, int chain, int firstDraw, int count) {
      Parameter found = schema.require(parameter);
      int size = found.size();
      double[] values = new double[count * size];
      for (int draw = 0; draw < count; draw++) {
        var random =
            new SplittableRandom(
                ((long) parameter.hashCode() << 20) + chain * 10_000L + firstDraw + draw);
        for (int i = 0; i < size; i++) {
          values[draw * size + i] =
              switch (parameter) {
                case "player_corr", "opponent_corr" -> i / 3 == i % 3 ? 1 : 0.3;
                case "player_sd", "opponent_sd" -> 0.4 + 0.02 * random.nextGaussian();
                default -> 0.3 * random.nextGaussian();
              };
        }
      }
      return values;
    }

    @Override
    public double[] stat(String name, int chain) {
      return new double[0];
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
