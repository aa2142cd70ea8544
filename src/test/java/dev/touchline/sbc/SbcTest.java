/// The posteriors of the models are calibrated: small here, long with `mvn -Psbc`.
package dev.touchline.sbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelVariant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SbcTest {
  /// Below: said. One of twenty right programs has a family there.
  private static final double ALERT = 0.05;

  /// Below: failed. One of a thousand right programs has a family there.
  private static final double FAIL = 0.001;

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of(List.of(Prop.SHOTS), ModelVariant.REFERENCE, 10),
        Arguments.of(List.of(Prop.values()), ModelVariant.REFERENCE, 12),
        Arguments.of(List.of(Prop.values()), ModelVariant.TEAM, 16));
  }

  @ParameterizedTest
  @MethodSource("models")
  void ranksOfTheTruthAreUniform(List<Prop> props, ModelVariant variant, int families) {
    SbcResult result = new Calibrator(SbcSettings.small()).run(new LeagueSimulator(props, variant));
    if (result.worst() < ALERT) {
      System.err.printf("SBC alert for %s %s:%n%s", variant, props, result.table(ALERT, FAIL));
    }
    assertThat(result.worst()).as(result.table(ALERT, FAIL)).isGreaterThan(FAIL);
    assertThat(result.families()).hasSize(families);
  }
}
