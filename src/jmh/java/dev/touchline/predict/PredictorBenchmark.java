/// Times predictions of all props with pmf and intervals.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// 600 players, 32 opponents, four features, 1,000 samples, three props, random draws.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PredictorBenchmark {
  private static final int BATCH = 20_000;
  private static final int PLAYERS = 600;
  private static final int OPPONENTS = 32;

  private final List<PredictionRequest> requests = new ArrayList<>();
  private Predictor predictor;
  private int next;

  /// Opens a predictor over random draws.
  @Setup(Level.Trial)
  public void open() {
    ModelMetadata metadata =
        TestModels.metadata(List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS), PLAYERS, OPPONENTS, 4);
    predictor = Predictor.of(metadata, TestModels.trace(metadata, 4, 251, 1), Predictor.SAMPLES);
    for (int i = 0; i < BATCH; i++) {
      requests.add(
          TestModels.request(metadata, i * 7919 % PLAYERS, i % OPPONENTS, i % 5 == 0 ? 25 : 90));
    }
  }

  /// Closes it.
  @TearDown(Level.Trial)
  public void close() {
    predictor.close();
  }

  /// One prediction, microseconds; the percentiles are those of single calls.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Prediction single() {
    next = (next + 1) % BATCH;
    return predictor.predict(requests.get(next), Predictor.INTERVAL);
  }

  /// Predictions a second in batches of 20,000 on all processors.
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(BATCH)
  public List<Prediction> batch() {
    return predictor.predictBatch(requests, Predictor.INTERVAL);
  }
}
