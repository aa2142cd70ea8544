/// Tests of what can go wrong when a predictor opens its trace.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.fault.FreeMemory;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.Parameter;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictorOpeningTest {
  private static final List<Prop> ALL = List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS);
  private final ModelMetadata metadata = TestModels.metadata(ALL, 6, 4, 2);
  private final TraceSource trace = TestModels.trace(metadata, 4, 500, 7);

  /// A trace whose reading can be disturbed.
  private static final class Disturbed implements TraceSource {
    final TraceSource inner;
    TraceSchema schema;
    Reading reading = () -> {};
    UnaryOperator<double[]> change = values -> values;
    final AtomicInteger drawsRead = new AtomicInteger();
    boolean closed;

    interface Reading {
      void before();
    }

    Disturbed(TraceSource inner) {
      this.inner = inner;
      schema = inner.schema();
    }

    @Override
    public TraceSchema schema() {
      return schema;
    }

    @Override
    public int chains() {
      return inner.chains();
    }

    @Override
    public int draws() {
      return inner.draws();
    }

    @Override
    public double[] read(String parameter, int chain, int firstDraw, int count) {
      reading.before();
      if (parameter.equals("alpha")) {
        drawsRead.addAndGet(count);
      }
      return change.apply(inner.read(parameter, chain, firstDraw, count));
    }

    @Override
    public double[] stat(String name, int chain) {
      return inner.stat(name, chain);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Disturbed disturbed = new Disturbed(trace);

  @Test
  void readsOnlyTheDrawsItKeeps() {
    Predictor.of(metadata, disturbed, 100).close();
    assertThat(disturbed.drawsRead).hasValue(100);
    assertThat(disturbed.closed).isFalse();
  }

  @Test
  void aFailureThatPassesIsSurvived() {
    AtomicInteger reads = new AtomicInteger();
    disturbed.reading =
        () -> {
          if (reads.incrementAndGet() == 5) {
            throw new IllegalStateException("checksum");
          }
        };
    try (Predictor predictor = Predictor.of(metadata, disturbed, 100)) {
      try (Predictor clean = Predictor.of(metadata, trace, 100)) {
        PredictionRequest request = TestModels.request(metadata, 1, 1, 90);
        assertThat(predictor.predict(request, 0.9)).isEqualTo(clean.predict(request, 0.9));
      }
    }
  }

  @Test
  void aTraceThatStaysUnreadableNamesTheFileAndClosesIt() {
    disturbed.reading =
        () -> {
          throw new IllegalStateException("checksum");
        };
    AtomicInteger opened = new AtomicInteger();
    CacheOpener opener = new CacheOpener(metadata, "models/v1.1/trace.nc", FreeMemory.of(1L << 30));
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                opener.open(
                    () -> {
                      opened.incrementAndGet();
                      return disturbed;
                    },
                    100));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining("models/v1.1/trace.nc").hasMessageContaining("checksum");
    assertThat(fault.remedy()).contains("backup");
    assertThat(opened).hasValue(2);
    assertThat(disturbed.closed).isTrue();
  }

  @Test
  void drawsThatAreNoNumbersAreDamage() {
    disturbed.change =
        values -> {
          values[values.length - 1] = Double.NaN;
          return values;
        };
    Fault fault = catchThrowableOfType(Fault.class, () -> Predictor.of(metadata, disturbed, 100));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining("alpha is NaN");
  }

  @Test
  void littleMemoryMeansFewerSamples() {
    long full = PosteriorCache.bytes(1000, 3, 2, 6 + 4);
    try (Predictor predictor = Predictor.of(metadata, trace, 1000, FreeMemory.of(full / 2))) {
      assertThat(predictor.samples()).isBetween(280, 320);
      assertThat(predictor.warnings())
          .singleElement()
          .asString()
          .contains("Memory is short", Integer.toString(predictor.samples()), "1000");
    }
    try (Predictor predictor = Predictor.of(metadata, trace, 1000, FreeMemory.of(0))) {
      assertThat(predictor.samples()).isEqualTo(50);
    }
    try (Predictor predictor = Predictor.of(metadata, trace, 1000, FreeMemory.of(1L << 30))) {
      assertThat(predictor.warnings()).isEmpty();
    }
  }

  @Test
  void theSizeOfTheCacheIsWhatItTakes() {
    // Counted by hand: 3 props × (6 players, 4 opponents, home, 2 features, 5 unknown players, 1
    // unknown opponent) = 57 arrays stay; those of alpha, γ and the deviations come and go.
    assertThat(PosteriorCache.bytes(1000, 3, 2, 6 + 4)).isBetween(57 * 8000L, 2 * 57 * 8000L);
  }

  @Test
  void runningOutOfMemoryHalvesTheSamples() {
    AtomicInteger reads = new AtomicInteger();
    disturbed.reading =
        () -> {
          if (reads.incrementAndGet() % 300 == 0 && reads.get() < 700) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    try (Predictor predictor = Predictor.of(metadata, disturbed, 1000)) {
      assertThat(predictor.samples()).isEqualTo(250);
      assertThat(predictor.warnings()).singleElement().asString().contains("250");
    }
  }

  @Test
  void noMemoryAtAllIsAFault() {
    disturbed.reading =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    Fault fault = catchThrowableOfType(Fault.class, () -> Predictor.of(metadata, disturbed, 1000));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.MEMORY);
    assertThat(fault).hasMessageContaining("50 samples");
  }

  @Test
  void missingParameterIsNamed() {
    disturbed.schema = without("player_corr");
    assertMisfit(metadata, disturbed, "player_corr is missing");
  }

  @Test
  void otherPlayersAreAMisfit() {
    assertMisfit(TestModels.metadata(ALL, 5, 4, 2), trace, "player_effect");
    TraceSchema own = trace.schema();
    List<Coordinate> coordinates = new ArrayList<>(own.coordinates());
    coordinates.set(0, Coordinate.ofIds("player", "player", new long[] {1, 2, 3, 4, 5, 6}));
    disturbed.schema = new TraceSchema(own.parameters(), coordinates, Map.of());
    assertMisfit(metadata, disturbed, "player ids");
  }

  @Test
  void otherPropsAreAMisfit() {
    ModelMetadata swapped =
        TestModels.metadata(List.of(Prop.GOALS, Prop.CARDS, Prop.SHOTS), 6, 4, 2);
    assertMisfit(swapped, trace, "prop coordinate");
  }

  @Test
  void noSamplesIsWrongUsage() {
    Fault fault = catchThrowableOfType(Fault.class, () -> Predictor.of(metadata, trace, 0));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
  }

  @Test
  void aMissingModelIsNamed(@TempDir Path folder) {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> Predictor.open(folder, folder.resolve("trace.nc"), 100));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining(folder.resolve("metadata.json").toString());
  }

  private TraceSchema without(String parameter) {
    List<Parameter> parameters = new ArrayList<>(trace.schema().parameters());
    parameters.removeIf(p -> p.name().equals(parameter));
    return new TraceSchema(parameters, trace.schema().coordinates(), Map.of());
  }

  private static void assertMisfit(ModelMetadata metadata, TraceSource trace, String text) {
    Fault fault = catchThrowableOfType(Fault.class, () -> Predictor.of(metadata, trace, 100));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining("does not fit").hasMessageContaining(text);
  }
}
