/// The samples beside a trace: the same answers, and never those of another trace.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTest {
  private static final List<Prop> ALL = List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS);
  private final ModelMetadata metadata = TestModels.metadata(ALL, 6, 4, 2);
  private final TraceSource trace = TestModels.trace(metadata, 4, 500, 7);

  @TempDir Path folder;
  private Path file;
  private Path excerpt;

  @BeforeEach
  void save() {
    file = folder.resolve("trace.nc");
    excerpt = folder.resolve(Excerpt.NAME);
    new TraceFiles().write(trace, file);
    MetadataFile.write(metadata, folder.resolve("metadata.json"));
  }

  private Prediction answer(int samples) {
    Map<String, Double> features = new HashMap<>();
    for (int j = 0; j < metadata.features().names().size(); j++) {
      features.put(metadata.features().names().get(j), metadata.features().mean()[j]);
    }
    try (Predictor predictor = Predictor.open(folder, file, samples)) {
      assertThat(predictor.warnings()).isEmpty();
      return predictor.predict(
          new PredictionRequest(
              metadata.players().getFirst().id(),
              metadata.opponents().getLast().id(),
              true,
              80,
              features,
              Position.MID),
          0.95);
    }
  }

  @Test
  void answersAsTheTraceDoes() throws IOException {
    Prediction before = answer(Predictor.SAMPLES);
    Predictor.keepSamples(trace, file);
    assertThat(used(Predictor.SAMPLES)).isTrue();
    same(answer(Predictor.SAMPLES), before);
    // Another number of samples is read from the trace.
    assertThat(used(400)).isFalse();
    assertThat(answer(400).props()).hasSize(3);
  }

  @Test
  void everyDamageLeadsBackToTheTrace() throws IOException {
    Prediction before = answer(Predictor.SAMPLES);
    Predictor.keepSamples(trace, file);
    byte[] whole = Files.readAllBytes(excerpt);
    var dice = new Random(20181123);
    for (int i = 0; i < 60; i++) {
      byte[] bytes =
          i % 3 == 0 ? java.util.Arrays.copyOf(whole, dice.nextInt(whole.length)) : whole;
      bytes = bytes.clone();
      if (i % 3 != 0) {
        int at =
            i % 3 == 1 ? dice.nextInt(Math.min(200, bytes.length)) : dice.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << dice.nextInt(8));
      }
      Files.write(excerpt, bytes);
      assertThat(used(Predictor.SAMPLES)).as("damage %d", i).isFalse();
    }
    same(answer(Predictor.SAMPLES), before);
  }

  @Test
  void belongsToOneTrace() throws IOException {
    Predictor.keepSamples(trace, file);
    new TraceFiles().write(TestModels.trace(metadata, 4, 500, 8), file);
    assertThat(used(Predictor.SAMPLES)).isFalse();
  }

  @Test
  void isNotMadeOfTooFewDraws() throws IOException {
    Path small = folder.resolve("small").resolve("trace.nc");
    Files.createDirectory(small.getParent());
    TraceSource few = TestModels.trace(metadata, 2, 100, 7);
    new TraceFiles().write(few, small);
    Predictor.keepSamples(few, small);
    assertThat(small.resolveSibling(Excerpt.NAME)).doesNotExist();
  }

  private boolean used(int samples) {
    Optional<TraceSource> found =
        new TraceFiles().seal(file).flatMap(seal -> Excerpt.open(excerpt, seal, samples));
    found.ifPresent(TraceSource::close);
    return found.isPresent();
  }

  private static void same(Prediction one, Prediction other) {
    one.props()
        .forEach(
            (prop, figures) -> {
              PropPrediction before = other.props().get(prop);
              assertThat(figures.mean()).isEqualTo(before.mean());
              assertThat(figures.ciLow()).isEqualTo(before.ciLow());
              assertThat(figures.ciHigh()).isEqualTo(before.ciHigh());
              assertThat(figures.pmf()).isEqualTo(before.pmf());
            });
  }
}
