/// The vector kernel computes what the scalar one does, without garbage.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchline.football.Prop;
import dev.touchline.mcmc.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelsTest {
  private static final double LARGEST_DIFFERENCE = 1e-12;

  /// Of an evaluation; a vector on the heap would be megabytes.
  private static final double MOST_BYTES = 64;

  @BeforeEach
  void vectors() {
    assumeTrue(
        Kernels.vectorsServe(),
        "SKIPPED: no vectors of four doubles here; --add-modules=jdk.incubator.vector, AVX2");
  }

  static Stream<ModelData> problems() {
    return KernelAgreement.problems();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void bothGiveTheSameDensityAndGradient(ModelData data) {
    assertThat(KernelAgreement.largestDifference(data)).isLessThan(LARGEST_DIFFERENCE);
  }

  @Test
  void farAwayTheScalarKernelAnswers() {
    ModelData data = RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, 3);
    Model scalar = KernelAgreement.model(data, false);
    Model vector = KernelAgreement.model(data, true);
    int n = scalar.dimension();
    for (double far : new double[] {40, 1e3, 1e8, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] position = new double[n];
      double[] expected = new double[n];
      double[] found = new double[n];
      position[n - 1] = far;
      position[0] = far;
      double value = scalar.valueAndGradient(position, expected);
      double same = vector.valueAndGradient(position, found);
      if (Double.isFinite(value)) {
        assertThat(same).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
      } else {
        assertThat(Double.isFinite(same)).isFalse();
      }
    }
  }

  @Test
  void anEvaluationLeavesNothingOnTheHeap() {
    assertThat(KernelAgreement.bytes(false)).as("scalar").isLessThan(MOST_BYTES);
    assertThat(KernelAgreement.bytes(true)).as("vector").isLessThan(MOST_BYTES);
  }

  /// Processors without vectors of eight doubles take the same way with four.
  @Test
  void vectorsOfFourGiveTheSameToo(@TempDir Path folder) throws IOException, InterruptedException {
    Path answer = folder.resolve("answer");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:MaxVectorSize=32",
                "-cp",
                System.getProperty("java.class.path"),
                KernelAgreement.class.getName(),
                answer.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    String[] words = Files.readString(answer, StandardCharsets.UTF_8).split(" ");
    assertThat(words[0]).isEqualTo("vector4");
    assertThat(Double.parseDouble(words[1])).isLessThan(LARGEST_DIFFERENCE);
    assertThat(Double.parseDouble(words[2])).isLessThan(MOST_BYTES);
  }
}
