/// The posterior of the reference model is calibrated: small here, long with `mvn -Psbc`.
package dev.touchline.sbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelVariant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SbcTest {
  /// Below: said. One of twenty right programs has a family there.
  private static final double ALERT = 0.05;

  /// Below: failed. One of a thousand right programs has a family there.
  private static final double FAIL = 0.001;

  static Stream<List<Prop>> models() {
    return Stream.of(List.of(Prop.SHOTS), List.of(Prop.values()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void ranksOfTheTruthAreUniform(List<Prop> props) {
    SbcResult result =
        new Calibrator(SbcSettings.small()).run(new LeagueSimulator(props, ModelVariant.REFERENCE));
    if (result.worst() < ALERT) {
      System.err.printf("SBC alert for %s:%n%s", props, result.table(ALERT, FAIL));
    }
    assertThat(result.worst()).as(result.table(ALERT, FAIL)).isGreaterThan(FAIL);
    assertThat(result.families()).hasSize(props.size() == 1 ? 10 : 12);
  }
}
