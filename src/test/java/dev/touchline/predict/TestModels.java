/// Small models with random draws, for tests of predictions.
package dev.touchline.predict;

import dev.touchline.football.DateSplit;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import dev.touchline.mcmc.Parameter;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.ModelVariant;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.InMemoryTrace;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Players have the ids 100, 101, …, opponents 10, 11, …; features are f0, f1, ….
public final class TestModels {
  private TestModels() {}

  /// Metadata of a model with made-up facts.
  public static ModelMetadata metadata(
      List<Prop> props, List<Position> positions, int opponents, double[] mean, double[] sd) {
    List<Player> players = new ArrayList<>();
    for (Position position : positions) {
      players.add(new Player(100 + players.size(), "Player " + players.size(), position));
    }
    return new ModelMetadata(
        ModelMetadata.FORMAT_VERSION,
        "v1.1",
        Instant.parse("2018-07-17T08:30:00Z"),
        "published",
        props.size() > 1 ? "multi_task" : "single_task",
        props,
        new DateSplit(
            LocalDate.of(2018, 6, 1), LocalDate.of(2018, 7, 5), LocalDate.of(2018, 7, 16)),
        List.of("world-cup-2018"),
        1562,
        56,
        224,
        8,
        players,
        players.stream().map(p -> 3).toList(),
        IntStream.range(0, opponents).mapToObj(o -> new Team(10 + o, "Team " + o)).toList(),
        List.of(0.08, 0.36, 0.38, 0.18),
        new FeatureScale(IntStream.range(0, mean.length).mapToObj(j -> "f" + j).toList(), mean, sd),
        4,
        2000,
        1000,
        42L,
        Map.of("target_accept", "0.8"),
        "abc",
        Map.of("touchline", "0.1.0"),
        Map.of("sample", 12.5));
  }

  /// Metadata of a model whose players' positions go round.
  public static ModelMetadata metadata(List<Prop> props, int players, int opponents, int features) {
    double[] sd = new double[features];
    Arrays.fill(sd, 1);
    return metadata(
        props,
        IntStream.range(0, players).mapToObj(p -> Position.values()[(p + 3) % 4]).toList(),
        opponents,
        new double[features],
        sd);
  }

  /// The same of another variant; own teams have the ids 20, 21, …, and players' last teams go
  /// round.
  public static ModelMetadata variant(ModelMetadata m, ModelVariant variant, int teams) {
    boolean has = variant.teamEffects();
    return new ModelMetadata(
        m.formatVersion(),
        m.version(),
        m.created(),
        m.status(),
        m.model(),
        m.props(),
        m.dates(),
        m.competitions(),
        m.rows(),
        m.matches(),
        m.validationRows(),
        m.validationMatches(),
        m.players(),
        m.playerRows(),
        m.opponents(),
        m.positionWeights(),
        m.features(),
        m.chains(),
        m.draws(),
        m.tune(),
        m.seed(),
        m.settings(),
        m.dataHash(),
        m.software(),
        m.seconds(),
        variant,
        has
            ? IntStream.range(0, teams).mapToObj(i -> new Team(20 + i, "Side " + i)).toList()
            : List.of(),
        has
            ? IntStream.range(0, m.players().size()).mapToObj(p -> 20L + p % teams).toList()
            : List.of());
  }

  /// What the trace of a model holds.
  public static TraceSchema schema(ModelMetadata metadata) {
    TraceSchema reference = reference(metadata);
    int k = metadata.props().size();
    List<Parameter> parameters = new ArrayList<>(reference.parameters());
    List<Coordinate> coordinates = new ArrayList<>(reference.coordinates());
    if (metadata.variant().freeExponent()) {
      parameters.add(new Parameter("minutes_exponent", List.of("prop"), new int[] {k}));
    }
    if (metadata.variant().teamEffects()) {
      int teams = metadata.teams().size();
      parameters.add(new Parameter("team_effect", List.of("team", "prop"), new int[] {teams, k}));
      parameters.add(new Parameter("team_sd", List.of("prop"), new int[] {k}));
      parameters.add(new Parameter("team_corr", List.of("prop", "prop_bis"), new int[] {k, k}));
      coordinates.add(
          Coordinate.ofIds(
              "team", "team", metadata.teams().stream().mapToLong(Team::id).toArray()));
    }
    return new TraceSchema(parameters, coordinates, reference.attributes());
  }

