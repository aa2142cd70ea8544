/// Whatever stands in a file or an address, parsers answer or refuse it with a sentence.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.TestFolders;
import dev.touchline.cli.CommandLineProgram;
import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.DatabaseSettings;
import dev.touchline.data.ImportOptions;
import dev.touchline.data.ImportProgress;
import dev.touchline.desktop.shell.Settings;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.MetadataFile;
import dev.touchline.trace.Checkpoint;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few seconds in every build; `-Dtouchline.fuzz=MINUTES` for as long, `-Dtouchline.seed=N` for
/// the same files. What a parser failed on lies in `target/fuzz`.
class FuzzTest {
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("touchline.fuzz", "0.1"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Held: loggers without holders are forgotten, and their levels with them.
  private final List<Logger> silent = new ArrayList<>();

  private static final String WINDOW = "workbench.json";
  private static final Path FOUND = Path.of("target", "fuzz");

  /// Takes what a file holds.
  private interface Parser {
    void parse(byte[] bytes) throws Exception;
  }

  /// A parser and whole files for it.
  private record Target(List<byte[]> good, Parser parser) {}

  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, Integer> tried = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Map<String, String> found = new TreeMap<>();

  @Test
  void everyParserAnswersOrRefuses(@TempDir Path folder) throws Exception {
    // Builds try the same files each time; long runs are for new ones.
    boolean build = System.getProperty("touchline.fuzz") == null;
    long seed = Long.getLong("touchline.seed", build ? 20180614 : System.nanoTime());
    System.out.println("Seed of the changed files: " + seed);
    quiet();
    Mutator mutator = new Mutator(new SplittableRandom(seed));
    try (Workspace workspace = Runs.workspace(folder.resolve("home"))) {
      new Trainer(workspace).train(Runs.request("v1"), TrainListener.NONE, StopSignal.NEVER);
      files(folder, workspace);
      imports(folder, workspace);
      addresses(folder);
      values(workspace);
      for (Map.Entry<String, Target> one : targets.entrySet()) {
        for (byte[] good : one.getValue().good()) {
          one.getValue().parser().parse(good); // whole files are read: else nothing is shown
        }
      }
      long end = System.nanoTime() + (long) (MINUTES * 60e9);
      while (System.nanoTime() < end) {
        for (Map.Entry<String, Target> one : targets.entrySet()) {
          List<byte[]> good = one.getValue().good();
          byte[] first = good.get(mutator.random().nextInt(good.size()));
          byte[] second = good.get(mutator.random().nextInt(good.size()));
          attempt(one.getKey(), one.getValue().parser(), mutator.change(first, second));
        }
      }
    }
    for (String name : targets.keySet()) {
      System.out.printf(
          "%s: %,d changed files, %,d refused%n",
          name, tried.getOrDefault(name, 0), refused.getOrDefault(name, 0));
    }
    assertThat(found).as("seed %d, files in %s", seed, FOUND).isEmpty();
    assertThat(tried.keySet()).isEqualTo(new TreeMap<>(targets).keySet());
  }

  @AfterEach
  void speakAgain() {
    silent.forEach(logger -> logger.setLevel(null));
  }

  /// Each refusal is logged; thousands of them say nothing.
  private void quiet() {
    for (String name : List.of("dev.touchline", "io.jhdf")) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.OFF);
      silent.add(logger);
    }
  }

  private void attempt(String name, Parser parser, byte[] bytes) throws IOException {
    tried.merge(name, 1, Integer::sum);
    long begin = System.nanoTime();
    try {
      parser.parse(bytes);
    } catch (Fault fault) {
      refused.merge(name, 1, Integer::sum);
      String said = fault.getMessage() + " " + fault.remedy();
      if (fault.kind() == Fault.Kind.DEFECT
          || fault.remedy().isBlank()
          || said.contains("Exception")
          || said.chars().anyMatch(c -> c < ' ')
          || said.length() > 3_500) {
        keep(name, "a sentence: " + fault.kind() + " " + shortened(said), bytes);
      }
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      StackTraceElement[] stack = e.getStackTrace();
      String where =
          Stream.of(stack)
              .filter(at -> at.getClassName().startsWith("dev.touchline"))
              .findFirst()
              .map(StackTraceElement::toString)
              .orElse("");
      keep(name, e.getClass().getName() + " " + where, bytes);
    }
    if (System.nanoTime() - begin > PATIENCE.toNanos()) {
      keep(name, "longer than " + PATIENCE, bytes);
    }
  }

  private static String shortened(String text) {
    return text.replaceAll("[0-9]+", "0").substring(0, Math.min(120, text.length()));
  }

  private void keep(String name, String what, byte[] bytes) throws IOException {
    String key = name + ": " + what;
    if (!found.containsKey(key) && found.size() < 100) {
      Files.createDirectories(FOUND);
      Path file = FOUND.resolve(name.replace(' ', '-') + "-" + found.size() + ".bin");
      Files.write(file, bytes);
      found.put(key, file.toString());
      System.out.println("FOUND " + key + " " + file);
    }
  }

  private void target(String name, List<byte[]> good, Parser parser) {
    targets.put(name, new Target(good, parser));
  }

  private static List<byte[]> read(Path... files) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path file : files) {
      all.add(Files.readAllBytes(file));
    }
    return all;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// What the program itself wrote, or a user for it.
  private void files(Path folder, Workspace workspace) throws IOException {
    Path model = folder.resolve("home/models/v1");
    Path fuzzed = Files.createDirectories(folder.resolve("fuzzed"));
    Path metadata = fuzzed.resolve("metadata.json");
    target(
        "metadata",
        read(model.resolve("metadata.json"), resource("golden/foreign/metadata.json")),
        bytes -> MetadataFile.read(Files.write(metadata, bytes)));

    Path settings = Files.createDirectories(fuzzed.resolve("settings"));
    target(
        "database.json",
        List.of(
            text("{\"statement_timeout_seconds\": 30, \"fetch_size\": 100}"),
            text(
                """
                {"mapping": {"schema": "desk", "table": "appearances",
                  "columns": {"match_id": "fixture", "match_date": "kick_off", "minutes": "mins"},
                  "constants": {"competition": "premier-league"},
                  "positions": {"Goalkeeper": "GKP", "D": "DEF", "M": "MID", "F": "FWD"}}}
                """)),
        bytes -> {
          Files.write(settings.resolve(DatabaseSettings.FILE), bytes);
          DatabaseSettings.read(settings);
        });
    target(
        "players.json",
        List.of(
            text("{\"format\": 1, \"merged\": [{\"id\": 12, \"into\": 7}]}"),
            text(
                "{\"format\": 1, \"merged\": [{\"id\": 3, \"into\": 4}, {\"id\": 5, \"into\": 4}]}")),
        bytes -> {
          Files.write(settings.resolve(MergesFile.NAME), bytes);
          new MergesFile(settings).read();
        });

    Path window = Files.createDirectories(fuzzed.resolve("window"));
    Settings.read(window).settings().write(window);
    target(
        "settings of the window",
        read(window.resolve(WINDOW)),
        bytes -> {
          Files.write(window.resolve(WINDOW), bytes);
          Settings.read(window);
        });

    Path home = fuzzed.resolve("home");
    TestFolders.copy(folder.resolve("home/models"), home.resolve("models"));
    Files.copy(folder.resolve("home/served.json"), home.resolve("served.json"));
    ModelStore store = new ModelStore(new Home(home));
    byte[] results = Files.readAllBytes(model.resolve("results.json"));
    target(
        "results.json",
        read(model.resolve("results.json")),
        bytes -> {
          Files.write(home.resolve("models/v1/results.json"), bytes);
          try {
            store.list();
          } finally {
            Files.write(home.resolve("models/v1/results.json"), results);
          }
        });
    target(
        "served.json",
        read(folder.resolve("home/served.json")),
        bytes -> {
          Files.write(home.resolve("served.json"), bytes);
          store.served();
        });
    target(
        "SHA256SUMS",
        read(model.resolve("SHA256SUMS")),
        bytes -> {
          Files.write(home.resolve("models/v1/SHA256SUMS"), bytes);
          store.verify(store.find("v1"));
        });
    traces(fuzzed, model);
    checkpoints(fuzzed, workspace, model);
  }

  private void traces(Path fuzzed, Path model) throws IOException {
    Path trace = fuzzed.resolve("trace.nc");
    Parser parser =
        bytes -> {
          Files.write(trace, bytes);
          try (TraceSource open = new TraceFiles().open(trace)) {
            for (int chain = 0; chain < Math.min(2, open.chains()); chain++) {
              for (var parameter : open.schema().parameters()) {
                open.read(parameter.name(), chain, 0, Math.min(20, open.draws()));
              }
              open.stat("lp", chain);
            }
          }
        };
    target("own trace", read(model.resolve("trace.nc")), parser);
    target(
        "trace of others",
        read(
            resource("golden/foreign/nutpie.nc"),
            resource("golden/foreign/numpyro.nc"),
            resource("golden/foreign/cmdstanpy.nc"),
            resource("golden/trace/arviz-plain.nc"),
            resource("golden/trace/arviz-netcdf4.nc"),
            resource("golden/trace/arviz-h5netcdf.nc")),
        parser);
  }

  /// A run that was begun: its settings, and the states and draws of its chains.
  private void checkpoints(Path fuzzed, Workspace workspace, Path model) throws IOException {
    Path begun = workspace.home().root().resolve("checkpoints").resolve("v2");
    AtomicInteger asked = new AtomicInteger();
    new Trainer(workspace)
        .train(Runs.request("v2"), TrainListener.NONE, () -> asked.incrementAndGet() > 200);
    Path run = Files.createDirectories(fuzzed.resolve("run"));
    target(
        "run.json",
        read(begun.resolve(RunFile.NAME)),
        bytes -> {
          Files.write(run.resolve(RunFile.NAME), bytes);
          RunFile.read(run);
        });
    TraceSchema schema;
    try (TraceSource trace = new TraceFiles().open(model.resolve("trace.nc"))) {
      schema = trace.schema();
    }
    byte[] draws = Files.readAllBytes(begun.resolve("chain-1.draws"));
    byte[] state = Files.readAllBytes(begun.resolve("chain-1.state"));
    target("chain state", List.of(state), bytes -> resume(run, schema, bytes, draws));
    target("chain draws", List.of(draws), bytes -> resume(run, schema, state, bytes));
  }

  private static void resume(Path run, TraceSchema schema, byte[] state, byte[] draws)
      throws IOException {
    Files.write(run.resolve("chain-1.state"), state);
    Files.write(run.resolve("chain-1.draws"), draws);
    try (Checkpoint checkpoint = new Checkpoint(run, schema, 1, Duration.ofSeconds(30))) {
      assertThat(checkpoint.done(0)).isNotNegative();
      checkpoint.resume(0);
    }
  }

  /// Files of others: rows, events, archives.
  private void imports(Path folder, Workspace workspace) throws IOException {
    Path into = Files.createDirectories(folder.resolve("imports"));
    Path csv = into.resolve("rows.csv");
    List<String> sample = Files.readAllLines(sampleRows());
    target(
        "rows.csv",
        List.of(text(String.join("\n", sample.subList(0, 60)))),
        bytes -> take(workspace, Files.write(csv, bytes)));
    Path events = Path.of("src/test/resources/event-data");
    for (String name : List.of("statsbomb", "wyscout")) {
      try (Stream<Path> walk = Files.walk(events.resolve(name))) {
        for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
          Path copy = into.resolve(name + "-" + targets.size());
          TestFolders.copy(events.resolve(name), copy);
          Path changed = copy.resolve(events.resolve(name).relativize(file));
          target(
              name + " " + file.getFileName() + " " + targets.size(),
              read(file),
              bytes -> {
                Files.write(changed, bytes);
                take(workspace, copy);
              });
        }
      }
    }
    Path zip = into.resolve("all.zip");
    target(
        "zip",
        List.of(zipped(events.resolve("statsbomb")), zipped(events.resolve("wyscout"))),
        bytes -> take(workspace, Files.write(zip, bytes)));
  }

  private static void take(Workspace workspace, Path path) {
    workspace
        .rows()
        .importPaths(List.of(path), ImportOptions.AUTO, ImportProgress.NONE, () -> false);
  }

  private static byte[] zipped(Path folder) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  /// One value of each kind that a command takes: name, opponent, minutes, feature.
  private void values(Workspace workspace) {
    target(
        "values of the command line",
        List.of(
            text("Luka Dobri\u0107\nBelvoria\n75\nform_shots=1.5"),
            text("17\n3\n90\nform_goals=0")),
        bytes -> {
          String[] value = (new String(bytes, StandardCharsets.UTF_8) + "\n\n\n\n").split("\n", -1);
          var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
          var err = new ByteArrayOutputStream();
          int code =
              new CommandLineProgram(
                      Map.of("TOUCHLINE_HOME", workspace.home().root().toString()),
                      out,
                      new PrintStream(err, true, StandardCharsets.UTF_8),
                      () -> false)
                  .run(
                      "predict",
                      "v1",
                      "--player=" + value[0],
                      "--opponent=" + value[1],
                      "--home",
                      "--minutes=" + value[2],
                      "--feature=" + value[3]);
          assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isIn(0, 2, 3);
        });
  }

  private void addresses(Path folder) {
    target(
        "database address",
        List.of(
            text("postgresql://desk:secret@db.example:5432/props?sslmode=require"),
            text("jdbc:postgresql://a:1,b:2/props?user=desk&password=x&ssl=true"),
            text("jdbc:h2:file:./rows;MODE=PostgreSQL")),
        bytes -> DatabaseAddress.of(new String(bytes, StandardCharsets.UTF_8), folder));
  }

  private static Path sampleRows() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("sample-data"))) {
      return walk.filter(file -> file.toString().endsWith(".csv"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path resource(String name) {
    return Path.of("src/test/resources").resolve(Objects.requireNonNull(name));
  }
}
