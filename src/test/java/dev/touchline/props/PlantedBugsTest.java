/// The checks go red when a bug is planted: tests of the tests.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.FeatureBuilder;
import dev.touchline.data.LeakCheck;
import dev.touchline.data.LeakyFeatures;
import dev.touchline.data.sample.SimulatedLeague;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.Model;
import dev.touchline.sbc.Calibrator;
import dev.touchline.sbc.LeagueSimulator;
import dev.touchline.sbc.SbcResult;
import dev.touchline.sbc.SbcSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedBugsTest {
  private static final List<Prop> ONE = List.of(Prop.SHOTS);
  private static final double FAIL = 0.001;

  private static final ModelData DATA = RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, 3);
  private static final Layout LAYOUT = new Layout(3, 2, false, 9, 3, 0);

  /// The gradient of one home effect's prior with its sign turned.
  private static PlantedModel.Fault turnedSign(Layout layout) {
    return (position, gradient) -> {
      int at = layout.home();
      gradient[at] += 2 * position[at] / (Priors.HOME_SD * Priors.HOME_SD);
      return 0;
    };
  }

  /// Density and gradient agree, but dσ/dx of one player sd has been forgotten in both.
  private static PlantedModel.Fault missingJacobian(Layout layout) {
    return (position, gradient) -> {
      int at = layout.playerScale();
      ScaleCoordinate coordinate = new ScaleCoordinate();
      coordinate.set(position[at]);
      gradient[at] -= coordinate.logSlopeSlope;
      return -coordinate.logSlope;
    };
  }

  @Test
  void aTurnedSignInTheGradientIsCaughtByBothGradientChecks() {
    Model right = PropProblem.of(DATA).newModel();
    Model wrong = new PlantedModel(right, turnedSign(LAYOUT));
    ReadableModel readable = new ReadableModel(DATA, right.parameters());
    assertThat(DensityChecks.differences(right, 7)).isEmpty();
    assertThat(DensityChecks.differences(wrong, 7))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).startsWith("coordinate " + LAYOUT.home() + " "));
    assertThat(DensityChecks.automatic(wrong, readable, 5))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).startsWith("coordinate " + LAYOUT.home() + " "));
  }

  @Test
  void aMissingJacobianIsCaughtByTheReadableModelThoughNotByDifferences() {
    Model right = PropProblem.of(DATA).newModel();
    Model wrong = new PlantedModel(right, missingJacobian(LAYOUT));
    ReadableModel readable = new ReadableModel(DATA, right.parameters());
    assertThat(DensityChecks.offsets(wrong, readable, 11)).isNotEmpty();
    assertThat(DensityChecks.automatic(wrong, readable, 5)).isNotEmpty();
    assertThat(DensityChecks.differences(wrong, 7)).isEmpty();
  }

  @Test
  void aMissingJacobianIsCaughtByCalibration() {
    SbcResult result =
        new Calibrator(SbcSettings.small())
            .run(
                new LeagueSimulator(ONE, ModelVariant.REFERENCE),
                problem ->
                    PlantedModel.problem(
                        problem, missingJacobian(new Layout(1, 4, false, 24, 4, 0))));
    assertThat(result.worst()).as(result.table(FAIL, FAIL)).isLessThan(FAIL);
  }

  @Test
  void aRowThatSeesItselfIsCaughtByTheLeakCheck() {
    List<PlayerMatch> rows = new SimulatedLeague(1, 4, 6, false).simulate().rows();
    assertThat(LeakCheck.faults(new FeatureBuilder()::build, rows)).isEmpty();
    assertThat(LeakCheck.faults(LeakyFeatures::build, rows)).isNotEmpty();
  }

  @Test
  void aRowThatSeesItselfIsCaughtByCalibration() {
    SbcResult result =
        new Calibrator(SbcSettings.small())
            .run(new LeagueSimulator(ONE, ModelVariant.REFERENCE, LeakyFeatures::build));
    assertThat(result.worst()).as(result.table(FAIL, FAIL)).isLessThan(FAIL);
    assertThat(
            result.families().stream()
                .filter(family -> family.p() < FAIL)
                .map(SbcResult.Family::name))
        .contains("beta");
  }
}
