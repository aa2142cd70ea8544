/// Tests of the predictor over real files.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictorFileTest {
  private static final List<Prop> ALL = List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS);

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("trace.nc");
  }

  private TraceSource save(ModelMetadata metadata, int draws) {
    TraceSource trace = TestModels.trace(metadata, 4, draws, 9);
    MetadataFile.write(metadata, folder.resolve("metadata.json"));
    new TraceFiles().write(trace, file);
    return trace;
  }

  @Test
  void aSavedModelAnswersAsTheOneInMemory() {
    // 200 players: several chunks along players; 600 draws: several along draws.
    ModelMetadata metadata = TestModels.metadata(ALL, 200, 8, 4);
    TraceSource trace = save(metadata, 600);
    try (Predictor saved = Predictor.open(folder, file, 130);
        Predictor memory = Predictor.of(metadata, trace, 130)) {
      assertThat(saved.samples()).isEqualTo(130);
      for (int player = 0; player < 200; player += 7) {
        PredictionRequest request = TestModels.request(metadata, player, player % 9, 90);
        assertThat(saved.predict(request, 0.9)).isEqualTo(memory.predict(request, 0.9));
      }
    }
    try (Predictor byFile = Predictor.open(folder.resolve("metadata.json"), file, 50)) {
      assertThat(byFile.metadata()).isEqualTo(metadata);
    }
  }

  @Test
  void aCorruptTraceIsNamedWithARemedy() throws IOException {
    save(TestModels.metadata(ALL, 20, 4, 2), 200);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    Fault fault = catchThrowableOfType(Fault.class, () -> Predictor.open(folder, file, 100));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining(file.toString());
    assertThat(fault.remedy()).isNotBlank();
  }

  @Test
  void aMissingTraceIsNamed() throws IOException {
    save(TestModels.metadata(ALL, 5, 4, 2), 20);
    Files.delete(file);
    Fault fault = catchThrowableOfType(Fault.class, () -> Predictor.open(folder, file, 100));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining(file.toString());
  }

  @Test
  void aSmallHeapHoldsFewerSamples() throws Exception {
    // 1,000 samples of 1,500 players would take 36 MB.
    save(TestModels.metadata(ALL, 1500, 8, 2), 250);
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapProgram.class.getName(),
                folder.toString(),
                file.toString(),
                "1000")
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).isZero();
    assertThat(lines).hasSize(2);
    assertThat(Integer.parseInt(lines.getFirst().split(" ")[0])).isBetween(50, 700);
    assertThat(Double.parseDouble(lines.getFirst().split(" ")[1])).isPositive();
    assertThat(lines.get(1)).startsWith("Memory is short");
  }
}
