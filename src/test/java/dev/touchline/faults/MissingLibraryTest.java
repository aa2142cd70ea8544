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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes of their own, without the jars that hold the libraries: those of HDF5, and that of
/// JNA, without which no installed libnetcdf can be called.
class MissingLibraryTest {
  /// Beginnings of jars' names.
  private static final String HDF5 = "hdf5-1";

  private static final String JNA = "jna-5";

  @TempDir Path home;

  @Test
  void theNextEnginesSaveTheSameRun() throws Exception {
    Path libraries = PythonScripts.netcdfLibrary(home);
    train("first", Launch.on(home).without("nothing")); // started as the others are
    train("second", Launch.on(home).without(HDF5).jvm("-Djna.library.path=" + libraries));
    train("third", Launch.on(home).without(HDF5, JNA));

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
  }

  private Path trace(String version) {
    return home.resolve("models").resolve(version).resolve("trace.nc");
  }

  private List<String> files(String version) throws Exception {
    try (Stream<Path> files = Files.list(home.resolve("models").resolve(version))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void train(String version, Launch launch) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("train", "--version", version));
    arguments.addAll(List.of("--train-start", "2018-06-01", "--train-end", "2018-07-05"));
    arguments.addAll(
        List.of("--val-end", "2018-07-16", "--draws", "100", "--tune", "150", "--chains", "2"));
    arguments.addAll(List.of("--max-rhat", "1.5"));
    arguments.addAll(List.of("--save", "warmup,log_likelihood,posterior_predictive"));
    ProgramProcess run = launch.start(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.said()).isZero();
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
