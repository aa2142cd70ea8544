/// Runs the scripts of src/test/python, which look at traces as analysts do.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// In a virtual environment under target/, which python.sh makes. Tests are skipped loudly where
/// there is no Python or its packages cannot be had.
public final class PythonScripts {
  private static final Path SCRIPTS = Path.of("src", "test", "python");
  private static final Path ENVIRONMENT = Path.of("target", "python");

  /// The script's word for what it cannot try.
  private static final int SKIPPED = 77;

  private PythonScripts() {}

  /// Runs a script, which must succeed; the answer is what it said.
  public static String run(Path folder, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(SCRIPTS.resolve(script).toString());
    command.addAll(List.of(arguments));
    return python(folder, command);
  }

  private static String python(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", SCRIPTS.resolve("python.sh").toString(), ENVIRONMENT.toString()));
    command.add(SCRIPTS.resolve("requirements.txt").toString());
    command.addAll(arguments);
    Path log = Files.createTempFile(folder, "python", ".log");
    Process python =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(python.waitFor(10, TimeUnit.MINUTES)).as("Python ends").isTrue();
    String said = Files.readString(log);
    System.out.println(said);
    assumeTrue(
        python.exitValue() != SKIPPED, "SKIPPED: traces are not checked from Python: " + said);
    assertThat(python.exitValue()).as(said).isZero();
    return said;
  }

  /// Puts the netCDF library that came with the Python packages into a folder, under the name by
  /// which programs look for it, together with what it needs.
  public static Path netcdfLibrary(Path folder) throws IOException, InterruptedException {
    python(folder, List.of("-c", "import netCDF4"));
    Path libraries = Files.createDirectory(folder.resolve("libraries"));
    try (Stream<Path> found = Files.walk(ENVIRONMENT)) {
      for (Path file : found.filter(PythonScripts::isLibrary).toList()) {
        Path whole = file.toAbsolutePath();
        String name = file.getFileName().toString();
        Files.createSymbolicLink(libraries.resolve(name), whole);
        if (name.startsWith("libnetcdf")) {
          Files.createSymbolicLink(libraries.resolve(System.mapLibraryName("netcdf")), whole);
        }
      }
    }
    return libraries;
  }

  private static boolean isLibrary(Path file) {
    Path parent = file.getParent();
    String folder = parent == null ? "" : String.valueOf(parent.getFileName());
    return Files.isRegularFile(file)
        && (folder.toLowerCase(Locale.ROOT).equals("netcdf4.libs")
            || parent != null && parent.endsWith(Path.of("netCDF4", ".dylibs")));
  }
}