  private static TraceSchema reference(ModelMetadata metadata) {
    int k = metadata.props().size();
    int f = metadata.features().names().size();
    int players = metadata.players().size();
    int opponents = metadata.opponents().size();
    List<String> props = metadata.props().stream().map(Prop::key).toList();
    return new TraceSchema(
        List.of(
            new Parameter("alpha", List.of("prop"), new int[] {k}),
            new Parameter("home", List.of("prop"), new int[] {k}),
            new Parameter("beta", List.of("feature", "prop"), new int[] {f, k}),
            new Parameter("position_effect", List.of("position", "prop"), new int[] {4, k}),
            new Parameter("player_effect", List.of("player", "prop"), new int[] {players, k}),
            new Parameter("opponent_effect", List.of("opponent", "prop"), new int[] {opponents, k}),
            new Parameter("player_sd", List.of("prop"), new int[] {k}),
            new Parameter("opponent_sd", List.of("prop"), new int[] {k}),
            new Parameter("player_corr", List.of("prop", "prop_bis"), new int[] {k, k}),
            new Parameter("opponent_corr", List.of("prop", "prop_bis"), new int[] {k, k})),
        List.of(
            Coordinate.ofIds(
                "player", "player", metadata.players().stream().mapToLong(Player::id).toArray()),
            Coordinate.ofLabels(
                "player_name", "player", metadata.players().stream().map(Player::name).toList()),
            Coordinate.ofIds(
                "opponent",
                "opponent",
                metadata.opponents().stream().mapToLong(Team::id).toArray()),
            Coordinate.ofLabels(
                "opponent_name",
                "opponent",
                metadata.opponents().stream().map(Team::name).toList()),
            Coordinate.ofLabels("prop", "prop", props),
            Coordinate.ofLabels("prop_bis", "prop_bis", props),
            Coordinate.ofLabels("feature", "feature", metadata.features().names()),
            Coordinate.ofLabels(
                "position",
                "position",
                Arrays.stream(Position.values()).map(Position::name).toList())),
        Map.of());
  }

  /// Random draws around fixed rates; correlations of 0.3 between all props.
  public static TraceSource trace(ModelMetadata metadata, int chains, int draws, long seed) {
    TraceSchema schema = schema(metadata);
    SplittableRandom random = new SplittableRandom(seed);
    double[] level = {-2, 0.2, -1.9};
    Map<String, double[][]> values = new LinkedHashMap<>();
    int k = metadata.props().size();
    for (Parameter parameter : schema.parameters()) {
      int size = parameter.size();
      double[] centre = new double[size];
      for (int i = 0; i < size; i++) {
        centre[i] =
            switch (parameter.name()) {
              case "alpha" -> level[metadata.props().get(i).ordinal()];
              case "player_sd", "opponent_sd", "team_sd" -> 0.4;
              case "minutes_exponent" -> 0.7;
              case "player_corr", "opponent_corr", "team_corr" -> i / k == i % k ? 1 : 0.3;
              case "player_effect" -> 0.5 * random.nextGaussian();
              default -> 0.1 * random.nextGaussian();
            };
      }
      double spread = parameter.name().endsWith("corr") ? 0 : 0.08;
      double[][] all = new double[chains][draws * size];
      for (double[] chain : all) {
        for (int i = 0; i < chain.length; i++) {
          chain[i] = centre[i % size] + spread * random.nextGaussian();
        }
      }
      values.put(parameter.name(), all);
    }
    return new InMemoryTrace(schema, chains, draws, values, Map.of());
  }

  /// A request about player 100 + `player` against opponent 10 + `opponent` with features 0.1, 0.2,
  /// ….
  public static PredictionRequest request(
      ModelMetadata metadata, int player, int opponent, double minutes) {
    return new PredictionRequest(
        100 + player, 10 + opponent, player % 2 == 0, minutes, features(metadata, 0.1), null);
  }

  /// Features step, 2 step, 3 step, ….
  public static Map<String, Double> features(ModelMetadata metadata, double step) {
    Map<String, Double> features = new LinkedHashMap<>();
    for (String name : metadata.features().names()) {
      features.put(name, step * (features.size() + 1));
    }
    return features;
  }
}
