/// Small leagues whose rows come from parameters drawn from the prior.
package dev.touchline.sbc;

import dev.touchline.data.FeatureBuilder;
import dev.touchline.data.RunningForm;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.mcmc.Parameter;
import dev.touchline.props.ModelData;
import dev.touchline.props.ModelVariant;
import dev.touchline.props.PropProblem;
import dev.touchline.props.ReadableModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Four teams of six players, each against each at home and away; five of the six play. The rows of
/// a match day are simulated with the form of the days before, so features depend on counts as they
/// do in life; the analyst gets the rows alone and computes the features with the program's own
/// code.
///
/// - The scale of the features is fixed and known to both sides. If it were measured on the rows,
///   as in training, it would depend on later counts, and the likelihood would no longer be the
///   product over rows that the model takes it for.
/// - With the wide priors of the model many leagues explode: rates of thousands, which feed
///   themselves through the form. A league with any count above [#LARGEST_COUNT] is refused, and
///   parameters and league are drawn anew: a condition on the data alone. The truths of the leagues
///   that remain are no draws from the prior any more, but from the prior given that condition; the
///   posterior of their data is the model's as it stands, so ranks are uniform all the same.
public final class LeagueSimulator implements Simulator {
  static final int LARGEST_COUNT = 40;

  private static final int TEAMS = 4;
  private static final int SQUAD = 6;
  private static final Position[] POSITIONS = {
    Position.GKP, Position.DEF, Position.DEF, Position.MID, Position.MID, Position.FWD
  };
  private static final FeatureScale SCALE =
      new FeatureScale(RunningForm.NAMES, new double[] {1, 1, 1, 0.4}, new double[] {2, 2, 2, 0.3});

  /// Rates above give no count that is small enough: the chance is below 1e-300.
  private static final double HOPELESS_RATE = 1_500;

  /// Props that are not modelled still have form features; their counts are noise.
  private static final double RATE_OF_OTHERS = 0.4;

  private final List<Prop> props;
  private final ModelVariant variant;
  private final Function<List<PlayerMatch>, RowSet> features;

  /// @param props of the model
  public LeagueSimulator(List<Prop> props, ModelVariant variant) {
    this(props, variant, rows -> new FeatureBuilder().build(rows));
  }

  /// @param props of the model
  /// @param features what the analyst computes from the rows
  public LeagueSimulator(
      List<Prop> props, ModelVariant variant, Function<List<PlayerMatch>, RowSet> features) {
    this.props = List.copyOf(props);
    this.variant = variant;
    this.features = features;
  }

  @Override
  public Trial draw(RandomGenerator random) {
    List<Position> positions = new ArrayList<>();
    for (int p = 0; p < TEAMS * SQUAD; p++) {
      positions.add(POSITIONS[p % SQUAD]);
    }
    for (int refused = 0; ; refused++) {
      PriorDraw truth =
          PriorDraw.of(random, props.size(), RunningForm.NAMES.size(), positions, TEAMS, variant);
      List<PlayerMatch> rows = league(truth, random);
      if (rows != null) {
        return trial(truth, rows, refused);
      }
    }
  }

  private Trial trial(PriorDraw truth, List<PlayerMatch> rows, int refused) {
    ModelData data = ModelData.of(features.apply(rows), SCALE, props, variant);
    PropProblem problem = PropProblem.of(data);
    double[] values = truth.values();
    int expected = problem.parameters().stream().mapToInt(Parameter::size).sum();
    if (values.length != expected || data.players().size() != TEAMS * SQUAD) {
      throw new IllegalStateException("the trace holds " + expected + " values");
    }
    return new Trial(problem, values, quantities(problem, data), refused);
  }

