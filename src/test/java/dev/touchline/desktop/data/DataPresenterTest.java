/// Rows, filter, import and export of the Data panel, on a real database.
package dev.touchline.desktop.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.ImportReport;
import dev.touchline.data.Rejection;
import dev.touchline.desktop.part.Message;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPresenterTest {
  @TempDir Path home;
  private DesktopData data;
  private DataModel model;

  @BeforeEach
  void open() {
    data = new DesktopData(home).refreshed();
    model = data.model;
  }

  @AfterEach
  void close() {
    data.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  private ImportReport report() {
    ImportReport report = model.report.get();
    assertThat(report).isNotNull();
    return report;
  }

  @Test
  void aBareHomeShowsTheSampleTournament() {
    assertThat(model.count.get()).isEqualTo("1,783 of 1,783 rows");
    assertThat(model.competitions).containsExactly(DataModel.ALL, "sample-tournament");
    assertThat(model.matchesPerDay.get().values().stream().mapToInt(n -> n).sum()).isEqualTo(64);
    assertThat(model.status.get().rows()).isEqualTo(1783);
    assertThat(model.status.get().problems()).isEmpty();
    assertThat(model.source.get()).contains("touchline");
    assertThat(model.usable.get()).as("the embedded database is in use already").isFalse();
  }

  @Test
  void theFilterTakesWordsInAnyOrderWithoutAccents() {
    PlayerMatch row =
        model.shown.get().stream()
            .filter(one -> one.playerName().contains("ø"))
            .findFirst()
            .orElseThrow();
    String player = row.playerName().replace("ø", "o").replace("å", "a").toLowerCase();
    String[] names = player.split(" ");
    model.search.set(names[1] + " " + row.teamName() + " " + names[0]);
    data.settle();
    assertThat(model.shown.get()).isNotEmpty().contains(row);
    assertThat(model.shown.get()).allMatch(one -> one.playerName().equals(row.playerName()));
    model.search.set("SAMPLE tourn");
    data.settle();
    assertThat(model.shown.get()).as("by competition").hasSize(1783);
  }

  @Test
  void positionAndDaysNarrowTheRowsAndClearWidensThem() {
    LocalDate from = LocalDate.of(2018, 6, 20);
    LocalDate to = LocalDate.of(2018, 6, 21);
    model.position.set(Position.GKP);
    model.from.set(from);
    model.to.set(to);
    data.settle();
    long expected =
        data.workspace.rows().rows(new dev.touchline.data.RowQuery(from, to, List.of())).stream()
            .filter(row -> row.position() == Position.GKP)
            .count();
    assertThat(expected).isPositive();
    assertThat(model.shown.get()).hasSize((int) expected);
    assertThat(model.count.get()).isEqualTo(expected + " of 1,783 rows");
    data.presenter.clearFilter();
    data.settle();
    assertThat(model.shown.get()).hasSize(1783);
  }

  @Test
  void nothingFoundSaysWhy() {
    model.search.set("nobody of this name");
    data.settle();
    assertThat(model.shown.get()).isEmpty();
    assertThat(model.empty.get()).contains("clear the filter");
    model.search.set("");
    model.from.set(LocalDate.of(2018, 7, 1));
    model.to.set(LocalDate.of(2018, 6, 1));
    data.settle();
    assertThat(model.empty.get()).contains("2018-07-01").contains("is after");
  }

  @Test
  void theLastQuestionWinsHoweverLateAnEarlierOneIsAnswered() {
    Deque<Runnable> held = new ArrayDeque<>();
    try (var slow = new DesktopData(home.resolve("b"), address("b"), held::addLast)) {
      slow.presenter.refresh();
      while (!held.isEmpty()) {
        held.removeFirst().run();
        slow.settle();
      }
      slow.model.search.set("a");
      slow.model.search.set("nobody of this name");
      assertThat(held).hasSize(2);
      held.removeLast().run();
      held.removeLast().run();
      slow.settle();
      assertThat(slow.model.shown.get()).isEmpty();
      assertThat(slow.model.count.get()).isEqualTo("0 of 1,783 rows");
    }
  }

  private DatabaseAddress address(String name) {
    return DatabaseAddress.of(null, home.resolve(name));
  }

  @Test
  void aBrokenFileIsTakenLineByLine() throws IOException {
    Path broken =
        file(
            "broken.csv",
            DesktopData.HEADER
                + "1,2024-08-10,test,11,A. One,MID,1,Reds,2,Blues,true,90,1,2,0\n"
                + "1,2024-08-10,test,12,B. Two,WING,1,Reds,2,Blues,true,90,0,2,0\n"
                + "1,2024-13-10,test,13,C. Three,FWD,1,Reds,2,Blues,true,90,0,2,0\n"
                + "1,2024-08-10,test,14\n");
    data.imported(broken);
    assertThat(report().read()).isEqualTo(4);
    assertThat(report().added()).isEqualTo(1);
    assertThat(report().rejected()).extracting(Rejection::line).containsExactly(3L, 4L, 5L);
    assertThat(report().rejected())
        .extracting(Rejection::column)
        .containsExactly("position", "match_date", "");
    assertThat(report().rejected()).allMatch(one -> one.file().equals("broken.csv"));
    assertThat(ImportView.words(report()))
        .startsWith("▲ 4 lines read: 1 new, 0 updated, 0 unchanged, 3 rejected; 1 match.");
    assertThat(model.tab.get()).isEqualTo(Tab.REJECTED);
    assertThat(data.rowsChanged).isEqualTo(1);
    assertThat(model.count.get()).isEqualTo("1,784 of 1,784 rows");
    assertThat(model.competitions).contains("test");
    assertThat(model.status.get().problems())
        .extracting(problem -> problem.check())
        .contains("incomplete_team", "one_team_only");

    data.imported(broken);
    assertThat(report().unchanged()).isEqualTo(1);
    assertThat(report().added()).isZero();
  }

  @Test
  void aFileWithAWrongHeaderIsRefusedWholeAndNothingChanges() throws IOException {
    data.imported(file("wrong.csv", "name;goals\nA. One;2\n"));
    assertThat(report().rejected())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).contains("no player-match CSV"));
    assertThat(ImportView.words(report()))
        .isEqualTo("▲ The file was refused as a whole.\nNothing was taken.");
    assertThat(ImportView.refusedWhole(report())).isTrue();
    assertThat(model.count.get()).isEqualTo("1,783 of 1,783 rows");
  }

  @Test
  void filesThatCannotBeReadAreSaidInPlaceWithARemedy() throws IOException {
    Path zip = home.resolve("broken.zip");
    Files.write(zip, new byte[] {'P', 'K', 3, 4, 9, 9, 9});
    for (Path path :
        List.of(
            home.resolve("gone.csv"), zip, Files.createDirectories(home.resolve("no-csv-here")))) {
      data.imported(path);
      assertThat(model.importMessage.get().kind()).isEqualTo(Message.Kind.FAILED);
      assertThat(model.importMessage.get().text()).contains(path.getFileName().toString());
      assertThat(model.importMessage.get().remedy()).isNotBlank();
      assertThat(model.report.get()).isNull();
    }
    Path bytes = home.resolve("latin.csv");
    Files.write(
        bytes, (DesktopData.HEADER + "1,2024-08-10,test,11,\u00d6,MID\n").getBytes("8859_1"));
    data.imported(bytes);
    assertThat(model.importMessage.get()).isEqualTo(Message.NONE);
    assertThat(report().rejected().getFirst().reason()).contains("UTF-8");
    assertThat(model.count.get()).isEqualTo("1,783 of 1,783 rows");
  }

  @Test
  void aStoppedImportTakesNothingOfTheFileAtHand() throws IOException {
    var text = new StringBuilder(DesktopData.HEADER);
    for (int i = 1; i <= 20_000; i++) {
      text.append(i / 22 + 1).append(",2024-08-10,test,").append(i).append(",P").append(i);
      text.append(",MID,").append(i % 2 + 1).append(",T,").append(2 - i % 2).append(",U,");
      text.append(i % 2 == 0).append(",90,0,0,0\n");
    }
    data.presenter.importPaths(List.of(file("long.csv", text.toString())));
    data.presenter.stopImport();
    data.await(() -> !model.importing.get());
    assertThat(report().notes()).anyMatch(note -> note.startsWith("Stopped"));
    assertThat(model.count.get()).isEqualTo("1,783 of 1,783 rows");
  }

  @Test
  void anImportWaitsForTheTaskThatRuns() throws IOException {
    var free = new CountDownLatch(1);
    data.engine.start(
        "Training v1",
        (progress, stop) -> {
          free.await();
          return 1;
        },
        done -> {},
        fault -> {});
    assertThat(model.busy.get()).isTrue();
    data.presenter.importPaths(List.of(file("one.csv", DesktopData.HEADER)));
    assertThat(model.importing.get()).isFalse();
    assertThat(model.importMessage.get().kind()).isEqualTo(Message.Kind.CAUTION);
    data.presenter.stopImport();
    free.countDown();
    data.await(() -> !data.engine.busy());
    assertThat(model.busy.get()).isFalse();
  }

  @Test
  void theSampleComesBackAsItWas() throws IOException {
    PlayerMatch row = model.shown.get().getFirst();
    Path changed = home.resolve("changed.csv");
    data.presenter.export(changed);
    data.settle();
    String line = Files.readAllLines(changed).get(1);
    assertThat(line).contains(row.playerName());
    String other = line.substring(0, line.lastIndexOf(',')) + ",2";
    Files.writeString(changed, DesktopData.HEADER + other + "\n");
    data.imported(changed);
    assertThat(report().updated()).isEqualTo(1);
    assertThat(model.shown.get()).doesNotContain(row);
    data.presenter.loadSample();
    data.await(() -> !model.importing.get());
    assertThat(report().updated()).isEqualTo(1);
    assertThat(report().unchanged()).isEqualTo(1782);
    assertThat(model.shown.get()).contains(row);
    assertThat(data.rowsChanged).isEqualTo(2);
  }

  @Test
  void exportWritesWhatIsShown() throws IOException {
    model.search.set("bart pio");
    data.settle();
    int shown = model.shown.get().size();
    assertThat(shown).isBetween(1, 100);
    Path file = home.resolve("some.csv");
    data.presenter.export(file);
    data.settle();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.DONE);
    assertThat(model.message.get().text()).contains(shown + " rows are written");
    assertThat(Files.readAllLines(file)).hasSize(shown + 1);

    data.presenter.export(file.resolve("below-a-file.csv"));
    data.settle();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().remedy()).contains("folder");
  }

  @Test
  void aDatabaseThatGoesAwayIsSaidAndTheRowsThatWereReadStay() throws IOException {
    data.workspace.rows().close();
    data.refreshed();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().remedy()).isNotBlank();
    assertThat(model.shown.get()).hasSize(1783);
    data.imported(file("one.csv", DesktopData.HEADER));
    assertThat(model.importMessage.get().kind()).isEqualTo(Message.Kind.FAILED);
  }

  @Test
  void aSeasonOfTheRealDataComesInWhole() {
    Path england = Path.of("../shared/data/england.csv");
    Assumptions.assumeTrue(
        Files.exists(england), "skipped: the real data " + england + " are not beside the project");
    data.imported(england);
    assertThat(report().read()).isEqualTo(10_418);
    assertThat(report().rejected()).isEmpty();
    assertThat(model.competitions).contains("england");
    model.competition.set("england");
    model.search.set("ozil");
    data.settle();
    assertThat(model.shown.get()).isNotEmpty().allMatch(row -> row.playerName().contains("Özil"));
  }

  @Test
  void playersWhoMayBeOneAreJoinedOnlyByTheUser() throws IOException {
    Path rows =
        file(
            "two.csv",
            DesktopData.HEADER
                + "1,2024-08-10,test,11,Ana Silva,MID,1,Reds,2,Blues,true,90,1,2,0\n"
                + "2,2024-08-17,test,12,A. Silva,MID,1,Reds,2,Blues,true,90,0,2,0\n");
    data.imported(rows);
    assertThat(model.identities).extracting(IdentityLine::merged).containsExactly(false);
    assertThat(players()).containsExactly(11L, 12L);
    IdentityLine proposed = model.identities.getFirst();
    data.presenter.decide(proposed);
    data.settle();
    assertThat(model.identities).extracting(IdentityLine::merged).containsExactly(true);
    assertThat(model.message.get().text()).contains("12 is read as 11");
    assertThat(players()).containsExactly(11L, 11L);
    data.presenter.decide(model.identities.getFirst());
    data.settle();
    assertThat(model.identities).containsExactly(proposed);
    assertThat(players()).containsExactly(11L, 12L);
  }

  private List<Long> players() {
    return model.shown.get().stream()
        .filter(row -> row.competition().equals("test"))
        .map(PlayerMatch::playerId)
        .toList();
  }
}
