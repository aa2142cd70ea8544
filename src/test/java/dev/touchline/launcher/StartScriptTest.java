/// The start script finds a fitting Java in the promised order and hands everything on to it.
package dev.touchline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
  @TempDir Path folder;
  private Path script;
  private final Map<String, String> environment = new HashMap<>();

  /// The program in a folder with a blank in its name, with a Java 17 first on the path.
  @BeforeEach
  void assemble() throws IOException {
    Path root = folder.resolve("a program");
    Files.createDirectories(root.resolve("lib"));
    Files.writeString(root.resolve("lib/java.options"), "--flag\n");
    script = Files.createDirectories(root.resolve("bin")).resolve("touchline");
    Files.copy(Path.of("src/launcher/touchline"), script);
    executable(script);
    Path old = java("on path", "17.0.15");
    environment.put("PATH", old.resolve("bin") + ":" + System.getenv("PATH"));
  }

  @Test
  void takesTheFirstFittingJavaInOrder() throws Exception {
    Path own = java("own choice", "25.0.3");
    Path built = java("built with", "26-ea");
    Path home = java("java home", "25");
    Files.writeString(script.resolve("../../lib/jdk").normalize(), built + "\n");
    environment.put("TOUCHLINE_JAVA_HOME", own.toString());
    environment.put("JAVA_HOME", home.toString());

    assertThat(start().output()).startsWith("own choice");
    environment.remove("TOUCHLINE_JAVA_HOME");
    assertThat(start().output()).startsWith("built with");
    Files.delete(script.resolve("../../lib/jdk").normalize());
    assertThat(start().output()).startsWith("java home");
    environment.remove("JAVA_HOME");
    java("on path", "25.0.1");
    assertThat(start().output()).startsWith("on path");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    environment.put("JAVA_HOME", java("java home", "1.8.0_402").toString());
    Run run = start();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output())
        .contains("Java 25 or newer is missing")
        .contains("JAVA_HOME: " + folder.resolve("java home") + " is Java 8")
        .contains("PATH: " + folder.resolve("on path") + " is Java 17")
        .contains("TOUCHLINE_JAVA_HOME");
  }

  @Test
  void warnsOfAnUnfitChoiceAndGoesOn() throws Exception {
    environment.put("TOUCHLINE_JAVA_HOME", folder.resolve("nowhere").toString());
    environment.put("JAVA_HOME", java("java home", "25").toString());

    assertThat(start().output())
        .contains("TOUCHLINE_JAVA_HOME does not lead to Java 25 or newer")
        .contains("java home: ");
  }

  @Test
  void asksJavaItselfWhereThereIsNoReleaseFile() throws Exception {
    Path home = java("java home", "25.0.3");
    Files.delete(home.resolve("release"));
    environment.put("JAVA_HOME", home.toString());

    assertThat(start().output()).startsWith("java home: ");
  }

  @Test
  void handsOnArgumentsOptionsAndExitCodeThroughLinks() throws Exception {
    environment.put("JAVA_HOME", java("java home", "25").toString());
    environment.put("TOUCHLINE_OPTS", "-Xmx1g -Dx=y");
    Path link = Files.createSymbolicLink(folder.resolve("link"), script);
    script = Files.createSymbolicLink(folder.resolve("link to link"), link.getFileName());
    Run run = start("predict", "L. Modric it is", "*", "");

    String lib = folder.toRealPath().resolve("a program/lib").toString();
    assertThat(run.output())
        .isEqualTo(
            "java home: [@%s/java.options][-XX:+UseParallelGC][-XX:TieredStopAtLevel=1]"
                    .formatted(lib)
                + "[-Dtouchline.terminal=false]"
                + "[-Xmx1g][-Dx=y][-classpath][%s/touchline.jar][dev.touchline.Main][predict][L. Modric it is][*][]\n"
                    .formatted(lib));
    assertThat(run.exitCode()).isEqualTo(7);
  }

  @Test
  void theWindowOpensOnAHomeADatabaseAndAFile() throws Exception {
    environment.put("JAVA_HOME", java("java home", "25").toString());

    for (String[] window :
        new String[][] {
          {},
          {"--home", "a home"},
          {"--db=postgresql://h/d", "--home=b"},
          {"trace.nc"},
          {"--home", "c", "d e.nc"}
        }) {
      assertThat(start(window).output()).contains("[-XX:+UseG1GC]").doesNotContain("Tiered");
    }
    for (String[] command :
        new String[][] {
          {"doctor", "--home", "a home"}, {"--home", "c", "doctor"}, {"--home"}, {"--help"}
        }) {
      assertThat(start(command).output()).contains("[-XX:+UseParallelGC]");
    }
  }

  @Test
  void leavesTheCollectorToTheUser() throws Exception {
    environment.put("JAVA_HOME", java("java home", "25").toString());

    assertThat(start().output())
        .contains(
            "[-XX:+UseG1GC][-XX:G1HeapRegionSize=1m][-XX:MaxNewSize=64m][-XX:MaxGCPauseMillis=20]");
    environment.put("TOUCHLINE_OPTS", "-XX:+UseZGC");
    assertThat(start("doctor").output()).contains("[-XX:+UseZGC]").doesNotContain("Parallel");
  }

  @Test
  void anInstalledProgramNamesItsRuntimeRelativeToItself() throws Exception {
    java("runtime", "25.0.3");
    Files.writeString(script.resolve("../../lib/jdk").normalize(), "../runtime\n");
    environment.put("JAVA_HOME", java("java home", "25").toString());

    assertThat(start("doctor").output()).startsWith("runtime: ");
  }

  @Test
  void takesTheCacheThatFitsTheCommand() throws Exception {
    Path home = java("java home", "25");
    environment.put("JAVA_HOME", home.toString());
    Files.writeString(
        home.resolve("release"),
        "JAVA_VERSION=\"25\"\nMODULES=\"java.base jdk.incubator.vector\"\n");
    Path lib = script.resolve("../../lib").normalize();
    Files.writeString(lib.resolve("touchline.aot"), "");
    Files.writeString(lib.resolve("workbench.jsa"), "");

    assertThat(start("predict", "v1").output())
        .contains("lib/touchline.aot]")
        .doesNotContain("vector", "workbench.jsa");
    for (String sampling : List.of("train", "compare", "backtest", "bench", "a trace.nc")) {
      assertThat(start(sampling).output())
          .contains("[--add-modules=jdk.incubator.vector]", "lib/workbench.jsa]")
          .doesNotContain("lib/touchline.aot");
    }
    assertThat(start().output()).contains("[-XX:+UseG1GC]", "lib/workbench.jsa]");
    assertThat(start("a trace.nc").output()).contains("[-XX:+UseG1GC]");
    Files.delete(lib.resolve("workbench.jsa"));
    assertThat(start("train").output()).doesNotContain(".aot", ".jsa");
  }

  @Test
  void leavesOutTheOptimisingCompilerWhereTheAnswerIsQuick() throws Exception {
    environment.put("JAVA_HOME", java("java home", "25").toString());
    String quick = "[-XX:TieredStopAtLevel=1]";

    for (String command : List.of("predict", "help", "--version")) {
      assertThat(start(command, "v1").output()).contains(quick);
    }
    for (String batch : List.of("--batch", "--batch=list.csv")) {
      assertThat(start("predict", "v1", batch, "list.csv").output()).doesNotContain(quick);
    }
    assertThat(start("train").output()).doesNotContain(quick);
    assertThat(start().output()).doesNotContain(quick);
  }

  private record Run(int exitCode, String output) {}

  private Run start(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(Arrays.asList(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.contains("JAVA_HOME"));
    builder.environment().remove("TOUCHLINE_OPTS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  /// A folder that looks like a Java of this version; its java tells its folder and arguments.
  private Path java(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        [ "$1" = -version ] && { echo 'openjdk version "%s"' >&2; exit; }
        printf '%s: '
        printf '[%%s]' "$@"
        echo
        exit 7
        """
            .formatted(version, name));
    executable(java);
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_VERSION_DATE=\"2026-04-21\"\n");
    return home;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
