/// Makes the caches of classes with which the program starts sooner (JEP 483 and 514; JEP 350).
///
/// Which classes belong into them is found out by running the program: once for a prediction from
/// the command line, of a version trained for that on the sample, and once for the window, without
/// a screen. A start without the caches is slower and nothing else, so a failure is told and passed
/// over. A cache fits one runtime and one set of jars with their times, wherever they are moved.
///
/// What runs with vectors has a cache of the older kind: a Java that is asked for a module in
/// incubation keeps neither links between classes nor lambdas in one of the newer kind, and made a
/// thousand lambdas anew at each start.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

final class Rehearse {
  /// For commands that sample nothing, and for whatever runs with vectors: the window and training.
  static final List<String> CACHES = List.of("touchline.aot", "workbench.jsa");

  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  private final Path lib;
  private final Path java;
  private final Path home;

  private Rehearse(Path lib, Path java, Path home) {
    this.lib = lib;
    this.java = java;
    this.home = home;
  }

  /// The arguments: the program's folder, which holds `lib`, and the home of its Java.
  public static void main(String[] args) throws IOException {
    in(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
  }

  /// Makes the caches of the program in a folder for the Java of this home.
  static void in(Path folder, Path javaHome) throws IOException {
    Path home = Files.createTempDirectory("touchline-rehearsal");
    Path lib = folder.resolve("lib");
    for (String cache : CACHES) {
      Files.deleteIfExists(lib.resolve(cache));
    }
    try {
      var rehearsal = new Rehearse(lib, javaHome.resolve("bin").resolve("java"), home);
      rehearsal.commandLine();
      rehearsal.window();
    } catch (IOException e) {
      System.err.println("Not all caches of classes were made: " + e.getMessage());
    } finally {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void commandLine() throws IOException {
    run(
        List.of("-XX:+UseParallelGC"),
        List.of(
            "train",
            "--train-start",
            "2018-06-14",
            "--train-end",
            "2018-07-03",
            "--val-end",
            "2018-07-15",
            "--version",
            "rehearsal",
            "--draws",
            "250",
            "--tune",
            "100",
            "--chains",
            "4",
            "--max-rhat",
            "9",
            "--quiet"));
    run(
        keeping("-XX:AOTCacheOutput=", CACHES.getFirst(), "-XX:+UseParallelGC"),
        List.of("predict", "rehearsal", "--player", "9000111", "--opponent", "90002", "--home"));
  }

  /// Shows every panel on the platform without a screen; a runtime without vectors has no cache for
  /// them.
  private void window() throws IOException {
    Path release = java.getParent().resolveSibling("release");
    if (!Files.exists(release) || !Files.readString(release).contains("jdk.incubator.vector")) {
      return;
    }
    run(
        keeping(
            "-XX:ArchiveClassesAtExit=",
            CACHES.getLast(),
            "-XX:+UseG1GC",
            "-XX:G1HeapRegionSize=1m",
            "-XX:MaxNewSize=64m",
            "-XX:MaxGCPauseMillis=20",
            VECTORS,
            "-Dtouchline.rehearsal=true",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw"),
        List.of());
  }

  private List<String> keeping(String option, String cache, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of(option + lib.resolve(cache), "-Xlog:aot*=off", "-Xlog:cds*=off"));
    return all;
  }

  private void run(List<String> options, List<String> command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(java.toString());
    all.add("@" + lib.resolve("java.options"));
    all.addAll(options);
    all.addAll(
        List.of("-classpath", lib.resolve("touchline.jar").toString(), "dev.touchline.Main"));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("TOUCHLINE_HOME", home.toString());
    builder.environment().remove("TOUCHLINE_DB");
    Path said = home.resolve("said.txt");
    builder.redirectOutput(said.toFile());
    String name = command.isEmpty() ? "touchline" : "touchline " + command.getFirst();
    Process process = builder.start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(name + " took too long");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          name + " ended with " + process.exitValue() + ": " + Files.readString(said));
    }
  }
}
