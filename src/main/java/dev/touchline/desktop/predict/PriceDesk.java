/// A version opened for the panel: the posterior cache, the names, the players' matches.
package dev.touchline.desktop.predict;

import dev.touchline.data.RowQuery;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.NameIndex;
import dev.touchline.football.Player;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import dev.touchline.predict.PropPrediction;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.PriceAnswer;
import dev.touchline.work.PriceRequest;
import dev.touchline.work.Pricer;
import dev.touchline.work.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opened on a background thread, asked on the screen's: an answer takes a fraction of a frame.
final class PriceDesk implements AutoCloseable {
  private static final int SAMPLES = 1000;
  private static final int RECENT = 12;
  private static final int SUGGESTIONS = 5;

  private final String version;
  private final Pricer pricer;
  private final ModelMetadata metadata;
  private final Map<Long, List<PlayerMatch>> matches = new HashMap<>();
  private final Map<Long, Integer> teamMatches = new HashMap<>();
  private final Map<Long, Suggestion> playersById = new LinkedHashMap<>();
  private final Map<Long, Suggestion> opponentsById = new LinkedHashMap<>();
  private final NameIndex<Suggestion> players;
  private final NameIndex<Suggestion> opponents;
  private final Map<Long, Position> positions = new HashMap<>();

  private record TeamMatch(long match, long team) {}

  private PriceDesk(String version, Pricer pricer, List<PlayerMatch> rows) {
    this.version = version;
    this.pricer = pricer;
    metadata = pricer.predictor().metadata();
    Set<TeamMatch> counted = new HashSet<>();
    for (PlayerMatch row : rows) {
      matches.computeIfAbsent(row.playerId(), id -> new ArrayList<>()).add(row);
      if (counted.add(new TeamMatch(row.matchId(), row.teamId()))) {
        teamMatches.merge(row.teamId(), 1, Integer::sum);
      }
    }
    for (Player player : pricer.players()) {
      positions.put(player.id(), player.position());
      playersById.put(player.id(), suggestion(player));
    }
    players = new NameIndex<>(List.copyOf(playersById.values()), Suggestion::name);
    for (Team team : pricer.opponents()) {
      int played = teamMatches.getOrDefault(team.id(), 0);
      opponentsById.put(team.id(), new Suggestion(team.id(), team.name(), matches(played)));
    }
    opponents = new NameIndex<>(List.copyOf(opponentsById.values()), Suggestion::name);
  }

  /// Opens a version.
  static PriceDesk open(Workspace workspace, String version) {
    Pricer pricer = Pricer.open(workspace, version, SAMPLES);
    return new PriceDesk(
        version,
        pricer,
        workspace
            .rows()
            .rows(new RowQuery(null, null, pricer.predictor().metadata().competitions())));
  }

  private Suggestion suggestion(Player player) {
    List<PlayerMatch> played = matches.getOrDefault(player.id(), List.of());
    String team = played.isEmpty() ? "" : played.getLast().teamName() + " · ";
    return new Suggestion(
        player.id(), player.name(), player.position() + " · " + team + matches(played.size()));
  }

  private static String matches(int number) {
    return number == 1 ? "1 match" : number + " matches";
  }

  String version() {
    return version;
  }

  List<Prop> props() {
    return metadata.props();
  }

  FeatureScale features() {
    return metadata.features();
  }

  List<Suggestion> players(String typed) {
    return players.search(typed, SUGGESTIONS).stream().map(NameIndex.Match::item).toList();
  }

  List<Suggestion> opponents(String typed) {
    return opponents.search(typed, SUGGESTIONS).stream().map(NameIndex.Match::item).toList();
  }

  @Nullable Suggestion player(long id) {
    return playersById.get(id);
  }

  @Nullable Suggestion opponent(long id) {
    return opponentsById.get(id);
  }

  /// Whether the version has effects of own teams.
  boolean asksForTeam() {
    return metadata.variant().teamEffects();
  }

  /// The name of a player's last team, empty where the version does not ask for it.
  String lastTeam(long player) {
    Team team = pricer.team(player);
    return team == null ? "" : team.name();
  }

