/// Files that are damaged or meant to harm: a report, the good rows in, nothing half-imported.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {
  private static final String CSV_ROW = "1,2020-01-01,cup,%d,P,DEF,1,Ones,2,Twos,1,90,0,1,0\n";
  private static final String EVENTS = "events/101.json";

  @TempDir Path folder = Path.of("");
  private final EventData data = new EventData();

  @AfterEach
  void close() {
    data.close();
  }

  private static byte[] csv(long player) {
    return (RowStoreContract.HEADER + "\n" + CSV_ROW.formatted(player))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void namesThatLeadOutOfAnArchiveAreRefused() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    int player = 1;
    for (String name :
        List.of(
            "../up.csv", "/root.csv", "a/../../b.csv", "C:/c.csv", "a\\..\\d.csv", "good.csv")) {
      entries.put(name, csv(player++));
    }
    ImportReport report = data.imported(EventData.zip(folder.resolve("t.zip"), entries));
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.rejected())
        .hasSize(5)
        .allMatch(one -> one.reason().equals("The file has a name that leads out of its archive."));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("t.zip"));
    }
  }

  @Test
  void anEntryThatUnpacksTooFarIsRefusedAndTheOthersAreTaken() throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) '\n');
    try (OutputStream out = Files.newOutputStream(bomb);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("bomb.json", "bomb.csv")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("csv") ? csv(8) : "[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 300; i++) {
          zip.write(megabyte);
        }
      }
      zip.putNextEntry(new ZipEntry("good.csv"));
      zip.write(csv(9));
    }
    assertThat(Files.size(bomb)).isLessThan(2_000_000);
    ImportReport report = data.imported(bomb);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.rejected())
        .extracting(Rejection::file)
        .containsExactlyInAnyOrder("bomb.zip!bomb.json", "bomb.zip!bomb.csv");
    assertThat(report.rejected())
        .allMatch(one -> one.reason().matches(".*(unpacks to more|is longer) than .*"));
  }

  @Test
  void brokenArchivesInAFolderDoNotStopTheRest() throws IOException {
    Path good = EventData.zip(folder.resolve("good.zip"), Map.of("a.csv", csv(1)));
    byte[] bytes = Files.readAllBytes(good);
    Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    ImportReport report = data.imported(folder);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.rejected())
        .singleElement()
        .matches(
            one -> one.file().equals("cut.zip") && one.reason().contains("cannot be unpacked"));
  }

  @Test
  void encodingsMarksAndLineEndings() throws IOException {
    Path marked = EventData.copied("statsbomb", folder.resolve("marked"));
    Path events = marked.resolve(EVENTS);
    String text = Files.readString(events);
    Files.writeString(events, "\uFEFF" + text.replace("\n", "\r\n"));
    assertThat(data.imported(marked).added()).isEqualTo(49);
    for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
      Path layout = EventData.copied("statsbomb", folder.resolve(charset.name()));
      Files.write(layout.resolve(EVENTS), text.getBytes(charset));
      assertThat(data.imported(layout).rejected())
          .singleElement()
          .matches(one -> one.file().equals(EVENTS) && one.reason().contains("not valid UTF-8"));
    }
  }

  @Test
  void recordsAreBoundedInLengthAndDepth() throws IOException {
    String text = Files.readString(EventData.of("statsbomb").resolve(EVENTS));
    String record = text.lines().skip(3).findFirst().orElseThrow();
    Map<String, String> wrongs =
        Map.of(
            "x".repeat(10_000_000),
            "longer than",
            "\\\"".repeat(2_000_000),
            "longer than",
            "y\", \"z\": " + "[".repeat(100) + "]".repeat(100) + ", \"w\": \"",
            "JSON");
    int number = 0;
    for (Map.Entry<String, String> wrong : wrongs.entrySet()) {
      Path layout = EventData.copied("statsbomb", folder.resolve("w" + number++));
      String longer = record.replaceFirst("\\{", "{\"note\": \"@\", ").replace("@", wrong.getKey());
      Files.writeString(layout.resolve(EVENTS), text.replace(record, longer));
      try (EventData fresh = new EventData()) {
        ImportReport report = fresh.imported(layout);
        assertThat(report.rejected()).hasSize(1);
        assertThat(report.rejected().getFirst().reason())
            .contains(wrong.getValue())
            .hasSizeLessThan(400);
        assertThat(fresh.rows(101)).isEmpty();
        assertThat(fresh.rows(102)).hasSize(24);
      }
    }
  }

  @Test
  void longLinesOfCsvAreOneRejection() throws IOException {
    Path file = folder.resolve("long.csv");
    Files.writeString(
        file,
        RowStoreContract.HEADER
            + "\n"
            + CSV_ROW.formatted(1)
            + CSV_ROW.formatted(2).replace(",P,", "," + "P".repeat(10_000_000) + ",")
            + CSV_ROW.formatted(3));
    ImportReport report = data.imported(file);
    assertThat(report.added()).isEqualTo(2);
    assertThat(report.rejected())
        .singleElement()
        .matches(one -> one.line() == 3 && one.reason().length() < 200);
  }

  @Test
  void rubbishIsListedOnlySoFar() throws IOException {
    Path file = folder.resolve("rubbish.csv");
    String wrong = CSV_ROW.formatted(5).replace(",90,", ",\u001B[2J,");
    Files.writeString(
        file, RowStoreContract.HEADER + "\n" + wrong.repeat(12_000) + CSV_ROW.formatted(6));
    ImportReport report = data.imported(file);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.rejected()).hasSize(FileImport.MOST_REJECTIONS);
    assertThat(report.rejected().getFirst().reason())
        .isEqualTo("minutes: \"?[2J\" is not a whole number.");
    assertThat(report.notes()).anyMatch(note -> note.endsWith("2,000 more are not."));
  }

  @Test
  void valuesOfCsvThatAreNoNumbersCostTheirLineOnly() throws IOException {
    List<String> values = List.of("NaN", "1e400", "Infinity", "9".repeat(400), "0x10", "-1", "١");
    StringBuilder text = new StringBuilder("\uFEFF" + RowStoreContract.HEADER + "\r\n");
    long player = 1;
    for (String value : values) {
      text.append(CSV_ROW.formatted(player++).replace(",1,0\n", "," + value + ",0\r\n"));
    }
    text.append(CSV_ROW.formatted(player).replace(",P,", ",\"P, \"\"Q\"\"\","));
    Path file = Files.writeString(folder.resolve("numbers.csv"), text);
    ImportReport report = data.imported(file);
    assertThat(report.rejected())
        .hasSize(values.size())
        .allMatch(one -> one.column().equals("shots") && one.reason().length() < 200);
    assertThat(data.rows(1)).singleElement().matches(row -> row.playerName().equals("P, \"Q\""));
  }

  @Test
  void anArchiveInAnArchiveCannotUnpackTooFarEither() throws IOException {
    byte[] zeros = new byte[64 << 20];
    Path inner = EventData.zip(folder.resolve("inner"), Map.of("events.csv", zeros));
    Path outer =
        EventData.zip(
            folder.resolve("outer.zip"),
            Map.of("inner.zip", Files.readAllBytes(inner), "good.csv", csv(1)));
    ImportReport report = data.imported(outer);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.rejected())
        .singleElement()
        .matches(one -> one.file().equals("outer.zip!inner.zip!events.csv"));
  }

  @Test
  void damagedArchivesAreFaultsOrReports() throws IOException {
    Random random = new Random(3);
    Path zip = EventData.zip(folder.resolve("all.zip"), EventData.entries(EventData.ROOT));
    byte[] whole = Files.readAllBytes(zip);
    Path damaged = folder.resolve("damaged.zip");
    for (int round = 0; round < 150; round++) {
      byte[] bytes = whole.clone();
      for (int change = 1 + random.nextInt(3); change > 0; change--) {
        // Half of the changes hit the directory at the end, which says what there is and how large.
        int from = random.nextBoolean() ? 0 : bytes.length - 1_000;
        bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
      }
      Files.write(damaged, bytes);
      try {
        data.imported(damaged);
      } catch (Fault fault) {
        assertThat(fault.kind()).isIn(Fault.Kind.STORAGE, Fault.Kind.DATA);
      }
    }
    assertThat(data.rows(101)).hasSize(25);
    assertThat(data.rows(102)).hasSize(24);
    assertThat(data.rows(201)).hasSize(25);
    assertThat(data.rows(302)).hasSize(25);
  }

  @Test
  void whateverBytesChangeAMatchIsWholeOrAbsent() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      boolean first = round % 2 == 0;
      Path layout = EventData.copied(first ? "statsbomb" : "wyscout", folder.resolve("r" + round));
      for (Map.Entry<String, byte[]> file : EventData.entries(layout).entrySet()) {
        byte[] bytes = file.getValue();
        for (int change = random.nextInt(3); change > 0; change--) {
          int at = random.nextInt(bytes.length);
          switch (random.nextInt(3)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            default -> bytes = Arrays.copyOf(bytes, at + 1);
          }
        }
        Files.write(layout.resolve(file.getKey()), bytes);
      }
      try (EventData fresh = new EventData()) {
        ImportReport report;
        try {
          report = fresh.imported(layout);
        } catch (Fault nothing) {
          assertThat(nothing.kind()).isEqualTo(Fault.Kind.DATA);
          continue;
        }
        assertThat(report.added()).isEqualTo(fresh.store.rows(RowQuery.ALL).size());
        long[] matches = first ? new long[] {101, 102} : new long[] {201, 202};
        for (long match : matches) {
          int rows = fresh.rows(match).size();
          assertThat(rows == 0 || rows >= 22).as("round %d match %d", round, match).isTrue();
        }
        ImportReport again = fresh.imported(layout);
        assertThat(again.added() + again.updated()).as("round %d", round).isZero();
        assertThat(again.rejected()).isEqualTo(report.rejected());
      }
    }
  }
}
