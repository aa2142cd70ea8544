/// A run where the HDF5 library is missing, as on an Apple computer: another engine saves it, and
/// nothing else is different.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.cli.CommandLineProgram;
import dev.touchline.cli.PythonScripts;
import dev.touchline.mcmc.Parameter;
import dev.touchline.trace.Stat;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Processes of their own, without the jars that hold the libraries: those of HDF5, and that of
/// JNA, without which no installed libnetcdf can be called.
@ExtendWith(Evidence.class)
class MissingLibraryTest {
  /// Beginnings of jars' names.
  private static final String HDF5 = "hdf5-1";

  private static final String JNA = "jna-5";

  private static final Predicate<String> LINE =
      Pattern.compile("\\d+ \\d\\S+ \\d\\S+").asMatchPredicate();

  @TempDir Path home;

  @Test
  void theNextEnginesSaveTheSameRun(Evidence.Table table) throws Exception {
    Path libraries = PythonScripts.netcdfLibrary(home);
    train("first", Launch.on(home).without("nothing")); // started as the others are
    Ended second =
        train("second", Launch.on(home).without(HDF5).jvm("-Djna.library.path=" + libraries));
    Ended third = train("third", Launch.on(home).without(HDF5, JNA));

    assertThat(files("second")).contains("trace.nc").doesNotContain("trace.sample_stats.nc");
    assertThat(files("third"))
        .contains("trace.nc", "trace.sample_stats.nc", "trace.warmup_posterior.nc")
        .contains("trace.warmup_sample_stats.nc", "trace.log_likelihood.nc")
        .contains("trace.posterior_predictive.nc", "trace.observed_data.nc")
        .contains("trace.constant_data.nc")
        .noneMatch(name -> name.endsWith(".part"));
    List<double[]> expected = draws("first", "netCDF-4 by HDF5");
    same(draws("second", "netCDF-4 by libnetcdf"), expected);
    same(draws("third", "netCDF-3 by netCDF-Java"), expected);
    String log = Files.readString(home.resolve("logs/touchline.log"));
    assertThat(log)
        .contains("netCDF-4 by HDF5 is not available here")
        .contains("The trace is written as netCDF-4 by libnetcdf")
        .contains("netCDF-4 by libnetcdf is not available here")
        .contains("The trace is written as netCDF-3 by netCDF-Java");

    String price = predict("first");
    assertThat(predict("second")).isEqualTo(price);
    assertThat(predict("third")).isEqualTo(price);
    for (String version : List.of("second", "third")) {
      run("models", "verify", version);
      Path figures = home.resolve(version + ".json");
      Files.writeString(figures, run("diagnose", version, "--all", "--json", "--max-rhat", "1.5"));
      assertThat(
              PythonScripts.run(
                  home, "check_trace.py", trace(version).toString(), figures.toString()))
          .contains("scalars agree", "log-likelihood agrees");
    }
    table.row(
        "HDF5 is missing",
        "its jars left off the class path",
        second,
        "The trace is written",
        "the same draws and prices, read by ArviZ too");
    table.row(
        "HDF5 and any libnetcdf are missing",
        "their jars and JNA's left off the class path",
        third,
        "The trace is written as netCDF-3",
        "the same draws and prices, read by ArviZ too");
  }