  /// All rows in order of days, or null where a count is too large.
  private @Nullable List<PlayerMatch> league(PriorDraw truth, RandomGenerator random) {
    List<PlayerMatch> rows = new ArrayList<>();
    for (int day = 0; day < 2 * (TEAMS - 1); day++) {
      List<PlayerMatch> today = new ArrayList<>();
      for (int pair = 0; pair < TEAMS / 2; pair++) {
        int one = pair == 0 ? TEAMS - 1 : (day + pair) % (TEAMS - 1);
        int two = (day + TEAMS - 1 - pair) % (TEAMS - 1);
        boolean swap = day >= TEAMS - 1;
        for (int side = 0; side < 2; side++) {
          int team = side == 0 ? one : two;
          int opponent = side == 0 ? two : one;
          for (int slot = 0; slot < SQUAD; slot++) {
            if ((day + slot) % SQUAD != 0
                && !play(
                    truth, random, rows, today, day, team, opponent, slot, (side == 0) != swap)) {
              return null;
            }
          }
        }
      }
      rows.addAll(today);
    }
    return rows;
  }

  private boolean play(
      PriorDraw truth,
      RandomGenerator random,
      List<PlayerMatch> before,
      List<PlayerMatch> today,
      int day,
      int team,
      int opponent,
      int slot,
      boolean home) {
    int player = team * SQUAD + slot;
    // One match in five at another position: form counts it there, the model by the most frequent.
    Position position = (day + slot) % SQUAD == 3 ? POSITIONS[(slot + 2) % SQUAD] : POSITIONS[slot];
    LocalDate date = LocalDate.of(2020, 8, 1).plusWeeks(day);
    int minutes = 1 + random.nextInt(95);
    double[] x = SCALE.standardise(ReadableForm.of(before, player, position, date));
    int[] counts = new int[Prop.values().length];
    for (Prop prop : Prop.values()) {
      int j = props.indexOf(prop);
      double rate =
          j < 0
              ? RATE_OF_OTHERS
              : Math.exp(truth.logRate(j, player, team, opponent, home, minutes, x));
      if (!(rate < HOPELESS_RATE)) {
        return false;
      }
      int count = poisson(rate, random);
      if (count > LARGEST_COUNT) {
        return false;
      }
      counts[prop.ordinal()] = count;
    }
    today.add(
        new PlayerMatch(
            day * 10L + Math.min(team, opponent),
            date,
            "simulated",
            player,
            "Player " + player,
            position,
            team,
            "Team " + team,
            opponent,
            "Team " + opponent,
            home,
            minutes,
            counts[Prop.GOALS.ordinal()],
            counts[Prop.SHOTS.ordinal()],
            counts[Prop.CARDS.ordinal()]));
    return true;
  }

  /// Arrivals of a unit-rate process before `rate`.
  private static int poisson(double rate, RandomGenerator random) {
    int count = 0;
    for (double t = random.nextExponential(); t < rate; t += random.nextExponential()) {
      count++;
    }
    return count;
  }

  /// Every scalar of the small families, the first and the last player and opponent of the large
  /// ones (all are alike a priori), and two quantities that join parameters and data (Modrák et
  /// al., arXiv 2211.02383): they notice a posterior that ignores a part of the data.
  private static List<Quantity> quantities(PropProblem problem, ModelData data) {
    List<Quantity> quantities = new ArrayList<>();
    int k = data.props().size();
    int from = 0;
    for (Parameter parameter : problem.parameters()) {
      int size = parameter.size();
      boolean matrix = parameter.name().endsWith("_corr");
      boolean large = parameter.name().matches("(player|opponent|team)_effect");
      for (int i = 0; i < size; i++) {
        boolean judged = matrix ? i / k > i % k : !large || i < k || i >= size - k;
        if (judged) {
          int at = from + i;
          quantities.add(
              new Quantity(
                  parameter.name(), parameter.name() + "[" + i + "]", values -> values[at]));
        }
      }
      from += size;
    }
    ReadableModel readable = new ReadableModel(data, problem.parameters());
    quantities.add(new Quantity("log_likelihood", "log_likelihood", readable::logLikelihood));
    quantities.add(new Quantity("lp", "lp", readable::logDensity));
    return quantities;
  }
}
