/// Languages, clocks, folders and rights that differ from the builders' own.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.touchline.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The same training and question everywhere give the same numbers.
@ExtendWith({TrainedHomes.class, Evidence.class})
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class SurroundingsTest {
  private static final String[] ASK = {
    "predict",
    "v2",
    "--player",
    "9000111",
    "--opponent",
    "90002",
    "--home",
    "--minutes",
    "90",
    "--json"
  };

  private static final String[] OTHER_ACCOUNT = {
    "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all"
  };

  /// What is there in the usual surroundings.
  private static JsonObject usual(TrainedHomes.Home home) throws Exception {
    Ended trained = home.launch().run(TrainedHomes.training("v2"));
    assertThat(trained.exit()).as(trained.said()).isZero();
    JsonObject answer = home.launch().run(ASK).json();
    assertThat(home.launch().run("models", "serve", "v1").exit()).isZero();
    assertThat(home.launch().run("models", "delete", "v2").exit()).isZero();
    return answer;
  }

  private static Ended sameHere(Launch launch, JsonObject expected) throws Exception {
    Ended trained = launch.run(TrainedHomes.training("v2"));
    assertThat(trained.exit()).as(trained.said()).isZero();
    Ended asked = launch.run(ASK);
    assertThat(asked.exit()).as(asked.said()).isZero();
    assertThat(asked.json().get("props")).isEqualTo(expected.get("props"));
    return trained;
  }

  @Test
  void anotherLanguageAndClock(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    JsonObject expected = usual(home);
    Ended there =
        sameHere(
            home.launch()
                .with("TZ", "Pacific/Apia")
                .with("LC_ALL", "tr_TR.UTF-8")
                .jvm("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Apia"),
            expected);
    table.row(
        "Turkish, and the other side of the date line",
        "language tr-TR, time zone Pacific/Apia",
        there,
        "published",
        "the same numbers, JSON with points");
  }

  @Test
  void aHomeOfOtherLetters(TrainedHomes.Home home, Evidence.Table table, @TempDir Path folder)
      throws Exception {
    JsonObject expected = usual(home);
    Path own =
        Files.createDirectories(folder.resolve("Ein Ordner, \u00c4\u00f6\u00fc \u8db3\u7403 'x'"));
    TestFolders.copy(home.path(), own);
    Ended there = sameHere(Launch.on(own).jvm("-Dsun.jnu.encoding=UTF-8"), expected);
    table.row(
        "home with blanks, quotes and letters of many scripts",
        "a folder of such a name",
        there,
        "published",
        "the same numbers");
  }

  @Test
  void aClockThatWasSetBack(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    // Versions that seem to come from the future, as after a clock was set back.
    Path metadata = home.path().resolve("models/v1/metadata.json");
    JsonObject read = JsonParser.parseString(Files.readString(metadata)).getAsJsonObject();
    String created = read.get("created").getAsString();
    Files.writeString(
        metadata,
        Files.readString(metadata).replace(created, created.replaceFirst("^20..", "2099")));
    Ended trained = home.launch().run(TrainedHomes.training("v2", "--keep", "1"));
    assertThat(trained.exit()).as(trained.said()).isZero();
    Ended listed = home.launch().run("models", "list");
    assertThat(listed.said()).contains("v2");
    table.row(
        "clock set back",
        "a version of the year 2099, then train --keep 1",
        trained,
        "published",
        "the new version is not cleared as the older one");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aHomeThatMayOnlyBeRead(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    try (SmallDisk disk = SmallDisk.of(700L << 20)) {
      TestFolders.copy(home.path(), disk.home());
      disk.readOnly(true);
      Launch there = Launch.on(disk.home());
      Ended verified = there.run("models", "verify");
      assertThat(verified.exit()).as(verified.said()).isZero();
      String[] ask = ASK.clone();
      ask[1] = "v1";
      Ended asked = there.run(ask);
      assertThat(asked.exit()).as(asked.said()).isZero();
      assertThat(asked.json().get("props")).isEqualTo(home.launch().run(ask).json().get("props"));
      for (String[] writes : new String[][] {{"models", "serve", "v1"}, {"data", "backup"}}) {
        Ended refused = there.run(writes);
        assertThat(refused.exit()).as(writes[1] + refused.said()).isEqualTo(5);
        assertThat(refused.showsStack()).as(refused.said()).isFalse();
      }
      Ended trained = there.run(TrainedHomes.training("v2"));
      assertThat(trained.exit()).as(trained.said()).isEqualTo(5);
      assertThat(trained.showsStack()).as(trained.said()).isFalse();
      table.row(
          "home that may only be read",
          "a file system mounted read-only",
          trained,
          "Error: ",
          "predict and models verify answer as always; training, serving and backups are refused");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aHomeOfAnotherAccount(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    String[] ask = ASK.clone();
    ask[1] = "v1";
    Ended expected = home.launch().run(ask);
    Launch stranger = home.launch().under(OTHER_ACCOUNT);
    requireStranger(stranger);
    rights(home.path(), "rwx------", "rw-------");
    Ended shut = refused(stranger.run(ask), 5);
    Ended status = refused(stranger.run("data", "status"), 5);
    refused(stranger.run("models", "list"), 5);
    refused(stranger.run(TrainedHomes.training("v2")), 5);
    table.row(
        "home of another account: predict",
        "the owner alone may enter it",
        shut,
        "cannot be made",
        "all");
    table.row(
        "home of another account: data status",
        "the owner alone may enter it",
        status,
        "Error: ",
        "all");

    rights(home.path(), "rwxr-xr-x", "rw-r--r--");
    Ended asked = stranger.run(ask);
    assertThat(asked.exit()).as(asked.said()).isZero();
    assertThat(asked.json().get("props")).isEqualTo(expected.json().get("props"));
    Ended verified = stranger.run("models", "verify");
    assertThat(verified.exit()).as(verified.said()).isZero();
    Ended trained = refused(stranger.run(TrainedHomes.training("v2")), 5);
    refused(stranger.run("models", "serve", "v1"), 5);
    table.row(
        "home that another account may read: train",
        "the owner alone may write to it",
        trained,
        "Error: ",
        "all; predict and models verify answer as always");
  }

  private static Ended refused(Ended run, int exit) {
    assertThat(run.exit()).as(run.said()).isEqualTo(exit);
    assertThat(run.showsStack()).as(run.said()).isFalse();
    assertThat(run.said()).doesNotContain("unexpectedly");
    return run;
  }

  /// Skipped where this account may not take another's place, or the other may not read the
  /// program.
  private static void requireStranger(Launch stranger) throws Exception {
    try {
      Ended help = stranger.run("--version");
      if (help.exit() == 0) {
        return;
      }
    } catch (IOException e) {
      // told below
    }
    abort("NOT TESTED: the program cannot be run as another account (setpriv)");
  }

  private static void rights(Path home, String folders, String files) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path one : all.toList()) {
        Files.setPosixFilePermissions(
            one, PosixFilePermissions.fromString(Files.isDirectory(one) ? folders : files));
      }
    }
  }
}
