/// The Predict panel's presenter on the sample tournament, without a toolkit.
package dev.touchline.desktop.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.ImportProgress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServedHome.class)
class PredictPresenterTest {
  private static final String NAME = "Bartek Pioka";

  private final PredictModel model = new PredictModel();
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private PredictPresenter open(Workspace workspace) {
    var presenter =
        new PredictPresenter(model, workspace, new Background(Runnable::run, Runnable::run));
    presenter.refresh();
    return presenter;
  }

  /// Background work waits until [#work].
  private PredictPresenter openLater(Workspace workspace) {
    return new PredictPresenter(model, workspace, new Background(waiting::add, Runnable::run));
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private Priced answer() {
    return Objects.requireNonNull(model.answer.get(), () -> "no answer: " + model.problem.get());
  }

  private Priced.PricedProp shots() {
    return Objects.requireNonNull(answer().props().get(Prop.SHOTS));
  }

  private static double spread(Priced.PricedProp p) {
    return p.high() / p.low();
  }

  @Test
  void withoutAServedVersionNothingIsReadyAndNothingIsWrong(@TempDir Path folder) {
    try (var bare = new Workspace(new Home(folder), DatabaseAddress.of(null, folder))) {
      open(bare);
      assertThat(model.ready.get()).isFalse();
      assertThat(model.opening.get()).isFalse();
      assertThat(model.message.get()).isEqualTo(Message.NONE);
    }
  }

  @Test
  void aNameIsAnsweredForEveryProp(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    model.opponent.set("Ysmark");
    assertThat(answer().props()).containsOnlyKeys(Prop.values());
    assertThat(answer().good()).isTrue();
    answer()
        .props()
        .forEach(
            (prop, p) -> {
              assertThat(p.mean()).as(prop.key()).isBetween(p.low(), p.high());
              assertThat(Arrays.stream(p.pmf()).sum()).isCloseTo(1, within(1e-3));
              assertThat(p.predictiveLow()).isLessThanOrEqualTo((int) Math.ceil(p.mean()));
              assertThat(p.predictiveHigh()).isGreaterThanOrEqualTo((int) p.mean());
              assertThat(p.over(0.5)).isCloseTo(1 - p.pmf()[0], within(1e-9));
              assertThat(p.over(1.5)).isLessThan(p.over(0.5));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"bartek pioka", "PIOKA bartek", "b pioka", "bart pio", "Bartek Poika"})
  void namesTypedInAHurryFindHim(String typed, Workspace workspace) {
    open(workspace);
    model.player.set(typed);
    assertThat(model.players.getFirst().name()).isEqualTo(NAME);
    assertThat(answer().player()).isEqualTo(NAME);
  }

  @Test
  void aNameLikeNobodysIsSaidAndNotAnswered(Workspace workspace) {
    open(workspace);
    model.player.set("qqqqqq");
    assertThat(model.answer.get()).isNull();
    assertThat(model.problem.get()).contains("qqqqqq");
  }

  @Test
  void anOpponentLikeNoneIsSaidAlthoughTheAverageOneAnswers(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    model.opponent.set("qqqqqq");
    assertThat(answer().known()).contains("unknown opponent");
    assertThat(answer().good()).isFalse();
    assertThat(model.problem.get()).contains("qqqqqq");
    model.opponent.set("");
    assertThat(answer().known()).contains("unknown opponent");
    assertThat(model.problem.get()).isEmpty();
  }

  @Test
  void minutesCountAndWrongOnesAreSaid(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    model.minutes.set("80");
    model.minutes.set("90");
    double whole = shots().mean();
    model.minutes.set("45");
    assertThat(shots().mean()).isLessThan(0.7 * whole);
    for (String wrong : List.of("", "121", "-1", "ninety", "NaN")) {
      model.minutes.set(wrong);
      assertThat(model.answer.get()).as(wrong).isNull();
      assertThat(model.problem.get()).contains("\"" + wrong + "\"");
    }
    model.minutes.set("90");
    assertThat(shots().mean()).isEqualTo(whole);
    assertThat(model.problem.get()).isEmpty();
  }

  @Test
  void aNarrowerMassGivesANarrowerIntervalAndThePinSaysWhich(Workspace workspace) {
    PredictPresenter presenter = open(workspace);
    model.player.set(NAME);
    Priced wide = answer();
    presenter.pin();
    presenter.pin();
    model.interval.set(0.8);
    presenter.pin();
    assertThat(shots().low()).isGreaterThan(wide.props().get(Prop.SHOTS).low());
    assertThat(shots().high()).isLessThan(wide.props().get(Prop.SHOTS).high());
    assertThat(model.pinned).extracting(Priced::interval).containsExactly(0.95, 0.8);
    presenter.unpin(wide);
    assertThat(model.pinned).containsExactly(answer());
  }

  @Test
  void anUnknownPlayerIsSaidAndLessCertain(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    model.opponent.set("Ysmark");
    double known = spread(shots());
    model.newcomer.set(true);
    model.position.set(Position.FWD);
    assertThat(answer().known()).contains("Unknown player");
    assertThat(answer().good()).isFalse();
    assertThat(spread(shots())).isGreaterThan(known);
    assertThat(model.recent).isEmpty();
  }

  @Test
  void aNewcomerOfAnyPositionShowsTheFeaturesThatAreUsed(Workspace workspace) {
    open(workspace);
    model.newcomer.set(true);
    Priced untouched = answer();
    FeatureField first = model.features.get(1);
    String form = first.text.get();
    // The same number with another zero counts as edited, so that it is sent.
    first.text.set(form + "0");
    assertThat(shots().mean())
        .isCloseTo(untouched.props().get(Prop.SHOTS).mean(), within(1e-3 * shots().mean()));
  }

  @Test
  void featuresComeFromFormAndGoBackToIt(Workspace workspace) {
    PredictPresenter presenter = open(workspace);
    model.player.set(NAME);
    double before = shots().mean();
    FeatureField feature = model.features.get(1);
    assertThat(feature.name).isEqualTo("form_shots");
    String form = feature.text.get();
    feature.text.set("9");
    assertThat(shots().mean()).isNotEqualTo(before);
    feature.text.set("many");
    assertThat(model.answer.get()).isNull();
    assertThat(model.problem.get()).contains("many");
    presenter.backToForm();
    assertThat(feature.text.get()).isEqualTo(form);
    assertThat(shots().mean()).isEqualTo(before);
  }

  @Test
  void whyAddsUpToTheMean(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    answer()
        .props()
        .forEach(
            (prop, p) -> {
              assertThat(p.why())
                  .extracting(Priced.Part::name)
                  .containsExactly(
                      "League",
                      "Home",
                      "Position MID",
                      "Player",
                      "Opponent",
                      "Form",
                      "Minutes",
                      "Spread");
              double sum = p.why().stream().mapToDouble(Priced.Part::log).sum();
              assertThat(Math.exp(sum)).as(prop.key()).isCloseTo(p.mean(), within(1e-9));
              // The mean of an uncertain rate lies above the exponential of its mean log.
              assertThat(p.why().getLast().log()).as(prop.key()).isPositive();
            });
  }

  @Test
  void minutesAreThoseExpectedUntilTheyAreTyped(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    assertThat(model.minutesExpected.get()).isTrue();
    assertThat(answer().title()).contains("expected");
    assertThat(model.minutes.get()).isEqualTo("" + Math.round(answer().minutes()));
    double expected = shots().mean();
    model.minutes.set("90");
    assertThat(model.minutesExpected.get()).isFalse();
    assertThat(answer().title()).contains("90 minutes").doesNotContain("expected");
    assertThat(shots().mean()).isGreaterThan(expected);
    model.minutesExpected.set(true);
    assertThat(shots().mean()).isEqualTo(expected);
  }

  @Test
  void theTeamIsHisLastOneUntilAnotherIsNamed(Workspace workspace) {
    PredictPresenter presenter = open(workspace);
    assertThat(model.teamAsked.get()).isFalse();
    model.player.set(NAME);
    assertThat(answer().known()).doesNotContain("team");
    workspace.models().serve("teams");
    presenter.refresh();
    assertThat(model.teamAsked.get()).isTrue();
    String last = model.lastTeam.get();
    assertThat(last).isNotBlank();
    assertThat(answer().known()).contains("team " + last);
    double own = shots().mean();
    model.team.set(last.equals("Ysmark") ? "Belvoria" : "Ysmark");
    assertThat(shots().mean()).isNotEqualTo(own);
    assertThat(answer().title()).contains(model.team.get());
    assertThat(shots().why()).extracting(Priced.Part::name).contains("Team");
    model.team.set("qqqqqq");
    assertThat(model.problem.get()).contains("qqqqqq");
    assertThat(shots().mean()).isEqualTo(own);
    model.team.set("Ysmark");
    presenter.choosePlayer(Objects.requireNonNull(model.players.getFirst()));
    assertThat(model.team.get()).isEmpty();
  }

  @Test
  void noMinutesAreAnsweredWithNothing(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    model.minutes.set("0");
    assertThat(shots().mean()).isZero();
    assertThat(shots().over(0.5)).isZero();
    assertThat(shots().why()).isEmpty();
  }

  @Test
  void recentMatchesAreHisLatestFirst(Workspace workspace) {
    open(workspace);
    model.player.set(NAME);
    assertThat(model.recentOf.get()).isEqualTo(NAME);
    assertThat(model.recent).isNotEmpty();
    assertThat(model.recent)
        .extracting(RecentMatch::date)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void theOldVersionAnswersWhileTheNextIsOpened(Workspace workspace) {
    PredictPresenter presenter = openLater(workspace);
    presenter.refresh();
    work();
    model.player.set(NAME);
    workspace.models().serve("shots-only");
    presenter.refresh();
    model.minutes.set("60");
    assertThat(answer().version()).isEqualTo("v1");
    work();
    assertThat(answer().version()).isEqualTo("shots-only");
    assertThat(answer().props()).containsOnlyKeys(Prop.SHOTS);
    assertThat(model.minutes.get()).isEqualTo("60");
  }

  @Test
  void aVersionServedWhileAnotherIsOpenedIsNotMissed(Workspace workspace) {
    PredictPresenter presenter = openLater(workspace);
    presenter.refresh();
    Runnable opening = waiting.remove();
    opening.run();
    model.player.set(NAME);
    presenter.rowsChanged();
    workspace.models().serve("shots-only");
    presenter.refresh();
    work();
    assertThat(answer().version()).isEqualTo("shots-only");
  }

  @Test
  void anEditedFeatureAndANewcomerOutliveAReopening(Workspace workspace) {
    PredictPresenter presenter = open(workspace);
    model.newcomer.set(true);
    model.position.set(Position.FWD);
    model.features.get(1).text.set("4.5");
    double before = shots().mean();
    presenter.rowsChanged();
    assertThat(model.problem.get()).isEmpty();
    assertThat(model.features.get(1).text.get()).isEqualTo("4.5");
    assertThat(shots().mean()).isEqualTo(before);
  }

  @Test
  void ofTwoNamesakesTheChosenOneStaysChosen(Workspace workspace, @TempDir Path folder)
      throws IOException {
    Path more = folder.resolve("more.csv");
    Files.writeString(
        more,
        """
        match_id,match_date,competition,player_id,player_name,position,team_id,team_name,\
        opponent_id,opponent_name,was_home,minutes,goals,shots,cards
        990001,2018-07-20,sample-tournament,990011,Bartek Pioka,DEF,990021,Elsewhere,990022,Nowhere,1,90,0,0,0
        """);
    workspace.rows().importPaths(List.of(more), "auto", ImportProgress.NONE, () -> false);
    PredictPresenter presenter = open(workspace);
    model.player.set(NAME);
    assertThat(model.players).hasSizeGreaterThanOrEqualTo(2);
    Suggestion second = model.players.get(1);
    assertThat(second.name()).isEqualTo(NAME);
    model.offered[1].over.set("3");
    presenter.choosePlayer(second);
    // What was offered for his namesake is not offered for him.
    assertThat(model.offered[1].over.get()).isEmpty();
    double his = shots().mean();
    presenter.rowsChanged();
    assertThat(shots().mean()).isEqualTo(his);
  }

  @Test
  void aDamagedVersionIsSaidAndTheOpenOneStays(Workspace workspace) throws IOException {
    PredictPresenter presenter = open(workspace);
    model.player.set(NAME);
    Path trace = workspace.models().find("shots-only").folder().resolve("trace.nc");
    workspace.models().serve("shots-only");
    Files.writeString(trace, "no longer a trace");
    presenter.refresh();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().remedy()).isNotEmpty();
    assertThat(answer().version()).isEqualTo("v1");
    assertThat(model.opening.get()).isFalse();
  }

  @Test
  void headingsOfBatchesMayCallTheVenueByWhatItHolds(Workspace workspace) {
    PredictPresenter presenter = open(workspace);
    for (String venue : List.of("venue", "home or away", "Home/Away", "H/A")) {
      model.batch.set("player,opponent," + venue + ",minutes\nBartek Pioka,Ysmark,away,90\n");
      presenter.priceBatch();
      assertThat(model.batchRows.get())
          .singleElement()
          .satisfies(row -> assertThat(row.venue()).as(venue).isEqualTo("away"));
    }
  }

  @Test
  void aBatchAnswersEveryLineOrSaysWhatIsWrongWithIt(Workspace workspace) {
    PredictPresenter presenter = open(workspace);
    model.batch.set(
        """
        player,opponent,home,minutes
        Bartek Pioka,Ysmark,away,60
        Nobody At All,Ysmark,home,90

        Bartek Pioka,Ysmark,sideways,90
        Bartek Pioka,Ysmark,home,ninety
        bartek pioka,ysmark
        Bartek Pioka,,home,90
        """);
    presenter.priceBatch();
    List<BatchRow> rows = model.batchRows.get();
    assertThat(rows).extracting(BatchRow::line).containsExactly(2, 3, 5, 6, 7, 8);
    assertThat(rows)
        .extracting(row -> row.priced() != null)
        .containsExactly(true, false, false, false, true, true);
    assertThat(rows.get(1).note()).contains("Nobody At All");
    assertThat(rows.get(2).note()).contains("sideways");
    assertThat(rows.get(3).note()).contains("ninety");
    assertThat(rows.get(4).player()).isEqualTo(NAME);
    assertThat(rows.get(4).opponent()).isEqualTo("Ysmark");
    assertThat(rows.get(5).note()).contains("unknown opponent");
    model.player.set(NAME);
    model.opponent.set("Ysmark");
    model.venue.set(PredictModel.Venue.AWAY);
    model.minutes.set("60");
    Priced.PricedProp batched =
        Objects.requireNonNull(rows.getFirst().priced()).props().get(Prop.SHOTS);
    assertThat(batched.mean()).isEqualTo(shots().mean());
    assertThat(model.batchNote.get()).contains("6 lines").contains("3 without an answer");
    List<List<String>> table = presenter.batchTable();
    assertThat(table).hasSize(7).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.getFirst()));
  }