  /// The jars are there, but the system runs no program from the folder that they are unpacked to.
  @Test
  @EnabledOnOs(OS.LINUX)
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void librariesThatTheSystemDoesNotRun(Evidence.Table table) throws Exception {
    try (SmallDisk disk = SmallDisk.of(400L << 20)) {
      disk.mayRun(false);
      Launch hindered =
          Launch.on(home)
              .without(JNA)
              .jvm("-Dorg.bytedeco.javacpp.cachedir=" + disk.folder().resolve("cache"));
      train("first", Launch.on(home).without("nothing"));
      Ended saved = train("second", hindered);
      same(draws("second", "netCDF-3 by netCDF-Java"), draws("first", "netCDF-4 by HDF5"));
      assertThat(predict("second")).isEqualTo(predict("first"));
      table.row(
          "native libraries that the system does not run: train",
          "a folder for unpacked libraries on a file system mounted noexec",
          saved,
          "The trace is written as netCDF-3",
          "the same draws and prices");
      Ended doctor = hindered.run("doctor");
      assertThat(doctor.exit()).as(doctor.said()).isEqualTo(5);
      assertThat(doctor.said()).contains("ND4J cannot be loaded", "HDF5 library cannot be loaded");
      assertThat(doctor.showsStack()).as(doctor.said()).isFalse();
      table.row(
          "native libraries that the system does not run: doctor",
          "the same",
          doctor,
          "ND4J",
          "a sentence for each library");
      sameBatch(hindered);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void withoutTheMatrixLibrary(Evidence.Table table) throws Exception {
    Ended plain = sameBatch(Launch.on(home).without("nd4j", "nd4j-native"));
    table.row(
        "ND4J is missing: a batch of 32,768 requests with 64 features",
        "its jars left off the class path",
        plain,
        "No matrix library",
        "the same means and intervals to ten digits");
    Ended doctor = Launch.on(home).without("nd4j").run("doctor");
    assertThat(doctor.exit()).as(doctor.said()).isEqualTo(1);
    assertThat(doctor.showsStack()).as(doctor.said()).isFalse();
    table.row("ND4J is missing: doctor", "its jars left off the class path", doctor, "ND4J", "all");
  }

  private static Ended sameBatch(Launch hindered) throws Exception {
    Ended with = hindered.withAll().main(LargeBatch.class).run();
    Ended without = hindered.main(LargeBatch.class).run();
    assertThat(with.exit()).as(with.said()).isZero();
    assertThat(without.exit()).as(without.said()).isZero();
    assertThat(with.said()).doesNotContain("No matrix library");
    assertThat(without.said()).contains("No matrix library");
    List<String> expected = with.out().lines().filter(LINE).toList();
    assertThat(expected).hasSizeGreaterThan(90);
    assertThat(without.out().lines().filter(LINE)).isEqualTo(expected);
    return without;
  }

  private Path trace(String version) {
    return home.resolve("models").resolve(version).resolve("trace.nc");
  }

  private List<String> files(String version) throws Exception {
    try (Stream<Path> files = Files.list(home.resolve("models").resolve(version))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Ended train(String version, Launch launch) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("train", "--version", version));
    arguments.addAll(List.of("--train-start", "2018-06-01", "--train-end", "2018-07-05"));
    arguments.addAll(
        List.of("--val-end", "2018-07-16", "--draws", "100", "--tune", "150", "--chains", "2"));
    arguments.addAll(List.of("--max-rhat", "1.5"));
    arguments.addAll(List.of("--save", "warmup,log_likelihood,posterior_predictive"));
    Ended run = launch.run(arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.said()).isZero();
    return run;
  }

  /// In this process: reading needs none of the libraries.
  private String run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        new CommandLineProgram(
                Map.of("TOUCHLINE_HOME", home.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> false)
            .run(arguments);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String predict(String version) {
    return run("predict", version, "--player", "Luka Dobrić", "--opponent", "Belvoria", "--away")
        .replace(version, "VERSION");
  }

  private List<double[]> draws(String version, String engine) {
    List<double[]> numbers = new ArrayList<>();
    try (TraceSource trace = new TraceFiles().open(trace(version))) {
      assertThat(trace.schema().attributes()).containsEntry("written_by", engine);
      for (int chain = 0; chain < trace.chains(); chain++) {
        for (Parameter parameter : trace.schema().parameters()) {
          numbers.add(trace.read(parameter.name(), chain, 0, trace.draws()));
        }
        for (Stat stat : Stat.values()) {
          numbers.add(trace.stat(stat.fileName(), chain));
        }
      }
    }
    return numbers;
  }

  private static void same(List<double[]> draws, List<double[]> expected) {
    assertThat(draws).hasSameSizeAs(expected);
    for (int i = 0; i < draws.size(); i++) {
      assertThat(Arrays.equals(draws.get(i), expected.get(i))).as("array %s", i).isTrue();
    }
  }
}
