/// Draws that are followed are those that the recorder holds, whether they are copied or read anew.
package dev.touchline.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.ScalarNames;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.trace.TraceSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowedDrawsTest {
  private static final int DRAWS = 40;

  private static final TraceSchema SCHEMA =
      new TraceSchema(
          List.of(new Parameter("alpha", List.of("prop"), new int[] {3})),
          List.of(Coordinate.ofLabels("prop", "prop", List.of("goals", "shots", "cards"))),
          Map.of());

  /// Values are the position.
  private static final class Plain implements Model {
    @Override
    public List<Parameter> parameters() {
      return SCHEMA.parameters();
    }

    @Override
    public int dimension() {
      return 3;
    }

    @Override
    public double valueAndGradient(double[] position, double[] gradient) {
      return 0;
    }

    @Override
    public void values(double[] position, double[] values) {
      System.arraycopy(position, 0, values, 0, 3);
    }
  }

  private final TraceRecorder recorder = new TraceRecorder(Plain::new, SCHEMA, 2);
  private final ScalarNames names = new ScalarNames(SCHEMA);

  private void draw(int chain, int from, int to) {
    for (int draw = from; draw < to; draw++) {
      double value = 1000 * chain + draw;
      recorder.onDraw(
          chain,
          draw,
          false,
          new double[] {value, value + 0.25, value + 0.5},
          new DrawStats(0, 1, 0.1, 3, 7, false, 0, 0, false));
    }
  }

  @Test
  void eachLookHasWhatTheRecorderHolds() {
    int[] scalars = {2, 0};
    var copies = FollowedDraws.until(DRAWS, recorder, names, scalars);
    var anew = FollowedDraws.once(recorder, names, scalars);
    int[][] looks = {{5, 3}, {5, 9}, {DRAWS, DRAWS}};
    int[] made = new int[2];
    for (int[] look : looks) {
      for (int chain = 0; chain < 2; chain++) {
        draw(chain, made[chain], look[chain]);
        made[chain] = look[chain];
      }
      for (int scalar = 0; scalar < scalars.length; scalar++) {
        double[][] series = copies.series(scalar);
        assertThat(series).isDeepEqualTo(anew.series(scalar));
        assertThat(Arrays.stream(series).mapToInt(chain -> chain.length))
            .containsExactly(made[0], made[1]);
        assertThat(series[1][2]).isEqualTo(1002 + (scalar == 0 ? 0.5 : 0));
      }
    }
    assertThat(copies.count()).isEqualTo(2);
    assertThat(copies.name(0)).isEqualTo("alpha[cards]");
  }

  @Test
  void aLookKeepsNothingThatTheNextOneChanges() {
    var followed = FollowedDraws.until(DRAWS, recorder, names, new int[] {0});
    draw(0, 0, 4);
    double[] first = followed.series(0)[0];
    Arrays.fill(first, Double.NaN);
    draw(0, 4, 6);
    assertThat(followed.series(0)[0]).containsExactly(0, 1, 2, 3, 4, 5);
  }
}
