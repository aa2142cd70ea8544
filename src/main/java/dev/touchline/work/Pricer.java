/// Answers questions about players by name from a version's posterior cache.
package dev.touchline.work;

import dev.touchline.data.Form;
import dev.touchline.data.RowQuery;
import dev.touchline.fault.Fault;
import dev.touchline.football.MinutesForecast;
import dev.touchline.football.NameIndex;
import dev.touchline.football.Player;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Team;
import dev.touchline.predict.MinutesMixture;
import dev.touchline.predict.Prediction;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A version opened for predictions. Features come from a player's form as of his last match in the
/// database. Safe for several threads.
public final class Pricer implements AutoCloseable {
  private static final double REGULAR = 90;

  private final String version;
  private final Predictor predictor;
  private final Map<Long, Player> players = new TreeMap<>();
  private final Map<Long, Team> opponents = new TreeMap<>();

  /// Each player's last team.
  private final Map<Long, Team> lastTeams = new HashMap<>();

  private final PlayerLookup lookup;
  private final NameIndex<Team> opponentNames;
  private final Form form;

  /// Players whom the model has learnt about, and those of whom the database holds rows.
  private final Set<Long> learnt = new HashSet<>();

  private final Set<Long> seen = new HashSet<>();
  private final List<String> warnings;

  private Pricer(String version, Predictor predictor, List<PlayerMatch> history) {
    this.version = version;
    this.predictor = predictor;
    ModelMetadata metadata = predictor.metadata();
    // Players and teams of the database that the model has not seen can be named too.
    Map<Long, Set<Team>> allTeams = new HashMap<>();
    for (int p = 0; p < metadata.playerTeams().size(); p++) {
      long team = metadata.playerTeams().get(p);
      metadata.teams().stream()
          .filter(one -> one.id() == team)
          .forEach(one -> opponents.put(team, one));
      lastTeams.put(metadata.players().get(p).id(), Objects.requireNonNull(opponents.get(team)));
    }
    for (PlayerMatch row : history) {
      seen.add(row.playerId());
      Team own = new Team(row.teamId(), row.teamName());
      allTeams.computeIfAbsent(row.playerId(), id -> new LinkedHashSet<>()).add(own);
      lastTeams.put(row.playerId(), own);
      players.put(row.playerId(), new Player(row.playerId(), row.playerName(), row.position()));
      opponents.put(row.teamId(), own);
      opponents.put(row.opponentId(), new Team(row.opponentId(), row.opponentName()));
    }
    for (Player player : metadata.players()) {
      learnt.add(player.id());
      players.put(player.id(), player);
    }
    metadata.opponents().forEach(team -> opponents.put(team.id(), team));
    opponentNames = new NameIndex<>(List.copyOf(opponents.values()), Team::name);
    lastTeams.forEach(
        (player, team) -> {
          Set<Team> his = allTeams.computeIfAbsent(player, id -> new LinkedHashSet<>());
          his.remove(team); // the last one last
          his.add(team);
        });
    lookup =
        new PlayerLookup(List.copyOf(players.values()), allTeams, named -> opponent(named, "team"));
    form = new Form(history);
    warnings = warnings(predictor, history);
  }

  private static List<String> warnings(Predictor predictor, List<PlayerMatch> history) {
    List<String> warnings = new ArrayList<>(predictor.warnings());
    ModelMetadata metadata = predictor.metadata();
    long rows =
        history.stream().filter(row -> metadata.dates().inTraining(row.matchDate())).count();
    if (rows < metadata.rows()) {
      warnings.add(
          ("The database holds %,d rows of the days that %s was trained on, which saw %,d: the"
                  + " form of players may lack matches.")
              .formatted(rows, metadata.version(), metadata.rows()));
    }
    return List.copyOf(warnings);
  }

  /// Opens a version with up to `samples` posterior samples.
  public static Pricer open(Workspace workspace, String version, int samples) {
    return open(workspace, version, samples, null);
  }

  /// The same with the draws of another file, such as another sampler's of the same model and rows.
  /// One whose variables, dimensions or labels are not the version's is a fault that says which.
  ///
  /// @param trace the file; null for the version's own
  public static Pricer open(
      Workspace workspace, String version, int samples, @Nullable Path trace) {
    StoredModel model = workspace.models().find(version);
    ModelMetadata metadata = workspace.models().metadata(model);
    Predictor predictor =
        Predictor.open(
            model.folder().resolve(ModelStore.METADATA),
            trace == null ? model.folder().resolve(ModelStore.TRACE) : trace,
            samples);
    return new Pricer(
        version,
        predictor,
        workspace.rows().rows(new RowQuery(null, null, metadata.competitions())));
  }

  /// The predictor itself.
  public Predictor predictor() {
    return predictor;
  }

  /// What the user should know of every answer, each one sentence.
  public List<String> warnings() {
    return warnings;
  }

  /// All players that can be named.
  public List<Player> players() {
    return List.copyOf(players.values());
  }

  /// A player's last team, the average one where nobody knows it; null where the model has no
  /// effects of own teams.
  public @Nullable Team team(long playerId) {
    return team("", new Asked(playerId, "", null), new ArrayList<>());
  }

  /// All opponents and teams that can be named.
  public List<Team> opponents() {
    return List.copyOf(opponents.values());
  }

  /// A player's form, raw features by name, as [#price] takes it; where the position is unknown,
  /// that of a newcomer, positions weighted as in training.
  public Map<String, Double> form(long playerId, @Nullable Position position) {
    return features(new Asked(playerId, "", position));
  }

