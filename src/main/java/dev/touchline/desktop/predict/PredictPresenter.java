/// The Predict panel's way to the posterior cache.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.work.PriceRequest;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Answers at every change of the question; touches no node. All methods on the screen's thread.
public final class PredictPresenter implements PredictActions {
  private static final double MOST_MINUTES = 120;
  private static final String AVERAGE_TEAM = "empty: the average team";

  private final PredictModel model;
  private final Workspace workspace;
  private final Background background;
  private final Pins pins;
  private @Nullable PriceDesk desk;
  private @Nullable Suggestion player;
  private @Nullable Suggestion opponent;
  private @Nullable Suggestion team;
  private boolean filling;

  /// The ids of player and opponent that odds were offered for.
  private List<@Nullable String> offeredFor = List.of();

  private boolean closed;

  /// News that came while a version was being opened: looked at once it is open.
  private boolean servedAgain;

  private boolean rowsAgain;
  private Message openingFault = Message.NONE;

  /// A presenter; nothing is opened before the panel is first shown.
  public PredictPresenter(PredictModel model, Workspace workspace, Background background) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    pins = new Pins(model);
    model.player.subscribe(text -> playerTyped(text));
    model.opponent.subscribe(text -> opponentTyped(text));
    model.team.subscribe(text -> teamTyped(text));
    model.newcomer.subscribe(now -> newcomerChanged());
    model.position.subscribe(now -> newcomerChanged());
    model.venue.subscribe(now -> price());
    model.minutes.subscribe((before, now) -> minutesTyped());
    model.minutesExpected.subscribe(now -> price());
    model.interval.subscribe(now -> price());
    for (Prop prop : Prop.values()) {
      model.lines[prop.ordinal()].subscribe((before, now) -> model.offered[prop.ordinal()].clear());
    }
  }

  /// Opens the served version, unless it is open already; the old one answers until then.
  public void refresh() {
    if (model.opening.get()) {
      servedAgain = true;
      return;
    }
    String open = desk == null ? "" : desk.version();
    model.opening.set(true);
    background.run(() -> openServed(open), this::opened, this::openingFailed);
  }

  private Optional<PriceDesk> openServed(String open) {
    Optional<String> served = workspace.models().served();
    if (served.isEmpty() || served.get().equals(open)) {
      return Optional.empty();
    }
    return Optional.of(PriceDesk.open(workspace, served.get()));
  }

  /// Rows have come, so form may have changed: the version is opened again.
  public void rowsChanged() {
    if (model.opening.get()) {
      rowsAgain = true;
    } else if (desk != null) {
      String version = desk.version();
      model.opening.set(true);
      background.run(
          () -> Optional.of(PriceDesk.open(workspace, version)), this::opened, this::openingFailed);
    }
  }

  private void opened(Optional<PriceDesk> found) {
    model.opening.set(false);
    if (closed) {
      found.ifPresent(PriceDesk::close);
      return;
    }
    if (model.message.get().equals(openingFault)) {
      model.message.set(Message.NONE);
    }
    found.ifPresent(this::take);
    lookAgain();
  }

  /// Only one opening at a time; what came meanwhile is done now.
  private void lookAgain() {
    boolean rows = rowsAgain;
    boolean served = servedAgain;
    rowsAgain = false;
    servedAgain = false;
    if (rows) {
      rowsChanged();
    }
    if (served) {
      refresh();
    }
  }

  /// The question stays: the same player and opponent, and what was edited.
  private void take(PriceDesk fresh) {
    PriceDesk old = desk;
    desk = fresh;
    if (old != null) {
      old.close();
    }
    Suggestion before = player;
    Map<String, String> edited = new HashMap<>();
    model.features.stream()
        .filter(FeatureField::edited)
        .forEach(field -> edited.put(field.name, field.text.get()));
    showFields(fresh);
    model.version.set(fresh.version());
    model.ready.set(true);
    player = again(before, model.player.get(), fresh::player, this::namedPlayers, model.players);
    opponent =
        again(opponent, model.opponent.get(), fresh::opponent, fresh::opponents, model.opponents);
    model.teamAsked.set(fresh.asksForTeam());
    team =
        model.team.get().isBlank()
            ? null
            : again(team, model.team.get(), fresh::opponent, fresh::opponents, model.teams);
    boolean samePlayer = before != null && player != null && before.id() == player.id();
    showForm();
    if (samePlayer || model.newcomer.get()) {
      fill(
          () ->
              model.features.stream()
                  .filter(field -> edited.containsKey(field.name))
                  .forEach(field -> field.text.set(edited.get(field.name))));
    }
    price();
    pins.open(fresh);
  }

  /// Who was meant before, by id where his name stands in full, for others may share it; else the
  /// nearest name.
  private static @Nullable Suggestion again(
      @Nullable Suggestion before,
      String typed,
      LongFunction<@Nullable Suggestion> byId,
      Function<String, List<Suggestion>> byName,
      ObservableList<Suggestion> shown) {
    Suggestion same =
        before != null && before.name().equals(typed) ? byId.apply(before.id()) : null;
    shown.setAll(same != null ? List.of(same) : byName.apply(typed));
    return shown.isEmpty() || typed.isBlank() ? null : shown.getFirst();
  }

  private void showFields(PriceDesk fresh) {
    FeatureScale scale = fresh.features();
    List<FeatureField> fields = new ArrayList<>();
    for (int j = 0; j < scale.names().size(); j++) {
      var field = new FeatureField(scale.names().get(j), scale.mean()[j], scale.sd()[j]);
      field.text.subscribe(text -> price());
      fields.add(field);
    }
    model.features.setAll(fields);
  }

  private void openingFailed(Fault fault) {
    model.opening.set(false);
    openingFault = Message.of(fault);
    model.message.set(openingFault);
    lookAgain();
  }

  private void failed(Fault fault) {
    model.message.set(Message.of(fault));
  }

  private void playerTyped(String text) {
    PriceDesk now = desk;
    if (now == null || filling) {
      return;
    }
    model.players.setAll(namedPlayers(text));
    Suggestion nearest =
        text.isBlank() || model.players.isEmpty() ? null : model.players.getFirst();
    if (!Objects.equals(nearest, player)) {
      player = nearest;
      playerChanged();
    } else {
      price();
    }
  }

  /// Who types minutes wants them.
  private void minutesTyped() {
    if (!filling) {
      fill(() -> model.minutesExpected.set(false));
      price();
    }
  }

  private List<Suggestion> namedPlayers(String text) {
    PriceDesk now = desk;
    return now == null ? List.of() : text.isBlank() ? now.firstPlayers() : now.players(text);
  }

  private void opponentTyped(String text) {
    PriceDesk now = desk;
    if (now == null || filling) {
      return;
    }
    model.opponents.setAll(now.opponents(text));
    opponent = model.opponents.isEmpty() ? null : model.opponents.getFirst();
    price();
  }

  private void teamTyped(String text) {
    PriceDesk now = desk;
    if (now == null || filling) {
      return;
    }
    model.teams.setAll(text.isBlank() ? List.of() : now.opponents(text));
    team = model.teams.isEmpty() ? null : model.teams.getFirst();
    price();
  }

  @Override
  public void choosePlayer(Suggestion chosen) {
    fill(() -> model.player.set(chosen.name()));
    model.newcomer.set(false);
    model.players.setAll(List.of(chosen));
    player = chosen;
    playerChanged();
  }

  @Override
  public void chooseOpponent(Suggestion chosen) {
    fill(() -> model.opponent.set(chosen.name()));
    model.opponents.setAll(List.of(chosen));
    opponent = chosen;
    price();
  }

  @Override
  public void chooseTeam(Suggestion chosen) {
    fill(() -> model.team.set(chosen.name()));
    model.teams.setAll(List.of(chosen));
    team = chosen;
    price();
  }

  private void fill(Runnable change) {
    filling = true;
    change.run();
    filling = false;
  }

  private void newcomerChanged() {
    if (desk != null) {
      playerChanged();
    }
  }

  /// Another player: his form, his matches and his team.
  private void playerChanged() {
    team = null;
    fill(() -> model.team.set(""));
    model.teams.clear();
    showForm();
    price();
  }

  private void showForm() {
    PriceDesk now = desk;
    Suggestion asked = player;
    if (now == null) {
      return;
    }
    boolean newcomer = model.newcomer.get();
    Position position = newcomer || asked == null ? model.position.get() : now.position(asked.id());
    Map<String, Double> form =
        now.form(newcomer || asked == null ? PredictionRequest.NEW_PLAYER : asked.id(), position);
    fill(() -> model.features.forEach(field -> field.form(form.getOrDefault(field.name, 0.0))));
    model.lastTeam.set(newcomer || asked == null ? AVERAGE_TEAM : now.lastTeam(asked.id()));
    model.recentOf.set(newcomer || asked == null ? "" : asked.name());
    model.recent.setAll(newcomer || asked == null ? List.of() : now.recent(asked.id()));
  }

  @Override
  public void backToForm() {
    fill(() -> model.features.forEach(FeatureField::toForm));
    price();
  }

  /// Answers the question as it stands.
  private void price() {
    PriceDesk now = desk;
    if (now == null || filling) {
      return;
    }
    String problem = "";
    Priced answer = null;
    try {
      if (model.newcomer.get() || player != null) {
        PriceRequest asked = request();
        answer = now.price(asked);
        showMinutes(answer);
        forgetOffers(asked);
        problem =
            unknown("opponent", opponent, model.opponent.get(), "the average opponent is taken")
                + unknown("team", team, model.team.get(), "his last one is taken");
      } else {
        problem =
            model.player.get().isBlank()
                ? ""
                : "Nobody's name is like \"" + model.player.get() + "\".";
      }
    } catch (Fault fault) {
      problem = Message.of(fault).text() + " " + fault.remedy();
    }
    model.problem.set(problem);
    model.answer.set(answer);
  }

  /// Odds are offered for a player in a match.
  private void forgetOffers(PriceRequest asked) {
    List<@Nullable String> match = Arrays.asList(asked.player(), asked.opponent());
    if (!match.equals(offeredFor)) {
      offeredFor = match;
      for (OfferedOdds offered : model.offered) {
        offered.clear();
      }
    }
  }

  /// The field follows what is expected.
  private void showMinutes(Priced answer) {
    if (model.minutesExpected.get()) {
      fill(() -> model.minutes.set(Digits.fixed(answer.minutes(), 0)));
    }
  }

  /// A slip in a name must not pass for the wish for what is taken without one.
  private static String unknown(
      String what, @Nullable Suggestion found, String typed, String instead) {
    return found != null || typed.isBlank()
        ? ""
        : "No %s's name is like \"%s\"; %s.".formatted(what, typed, instead);
  }

  private PriceRequest request() {
    Suggestion asked = player;
    Map<String, Double> features = new HashMap<>();
    for (FeatureField field : model.features) {
      features.put(field.name, number(field.label(), field.value(), field.text.get()));
    }
    return new PriceRequest(
        model.newcomer.get() || asked == null ? null : Long.toString(asked.id()),
        model.newcomer.get() ? model.position.get() : null,
        opponent == null ? "" : Long.toString(opponent.id()),
        model.venue.get() == PredictModel.Venue.HOME,
        model.minutesExpected.get() ? OptionalDouble.empty() : OptionalDouble.of(minutes()),
        features,
        model.interval.get(),
        team == null || !model.teamAsked.get() ? "" : Long.toString(team.id()));
  }

  private static double number(String name, double value, String text) {
    if (!Double.isFinite(value)) {
      throw new Fault(
          Fault.Kind.USAGE,
          text.isBlank() ? name + " is empty." : name + ": \"" + text + "\" is not a number.",
          "Write a number, or go back to form.");
    }
    return value;
  }

  private double minutes() {
    String text = model.minutes.get().strip();
    double minutes;
    try {
      minutes = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      minutes = Double.NaN;
    }
    if (!(minutes >= 0 && minutes <= MOST_MINUTES)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The minutes \"" + text + "\" are not between 0 and 120.",
          "Write the minutes that he will play.");
    }
    return minutes;
  }

  @Override
  public void pin() {
    Priced answer = model.answer.get();
    if (answer != null) {
      Map<String, Double> edited = new HashMap<>();
      model.features.stream()
          .filter(FeatureField::edited)
          .forEach(field -> edited.put(field.name, field.value()));
      pins.add(answer, Pin.of(request(), edited, answer));
    }
  }

  /// The pinned questions, to be remembered.
  String pins() {
    return pins.text();
  }

  /// Pinned questions of before; they are answered once a version is open.
  void restorePins(String text) {
    pins.restore(text);
  }

  @Override
  public void unpin(Priced answer) {
    pins.remove(answer);
  }

  @Override
  public void openBatch(Path file) {
    background.run(
        () -> read(file),
        text -> {
          model.batch.set(text);
          priceBatch();
        },
        this::failed);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.DATA,
          "The list " + file + " cannot be read as text.",
          "Choose a CSV file in UTF-8 with the columns player, opponent, venue, minutes.",
          e);
    }
  }

  @Override
  public void priceBatch() {
    PriceDesk now = desk;
    if (now == null) {
      return;
    }
    String text = model.batch.get();
    var pricing = new BatchPricing(now, model.interval.get());
    model.batchNote.set("pricing…");
    long begin = System.nanoTime();
    background.run(
        () -> pricing.price(text),
        rows -> {
          model.batchRows.set(rows);
          long wrong = rows.stream().filter(row -> row.priced() == null).count();
          model.batchNote.set(
              "%s %s in %s%s"
                  .formatted(
                      Digits.whole(rows.size()),
                      rows.size() == 1 ? "line" : "lines",
                      duration(System.nanoTime() - begin),
                      wrong == 0 ? "" : ", " + wrong + " without an answer"));
        },
        fault -> {
          model.batchNote.set("");
          failed(fault);
        });
  }

  private static String duration(long nanoseconds) {
    return nanoseconds < 1_000_000_000
        ? Digits.fixed(nanoseconds / 1e6, 0) + " ms"
        : Digits.fixed(nanoseconds / 1e9, 1) + " s";
  }

  @Override
  public List<List<String>> batchTable() {
    List<List<String>> table = new ArrayList<>();
    List<String> heading =
        new ArrayList<>(List.of("line", "player", "opponent", "venue", "minutes"));
    for (Prop prop : Prop.values()) {
      String key = prop.key();
      heading.addAll(List.of(key + "_mean", key + "_low", key + "_high"));
      heading.add(key + "_over_" + model.lines[prop.ordinal()].get());
    }
    heading.add("problem");
    table.add(heading);
    for (BatchRow row : model.batchRows.get()) {
      List<String> cells =
          new ArrayList<>(
              List.of("" + row.line(), row.player(), row.opponent(), row.venue(), row.minutes()));
      for (Prop prop : Prop.values()) {
        Priced.PricedProp p = row.priced() == null ? null : row.priced().props().get(prop);
        if (p == null) {
          cells.addAll(List.of("", "", "", ""));
        } else {
          cells.addAll(
              List.of(
                  plain(p.mean()),
                  plain(p.low()),
                  plain(p.high()),
                  plain(p.over(model.lines[prop.ordinal()].get()))));
        }
      }
      cells.add(row.note());
      table.add(cells);
    }
    return table;
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  /// A player or team that the command finder may offer.
  public record Found(String name, boolean player, long id) {}

  /// Players and teams whose names fit what was typed; none before a version is open.
  public List<Found> suggest(String typed) {
    PriceDesk now = desk;
    if (now == null) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    now.players(typed).forEach(s -> found.add(new Found(s.name(), true, s.id())));
    now.opponents(typed).stream()
        .limit(2)
        .forEach(s -> found.add(new Found(s.name(), false, s.id())));
    return found;
  }

  /// Asks about what the command finder found.
  public void ask(Found found) {
    model.tab.set(PredictModel.Tab.ONE);
    Suggestion chosen = new Suggestion(found.id(), found.name(), "");
    if (found.player()) {
      choosePlayer(chosen);
    } else {
      chooseOpponent(chosen);
    }
  }

  /// Lets the version go.
  public void close() {
    closed = true;
    if (desk != null) {
      desk.close();
      desk = null;
    }
  }
}
