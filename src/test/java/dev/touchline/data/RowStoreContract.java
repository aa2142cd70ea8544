/// What every row store must do, whatever the database behind it.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.football.DateSplit;
import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class RowStoreContract {
  static final String HEADER = String.join(",", CsvColumns.NAMES);

  @TempDir Path folder = Path.of("");
  private RowStore store = unopened();

  /// A store without rows.
  abstract RowStore open();

  private static RowStore unopened() {
    return new Databases().open(DatabaseAddress.of("jdbc:h2:mem:", Path.of("")));
  }

  @BeforeEach
  void openStore() {
    store.close();
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private ImportReport imported(Path... paths) {
    return store.importPaths(List.of(paths), "auto", ImportProgress.NONE, () -> false);
  }

  private static String line(long match, long player, String name) {
    return match + ",2020-01-01,cup," + player + "," + name + ",DEF,1,Ones,2,Twos,1,90,0,1,0";
  }

  @Test
  void givesBackWhatWasImportedInOrder() throws IOException {
    Path file =
        write(
            "a.csv",
            HEADER,
            "7,2020-01-02,cup,5,Žoë Łęg,FWD,1,Ones,2,\"Two, s\",1,90,1,3,0",
            "6,2020-01-03,cup,5,Žoë Łęg,FWD,1,Ones,2,\"Two, s\",true,45,0,0,1",
            "7,2020-01-02,cup,4,A,GKP,2,\"Two, s\",1,Ones,0,90,0,0,0",
            "7,2020-01-02,cup,3,B,MID,1,Ones,2,\"Two, s\",1,90.0,0,0,0");
    ImportReport report = imported(file);
    assertThat(report).isEqualTo(new ImportReport(1, 4, 4, 0, 0, List.of(), 2, List.of()));
    List<PlayerMatch> rows = store.rows(RowQuery.ALL);
    assertThat(rows).extracting(PlayerMatch::playerId).containsExactly(3L, 5L, 4L, 5L);
    assertThat(rows.get(1).playerName()).isEqualTo("Žoë Łęg");
    assertThat(rows.get(1).opponentName()).isEqualTo("Two, s");
    assertThat(rows.get(3).wasHome()).isTrue();

    Path copy = folder.resolve("sub/copy.csv");
    assertThat(store.export(RowQuery.ALL, copy)).isEqualTo(4);
    assertThat(imported(copy).unchanged()).isEqualTo(4);
    assertThat(Files.readAllLines(copy).get(2))
        .isEqualTo("7,2020-01-02,cup,5,Žoë Łęg,FWD,1,Ones,2,\"Two, s\",1,90,1,3,0");
  }

  @Test
  void countsWhatIsNewUpdatedAndUnchanged() throws IOException {
    imported(write("a.csv", HEADER, line(1, 1, "A"), line(1, 2, "B")));
    ImportReport second =
        imported(write("b.csv", HEADER, line(1, 1, "A"), line(1, 2, "Bb"), line(1, 3, "C")));
    assertThat(List.of(second.added(), second.updated(), second.unchanged()))
        .containsExactly(1L, 1L, 1L);
    assertThat(store.rows(RowQuery.ALL))
        .extracting(PlayerMatch::playerName)
        .containsExactly("A", "Bb", "C");
  }

  @Test
  void selectsByDateAndCompetition() throws IOException {
    imported(
        write(
            "a.csv",
            HEADER,
            line(1, 1, "A"),
            line(2, 1, "A").replace("2020-01-01", "2020-01-02"),
            line(3, 1, "A").replace("cup", "league")));
    LocalDate first = LocalDate.of(2020, 1, 1);
    assertThat(store.rows(new RowQuery(first.plusDays(1), null, List.of()))).hasSize(1);
    assertThat(store.rows(new RowQuery(null, first, List.of()))).hasSize(2);
    assertThat(store.rows(new RowQuery(first, first, List.of("league")))).hasSize(1);
    assertThat(store.rows(new RowQuery(null, null, List.of("cup", "league")))).hasSize(3);
    assertThat(store.rows(new RowQuery(null, null, List.of("cup'; --")))).isEmpty();
  }

  @Test
  void takesGoodLinesAndTellsBadOnesWithLineColumnAndReason() throws IOException {
    ImportReport report =
        imported(
            write(
                "bad.csv",
                HEADER,
                line(1, 1, "A"),
                "x,01.02.2020,,0,,GK,1,Ones,1,Ones,maybe,0,-1,1.5,",
                line(1, 1, "A"),
                line(1, 2, "B").replace("2020-01-01", "2020-01-05"),
                line(1, 3, "C").replace("Ones,2,", "Ones,3,"),
                line(1, 4, "D") + ",9",
                line(1, 5, "E").replace(",90,", ",151,"),
                line(1, 6, "F")));
    assertThat(report.read()).isEqualTo(8);
    assertThat(report.added()).isEqualTo(2);
    assertThat(report.rejected().stream().filter(r -> r.line() == 3))
        .extracting(Rejection::column)
        .containsExactly(
            "match_id",
            "match_date",
            "competition",
            "player_id",
            "player_name",
            "position",
            "was_home",
            "minutes",
            "goals",
            "shots",
            "cards");
    assertThat(report.rejected())
        .contains(
            new Rejection("bad.csv", 3, "match_id", "match_id: \"x\" is not a whole number."),
            new Rejection(
                "bad.csv", 3, "position", "position: \"GK\" is not GKP, DEF, MID or FWD."),
            new Rejection(
                "bad.csv",
                4,
                "player_id",
                "player_id: player 1 stands twice in match 1, first in line 2."),
            new Rejection(
                "bad.csv",
                5,
                "match_date",
                "match_date: match 1 is on 2020-01-01 in line 2, not on 2020-01-05."),
            new Rejection("bad.csv", 7, "", "The line has 16 fields, the header has 15."),
            new Rejection("bad.csv", 8, "minutes", "minutes: 151 is not between 1 and 150."));
    assertThat(report.rejected()).anyMatch(r -> r.line() == 6 && r.column().equals("team_id"));
  }

  @Test
  void refusesWholeFilesThatAreNotPlayerMatchCsv() throws IOException {
    Path missing =
        write("missing.csv", HEADER.replace("player_id,", "").replace(",cards", ""), "1,90");
    Path foreign = write("foreign.csv", "Spieler;Tore;minutes;Verein", "A;1;90;B");
    Path latin = folder.resolve("latin.csv");
    Files.write(
        latin,
        (HEADER + "\n" + line(1, 1, "A") + "\n" + line(1, 2, "Özil") + "\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Path quotes = write("quotes.csv", HEADER, line(1, 1, "A"), line(1, 2, "\"B\"x"));
    Path good = write("good.csv", HEADER, line(5, 1, "A"));
    ImportReport report = imported(missing, foreign, latin, empty, quotes, good);
    assertThat(report.files()).isEqualTo(6);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.rejected()).allMatch(r -> r.line() == 0);
    assertThat(report.rejected())
        .filteredOn(r -> r.file().equals("missing.csv"))
        .extracting(Rejection::column)
        .containsExactly("player_id", "cards");
    assertThat(report.rejected())
        .filteredOn(r -> r.file().equals("foreign.csv"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.column()).isEmpty();
              assertThat(r.reason())
                  .startsWith(
                      "The file is no player-match CSV: it has 1 of the 15 columns (minutes)")
                  .contains("separated by semicolons");
            });
    assertThat(report.rejected())
        .anyMatch(
            r -> r.file().equals("latin.csv") && r.reason().contains("not valid UTF-8 in line 3"))
        .anyMatch(r -> r.file().equals("empty.csv") && r.reason().equals("The file is empty."))
        .anyMatch(r -> r.file().equals("quotes.csv"));
    assertThat(store.rows(RowQuery.ALL)).hasSize(1);
  }

  @Test
  void readsAnyColumnOrderMarksAndSeparators() throws IOException {
    List<String> names = new ArrayList<>(CsvColumns.NAMES);
    java.util.Collections.reverse(names);
    Path file =
        write(
            "semi.csv",
            "\uFEFFxg;" + String.join(";", names).toUpperCase(java.util.Locale.ROOT),
            "0.3;0;2;1;90;1;Twos;2;Ones;1;FWD;A;1;cup;2020-01-01;1");
    ImportReport report = imported(file);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.notes())
        .anyMatch(note -> note.contains("ignored: xg"))
        .anyMatch(note -> note.contains("separated by ;"));
    assertThat(store.rows(RowQuery.ALL).getFirst().shots()).isEqualTo(2);
  }

  @Test
  void readsFoldersAndZips() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("data/season"));
    Files.writeString(inner.resolve("a.csv"), HEADER + "\n" + line(1, 1, "A") + "\n");
    Files.writeString(inner.resolve(".hidden.csv"), "junk");
    Files.writeString(inner.resolve("notes.txt"), "junk");
    try (OutputStream out = Files.newOutputStream(folder.resolve("data/b.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"x/b.csv", "__MACOSX/x/b.csv", "x/readme.md"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEADER + "\n" + line(2, 1, "B") + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    ImportReport report = imported(folder.resolve("data"));
    assertThat(report.files()).isEqualTo(2);
    assertThat(report.added()).isEqualTo(2);
    assertThat(report.rejected()).isEmpty();
  }

  @Test
  void stoppingTakesNothingOfTheFileAtHand() throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 1; i <= 5_000; i++) {
      lines.add(line(1 + i / 20, i, "P" + i));
    }
    Path first = write("1.csv", HEADER, line(900, 1, "A"));
    Path second = write("2.csv", lines.toArray(String[]::new));
    AtomicInteger heard = new AtomicInteger();
    ImportReport report =
        store.importPaths(
            List.of(first, second),
            "csv",
            (file, rows) -> heard.addAndGet(file.equals("2.csv") ? 1 : 0),
            () -> heard.get() >= 1);
    assertThat(heard.get()).isEqualTo(1);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.notes()).anyMatch(note -> note.startsWith("Stopped"));
    assertThat(store.rows(RowQuery.ALL)).hasSize(1);
  }

  @Test
  void keepsApartCompetitionsThatUseTheSameMatchId() throws IOException {
    imported(write("a.csv", HEADER, line(1, 1, "A")));
    ImportReport report =
        imported(write("b.csv", HEADER, line(1, 1, "A").replace("cup", "league")));
    assertThat(report.rejected())
        .containsExactly(
            new Rejection(
                "b.csv", 2, "match_id", "match_id: match 1 is already stored under \"cup\"."));
    assertThat(store.rows(RowQuery.ALL).getFirst().competition()).isEqualTo("cup");
  }

  @Test
  void refusesPathsAndFormatsThatMakeNoSense() throws IOException {
    Path file = write("a.csv", HEADER);
    assertThat(kindOf(folder.resolve("nowhere.csv"), "auto")).isEqualTo(Fault.Kind.DATA);
    assertThat(kindOf(Files.createDirectory(folder.resolve("bare")), "auto"))
        .isEqualTo(Fault.Kind.DATA);
    assertThat(kindOf(file, "wyscout")).isEqualTo(Fault.Kind.DATA);
    assertThat(kindOf(file, "xml")).isEqualTo(Fault.Kind.USAGE);
  }

  private Fault.Kind kindOf(Path path, String format) {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> store.importPaths(List.of(path), format, ImportProgress.NONE, () -> false));
    return fault.kind();
  }

  @Test
  void findsProblems() throws IOException {
    imported(
        write(
            "a.csv",
            HEADER,
            "1,2020-01-01,cup,1,A,DEF,1,Ones,2,Twos,1,90,2,1,3",
            "1,2020-01-01,cup,2,A,DEF,1,Ones,2,Twos,0,90,0,0,0",
            "2,2020-03-01,cup,1,Aa,MID,1,Ones,2,Twos,1,140,0,0,0",
            "3,2099-01-01,dry,1,A,MID,1,One,2,Twos,1,90,0,0,0",
            "9,2099-01-01,dry,1,A,MID,2,TWOS,1,One,1,90,0,0,0"));
    imported(
        write(
            "c.csv",
            HEADER,
            "5,2020-03-03,cup,90,Žoë Łęg,FWD,7,Sevens,2,Twos,1,90,0,0,0",
            "6,2020-03-04,cup,91,Z. Leg,FWD,7,Sevens,2,Twos,1,90,0,0,0"));
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int player = 1; player <= 30; player++) {
      lines.add(
          "4,2020-03-02,cup," + (50 + player) + ",P" + player + ",MID,1,Ones,2,Twos,1,90,3,2,0");
    }
    imported(write("b.csv", lines.toArray(String[]::new)));
    List<StoreStatus.DataProblem> problems = store.status().problems();
    assertThat(problems)
        .extracting(StoreStatus.DataProblem::check)
        .containsExactly(
            "duplicate_matches",
            "impossible_minutes",
            "too_many_starters",
            "goals_over_shots",
            "too_many_minutes",
            "incomplete_team",
            "one_team_only",
            "home_unclear",
            "many_cards",
            "two_positions",
            "two_names",
            "two_team_names",
            "future_date",
            "missing_days",
            "prop_never_occurs",
            "same_player");
    assertThat(examples("same_player"))
        .containsExactly(
            "Z. Leg (91; Sevens, 1 row) and Žoë Łęg (90; Sevens, 1 row):"
                + " one name shortens the other, in the same team");
    assertThat(examples("duplicate_matches"))
        .singleElement()
        .asString()
        .isEqualToIgnoringCase("2099-01-01: One and Twos, matches 3 and 9");
    assertThat(examples("impossible_minutes")).containsExactly("Aa in match 2: 140 minutes");
    assertThat(examples("too_many_starters"))
        .containsExactly("Ones in match 4: 30 players with 90 minutes");
    assertThat(examples("two_positions")).containsExactly("Aa (1): DEF 1 MID 3");
    assertThat(examples("missing_days"))
        .containsExactly("cup: nothing between 2020-01-01 and 2020-03-01");
    // All are counted, the first twenty listed.
    assertThat(problems)
        .filteredOn(p -> p.check().equals("goals_over_shots"))
        .singleElement()
        .matches(p -> p.count() == 31 && p.examples().size() == 20 && !p.remedy().isEmpty());
    assertThat(problems).allMatch(p -> p.count() > 0 && !p.examples().isEmpty());
  }

  @Test
  void featuresAreWrittenAsTheModelSeesThem() throws IOException {
    Path season = folder.resolve("season.csv");
    CsvExport.write(season, rows -> Rows.season(12, 3).forEach(rows));
    imported(season);
    DateSplit split = split("2020-08-01", "2020-09-20", "2020-10-20");
    DataSet data = new DataSets().load(store, split, List.of());
    Path file = folder.resolve("features.csv");
    LocalDate from = LocalDate.of(2020, 9, 21);
    long written = store.exportFeatures(new RowQuery(from, split.valEnd(), List.of()), file);
    assertThat(written).isEqualTo(data.validation().size());
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo(HEADER + "," + String.join(",", RunningForm.NAMES));
    for (int i = 0; i < data.validation().size(); i++) {
      String[] fields = lines.get(i + 1).split(",", -1);
      for (int j = 0; j < RunningForm.NAMES.size(); j++) {
        assertThat(Double.parseDouble(fields[CsvColumns.NAMES.size() + j]))
            .isEqualTo(data.validation().feature(i, j));
      }
    }
    assertThat(imported(file).unchanged()).as("read again").isEqualTo(written);
  }

  private List<String> examples(String check) {
    return store.status().problems().stream()
        .filter(problem -> problem.check().equals(check))
        .flatMap(problem -> problem.examples().stream())
        .toList();
  }

  @Test
  void importsEventDataAndHoldsItsGoalsAgainstTheScore() throws IOException {
    for (String layout : List.of("statsbomb", "wyscout")) {
      ImportReport report = imported(EventData.of(layout));
      assertThat(report.added()).as(layout).isGreaterThan(40);
      assertThat(imported(EventData.of(layout)).unchanged()).isEqualTo(report.added());
    }
    try (EventData h2 = new EventData()) {
      h2.imported(EventData.of("statsbomb"), EventData.of("wyscout"));
      assertThat(store.rows(RowQuery.ALL)).isEqualTo(h2.store.rows(RowQuery.ALL));
    }
    assertThat(examples("score_mismatch")).noneMatch(example -> example.contains(" in match 10"));
    Path changed = EventData.copied("statsbomb", folder);
    try (Stream<Path> matches = Files.walk(changed.resolve("matches"))) {
      for (Path file : matches.filter(Files::isRegularFile).toList()) {
        Files.writeString(
            file, Files.readString(file).replaceAll("\"home_score\": *\\d+", "\"home_score\": 7"));
      }
    }
    imported(changed);
    assertThat(examples("score_mismatch"))
        .filteredOn(example -> example.contains(": 7 by the score, "))
        .hasSize(2)
        .allMatch(example -> example.contains(" in match 10"));
  }

  @Test
  void manyRowsAtOnceAreTakenChangedAndTakenAgain() throws IOException {
    List<PlayerMatch> season = Rows.season(20, 5);
    Path file = folder.resolve("season.csv");
    CsvExport.write(file, rows -> season.forEach(rows));
    assertThat(imported(file).added()).isEqualTo(season.size());
    assertThat(store.rows(RowQuery.ALL)).isEqualTo(season);
    List<PlayerMatch> others = Rows.season(20, 6);
    CsvExport.write(file, rows -> others.forEach(rows));
    ImportReport changed = imported(file);
    assertThat(changed.updated()).isGreaterThan(1_000);
    assertThat(changed.added()).isZero();
    assertThat(store.rows(RowQuery.ALL)).isEqualTo(others);
    assertThat(imported(file).unchanged()).isEqualTo(season.size());
  }

  @Test
  void namesWithSignsOfTheDatabaseAreTakenAsTheyAre() throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    List<String> names = List.of("\\N", "a\\tb", "\\.", "O'Neill; DROP TABLE matches", "%s $1 ?");
    for (int i = 0; i < 300; i++) {
      lines.add(line(1 + i / 20, 1 + i, names.get(i % names.size())));
    }
    imported(write("names.csv", lines.toArray(String[]::new)));
    assertThat(store.rows(RowQuery.ALL))
        .hasSize(300)
        .allMatch(row -> row.playerName().equals(names.get((int) (row.playerId() - 1) % 5)));
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    Path file = folder.resolve("season.csv");
    CsvExport.write(file, rows -> Rows.season(40, 1).forEach(rows));
    imported(file);
    RowStore closing = store;
    var reading = new CountDownLatch(1);
    var thrown = new AtomicReference<Throwable>();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (true) {
                      closing.read(
                          RowQuery.ALL,
                          () -> RowTaker.of(row -> reading.countDown(), () -> "done"));
                    }
                  } catch (Throwable e) {
                    thrown.set(e);
                  }
                });
    reading.await();
    closing.close();
    reader.join(10_000);
    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.INTERRUPTED));
  }

  @Test
  void anEmptyStoreSaysSo() {
    StoreStatus status = store.status();
    assertThat(status.rows()).isZero();
    assertThat(status.firstDay()).isNull();
    assertThat(status.problems()).isEmpty();
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                new DataSets()
                    .load(store, split("2020-01-01", "2020-02-01", "2020-03-01"), List.of()));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
    assertThat(fault.remedy()).contains("empty");
  }

  static DateSplit split(String start, String end, String valEnd) {
    return new DateSplit(LocalDate.parse(start), LocalDate.parse(end), LocalDate.parse(valEnd));
  }

  @Test
  void importsTheWorldCup() {
    Path file = Shared.file("data/world-cup-2018.csv");
    ImportReport first = imported(file);
    assertThat(first.added()).isEqualTo(1_786);
    assertThat(first.matches()).isEqualTo(64);
    assertThat(first.rejected()).isEmpty();
    ImportReport second = imported(file);
    assertThat(List.of(second.added(), second.updated(), second.unchanged()))
        .containsExactly(0L, 0L, 1_786L);
    DataSet data =
        new DataSets().load(store, split("2018-06-01", "2018-07-05", "2018-07-16"), List.of());
    assertThat(data.training().size()).isEqualTo(1_562);
    assertThat(data.validation().size()).isEqualTo(224);
    StoreStatus status = store.status();
    assertThat(status.teams()).isEqualTo(32);
    assertThat(status.problems())
        .extracting(StoreStatus.DataProblem::check)
        .doesNotContain("too_many_minutes", "home_unclear", "missing_days", "incomplete_team");
  }
}