  /// Answers one question. A first name is understood for an initial and the reverse, where one
  /// player fits; a name that is not known is a fault with the nearest names.
  public PriceAnswer price(PriceRequest request) {
    List<String> told = new ArrayList<>(warnings);
    Asked player = player(request);
    if (!player.understood().isEmpty()) {
      told.add(player.understood());
    }
    if (learnt.contains(player.id()) && !seen.contains(player.id())) {
      told.add(
          "The database holds no rows of %s any more: his form is a newcomer's."
              .formatted(player.name()));
    }
    Team opponent = opponent(request.opponent(), "opponent");
    Team team = team(request.team(), player, told);
    Map<String, Double> features = features(player);
    request
        .features()
        .forEach(
            (name, value) -> {
              if (!features.containsKey(name)) {
                throw unknown("feature", name, List.copyOf(features.keySet()), "features");
              }
              features.put(name, value);
            });
    PredictionRequest question =
        new PredictionRequest(
            player.id(),
            opponent.id(),
            request.home(),
            request.minutes().orElse(REGULAR),
            features,
            player.position(),
            team == null ? null : team.id());
    long begin = System.nanoTime();
    MinutesForecast minutes =
        request.minutes().isPresent() ? null : form.minutes(player.id(), player.position());
    Prediction prediction =
        minutes == null
            ? predictor.predict(question, request.interval())
            : MinutesMixture.predict(predictor, question, minutes, request.interval());
    double microseconds = (System.nanoTime() - begin) / 1e3;
    told.addAll(prediction.warnings());
    return new PriceAnswer(
        version,
        player.id(),
        player.name(),
        player.understood(),
        player.position() == null ? "" : player.position().name(),
        opponent.id(),
        opponent.name(),
        team,
        minutes,
        features,
        prediction,
        List.copyOf(told),
        microseconds);
  }

  /// Answers many questions, in their order.
  public List<PriceAnswer> priceAll(List<PriceRequest> requests) {
    return requests.stream().map(this::price).toList();
  }

  /// @param position null where nobody knows it
  /// @param understood a sentence where the name is not his as it is stored, else empty
  /// @param byTeam whether the team that was given told who is meant
  private record Asked(
      long id, String name, @Nullable Position position, String understood, boolean byTeam) {
    Asked(long id, String name, @Nullable Position position) {
      this(id, name, position, "", false);
    }
  }

  /// Form; where the position is unknown, that of a newcomer, positions weighted as in training.
  private Map<String, Double> features(Asked player) {
    Position position = player.position();
    if (position != null) {
      return new LinkedHashMap<>(form.latest(player.id(), position));
    }
    Map<String, Double> mean = new LinkedHashMap<>();
    List<Double> weights = predictor.metadata().positionWeights();
    for (Position one : Position.values()) {
      form.latest(player.id(), one)
          .forEach(
              (name, value) -> mean.merge(name, weights.get(one.ordinal()) * value, Double::sum));
    }
    return mean;
  }

  private Asked player(PriceRequest request) {
    String asked = request.player();
    if (asked == null) {
      return new Asked(PredictionRequest.NEW_PLAYER, "new player", request.position());
    }
    Long id = number(asked);
    if (id != null) {
      Player known = players.get(id);
      return known != null
          ? new Asked(id, known.name(), known.position())
          : new Asked(id, "unknown player " + id, request.position());
    }
    PlayerLookup.Found found = lookup.find(asked, request.team());
    Player known = found.player();
    return new Asked(
        known.id(), known.name(), known.position(), found.understood(), found.byTeam());
  }

  /// The own team that is asked for, else the player's last one; null where the model has no
  /// effects of own teams.
  private @Nullable Team team(String asked, Asked player, List<String> warnings) {
    if (!predictor.metadata().variant().teamEffects()) {
      if (!asked.isBlank() && !player.byTeam()) {
        warnings.add(
            "Model %s has no effects of own teams: the team changes nothing.".formatted(version));
      }
      return null;
    }
    return asked.isBlank()
        ? lastTeams.getOrDefault(
            player.id(), new Team(PredictionRequest.AVERAGE_TEAM, "the average team"))
        : opponent(asked, "team");
  }

  /// @param what opponent or team, in messages
  private Team opponent(String asked, String what) {
    if (asked.isBlank()) {
      return new Team(PredictionRequest.AVERAGE_OPPONENT, "the average opponent");
    }
    Long id = number(asked);
    if (id != null) {
      Team known = opponents.get(id);
      return known != null ? known : new Team(id, "unknown " + what + " " + id);
    }
    Optional<Team> exact = opponentNames.exact(asked);
    return exact.orElseThrow(() -> unknown(what, asked, near(opponentNames, asked), what + "s"));
  }

  static <T> List<String> near(NameIndex<T> index, String asked) {
    return index.search(asked, 5).stream().map(NameIndex.Match::name).toList();
  }

  static Fault unknown(String what, String asked, List<String> near, String list) {
    return new Fault(
        Fault.Kind.DATA,
        "No " + what + " is called \"" + asked + "\".",
        near.isEmpty()
            ? "Check the spelling, or ask by id."
            : "Did you mean " + String.join(", ", near) + "?",
        Map.of("asked", asked, "nearest", near, "among", list),
        null);
  }

  private static @Nullable Long number(String text) {
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  @Override
  public void close() {
    predictor.close();
  }
}
