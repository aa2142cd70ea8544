/// Who was on the pitch when, and what he did.
package dev.touchline.data.feed;

import dev.touchline.football.PlayerMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Collects one match and makes its rows. Minutes are nominal (see [Period]), rounded to whole
/// ones; whoever was on the pitch at all has at least one.
public final class Appearances {
  /// More players than this in one match are a fault of the file.
  public static final int MAX_PLAYERS = 120;

  private static final class Entry {
    private final long team;
    private double played;
    private double since = -1;
    private boolean appeared;
    private int goals;
    private int shots;
    private int cards;

    Entry(long team) {
      this.team = team;
    }
  }

  private final Fixture fixture;
  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Map<Long, Integer> ownGoals = new HashMap<>();

  /// @param fixture the match
  public Appearances(Fixture fixture) {
    this.fixture = fixture;
  }

  private Entry entry(long team, long player) {
    Entry entry = entries.get(player);
    if (entry == null) {
      fixture.club(team);
      if (entries.size() == MAX_PLAYERS) {
        throw new MatchRefused("it has more than " + MAX_PLAYERS + " players");
      }
      entry = new Entry(team);
      entries.put(player, entry);
    } else if (entry.team != team) {
      throw new MatchRefused("player " + player + " plays for both teams");
    }
    return entry;
  }

  /// The player steps onto the pitch; nothing happens where he stands there already.
  public void on(long team, long player, double minute) {
    Entry entry = entry(team, player);
    if (entry.since < 0) {
      entry.since = minute;
      entry.appeared = true;
    }
  }

  /// The player leaves the pitch; nothing happens where he does not stand there.
  public void off(long team, long player, double minute) {
    Entry entry = entry(team, player);
    if (entry.since >= 0) {
      entry.played += Math.max(0, Math.round(minute) - Math.round(entry.since));
      entry.since = -1;
    }
  }

  /// Whether the player was on the pitch at some time.
  public boolean appeared(long player) {
    Entry entry = entries.get(player);
    return entry != null && entry.appeared;
  }

  /// Counts a shot, and a goal where it is one.
  public void shot(long team, long player, boolean goal) {
    Entry entry = entry(team, player);
    entry.shots++;
    entry.goals += goal ? 1 : 0;
  }

  /// Counts a card: yellow, second yellow and red are one each.
  public void card(long team, long player) {
    entry(team, player).cards++;
  }

  /// Counts an own goal by a player of the team.
  public void ownGoal(long team) {
    ownGoals.merge(fixture.club(team).id(), 1, Integer::sum);
  }

  /// The result with its own goals, or null where the result is not known.
  public ReadMatch.@Nullable Score score() {
    Fixture.Goals goals = fixture.goals();
    return goals == null
        ? null
        : new ReadMatch.Score(
            goals.home(),
            goals.away(),
            ownGoals.getOrDefault(fixture.home().id(), 0),
            ownGoals.getOrDefault(fixture.away().id(), 0));
  }

  /// Players who did something without having been on the pitch, such as a booked substitute.
  public List<Long> neverOn() {
    return entries.entrySet().stream()
        .filter(entry -> !entry.getValue().appeared)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The rows of those who were on the pitch.
  ///
  /// @param end the match's last nominal minute
  /// @param people name and position of a player
  public List<PlayerMatch> rows(double end, LongFunction<Fixture.Person> people) {
    List<PlayerMatch> rows = new ArrayList<>();
    entries.forEach(
        (player, entry) -> {
          off(entry.team, player, end);
          if (!entry.appeared && entry.shots > 0) {
            throw new MatchRefused("player " + player + " shoots without being on the pitch");
          }
          if (entry.appeared) {
            rows.add(row(player, entry, people.apply(player)));
          }
        });
    return RowRules.checked(rows);
  }

  private PlayerMatch row(long player, Entry entry, Fixture.Person person) {
    boolean home = entry.team == fixture.home().id();
    Fixture.Club team = home ? fixture.home() : fixture.away();
    Fixture.Club opponent = home ? fixture.away() : fixture.home();
    return new PlayerMatch(
        fixture.matchId(),
        fixture.date(),
        fixture.competition(),
        player,
        person.name(),
        person.position(),
        team.id(),
        team.name(),
        opponent.id(),
        opponent.name(),
        home,
        (int) Math.max(1, entry.played),
        entry.goals,
        entry.shots,
        entry.cards);
  }
}