  /// Players for a first look: those with the most matches.
  List<Suggestion> firstPlayers() {
    return matches.entrySet().stream()
        .filter(entry -> positions.containsKey(entry.getKey()))
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .limit(SUGGESTIONS)
        .map(entry -> playersById.get(entry.getKey()))
        .filter(Objects::nonNull)
        .toList();
  }

  @Nullable Position position(long player) {
    return positions.get(player);
  }

  Map<String, Double> form(long player, @Nullable Position position) {
    return pricer.form(player, position);
  }

  /// The latest matches, newest first.
  List<RecentMatch> recent(long player) {
    List<PlayerMatch> all = matches.getOrDefault(player, List.of());
    return all.subList(Math.max(0, all.size() - RECENT), all.size()).reversed().stream()
        .map(RecentMatch::of)
        .toList();
  }

  Priced price(PriceRequest request) {
    return shown(pricer.price(request), request);
  }

  private Priced shown(PriceAnswer answer, PriceRequest request) {
    Map<Prop, Priced.PricedProp> props = new EnumMap<>(Prop.class);
    for (Map.Entry<Prop, PropPrediction> entry : answer.prediction().props().entrySet()) {
      PropPrediction p = entry.getValue();
      props.put(entry.getKey(), new Priced.PricedProp(p, parts(p, answer.position())));
    }
    boolean player = answer.prediction().playerKnown();
    boolean opponent = answer.prediction().opponentKnown();
    Team team = answer.team();
    return new Priced(
        version,
        "%s%s %s %s, %s%.0f minutes"
            .formatted(
                answer.playerName(),
                team == null ? "" : " of " + team.name(),
                request.home() ? "at home against" : "away against",
                answer.opponentName(),
                answer.minutes() == null ? "" : "expected ",
                answer.prediction().request().minutes()),
        answer.playerName(),
        answer.understood(),
        answer.opponentName(),
        answer.prediction().request().minutes(),
        request.interval(),
        known(answer, player, opponent),
        player,
        opponent,
        player && opponent && (team == null || answer.prediction().teamKnown()),
        pricer.predictor().warnings(),
        props,
        answer.microseconds(),
        pricer.predictor().samples());
  }

  private String known(PriceAnswer answer, boolean player, boolean opponent) {
    String first =
        player
            ? "Known player, " + matches(matches.getOrDefault(answer.playerId(), List.of()).size())
            : "Unknown player: average "
                + (answer.position().isEmpty() ? "of all positions" : answer.position())
                + ", wider interval";
    String second =
        opponent
            ? "known opponent, " + matches(teamMatches.getOrDefault(answer.opponentId(), 0))
            : "unknown opponent: the average one, wider interval";
    Team team = answer.team();
    String third =
        team == null
            ? ""
            : answer.prediction().teamKnown()
                ? "; team " + team.name()
                : "; unknown team: the average one, wider interval";
    return first + "; " + second + third + ".";
  }

  /// The features count as one step: form. The last step, spread, leads from the exponential of the
  /// mean log rate, to which contributions add up, to the mean rate that the card shows; by
  /// Jensen's inequality it raises, the more so the less is known.
  private static List<Priced.Part> parts(PropPrediction prediction, String position) {
    Map<String, Double> why = prediction.why();
    List<Priced.Part> parts = new ArrayList<>();
    double form = 0;
    for (Map.Entry<String, Double> entry : why.entrySet()) {
      if (entry.getKey().startsWith("feature:")) {
        form += entry.getValue();
      } else if (!entry.getKey().equals("minutes")) {
        String name = Character.toUpperCase(entry.getKey().charAt(0)) + entry.getKey().substring(1);
        parts.add(
            new Priced.Part(
                entry.getKey().equals("position") && !position.isEmpty()
                    ? name + " " + position
                    : name,
                entry.getValue()));
      }
    }
    parts.add(new Priced.Part("Form", form));
    parts.add(new Priced.Part("Minutes", why.getOrDefault("minutes", 0.0)));
    double level = parts.stream().mapToDouble(Priced.Part::log).sum();
    double spread = Math.log(prediction.mean()) - level;
    if (!Double.isFinite(spread)) {
      return List.of(); // nothing to explain in no minutes
    }
    parts.add(new Priced.Part("Spread", spread));
    return parts;
  }

  @Override
  public void close() {
    pricer.close();
  }
}