  @Test
  void aBatchUnderstandsAnInitialAndSaysSo(Workspace workspace) {
    PredictPresenter presenter = open(workspace);
    model.batch.set("B. Pioka,Ysmark,home\nBartek Pioka,Ysmark,home\nC. Pioka,Ysmark,home\n");
    presenter.priceBatch();
    List<BatchRow> rows = model.batchRows.get();
    assertThat(rows).extracting(BatchRow::player).containsExactly(NAME, NAME, "C. Pioka");
    assertThat(rows.get(0).note()).startsWith("\"B. Pioka\" was understood as Bartek Pioka (");
    assertThat(Objects.requireNonNull(rows.get(0).priced()).props().get(Prop.SHOTS))
        .usingRecursiveComparison()
        .isEqualTo(Objects.requireNonNull(rows.get(1).priced()).props().get(Prop.SHOTS));
    assertThat(rows.get(1).note()).isEmpty();
    assertThat(rows.get(2).priced()).isNull();
    assertThat(rows.get(2).note()).startsWith("No player is called \"C. Pioka\".");
  }

  @Test
  void aListFromASpreadsheetIsRead(Workspace workspace, @TempDir Path folder) throws IOException {
    PredictPresenter presenter = open(workspace);
    Path file = folder.resolve("list.csv");
    // A byte order mark, columns in another order, quotes around a name with a comma.
    Files.writeString(
        file,
        "\uFEFFminutes,home,opponent,player\n60,0,Ysmark,Bartek Pioka\n90,1,Ysmark,\"Pioka, Bartek\"\n");
    presenter.openBatch(file);
    presenter.priceBatch();
    List<BatchRow> rows = model.batchRows.get();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).player()).isEqualTo(NAME);
    assertThat(rows.get(0).venue()).isEqualTo("away");
    assertThat(rows.get(0).minutes()).isEqualTo("60");
    assertThat(rows.get(1).player()).isEqualTo("Pioka, Bartek");
    assertThat(rows.get(1).note()).contains("Pioka, Bartek").contains(NAME);
  }

  @Test
  void aListThatCannotBeReadIsSaid(Workspace workspace, @TempDir Path folder) {
    PredictPresenter presenter = open(workspace);
    presenter.openBatch(folder.resolve("missing.csv"));
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().text()).contains("missing.csv");
  }
}
