/// Finishes what jpackage laid out: the command line beside the window, and caches for its runtime.
///
/// Run by the build as a single-file program, between jpackage's image and the installer of it.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The arguments: the folder that jpackage made, and the time that all files get, in seconds of
/// Unix time. The program's own start script finds the runtime beside it through `lib/jdk`; on
/// Linux a link `bin/touchline` leads to the script. A cache fits files with their times, and
/// packages keep one that is settled beforehand.
void main(String[] args) throws IOException {
  Path image = Path.of(args[0]).toAbsolutePath();
  FileTime time = FileTime.from(Long.parseLong(args[1]), TimeUnit.SECONDS);
  Path app =
      existing(image.resolve("lib/app"), image.resolve("app"), image.resolve("Contents/app"));
  Path runtime =
      existing(app.resolveSibling("runtime/Contents/Home"), app.resolveSibling("runtime"));
  Files.writeString(app.resolve("lib/jdk"), app.relativize(runtime) + "\n");
  boolean windows = Files.exists(runtime.resolve("bin/java.exe"));
  Files.deleteIfExists(app.resolve("bin").resolve(windows ? "touchline" : "touchline.bat"));
  if (app.equals(image.resolve("lib/app"))) {
    Path link = image.resolve("bin/touchline");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of("../lib/app/bin/touchline"));
  }
  Path settings = app.resolve("Touchline.cfg");
  Files.write(settings, oneClassPath(Files.readAllLines(settings)));
  for (String cache : Rehearse.CACHES) {
    Files.deleteIfExists(app.resolve("lib").resolve(cache));
  }
  setTimes(image, time);
  Rehearse.in(app, runtime);
  setTimes(image, time);
}

/// jpackage names every jar in the order of the alphabet; the program's own jar names them in the
/// build's order, which is the one that the caches were made with.
List<String> oneClassPath(List<String> settings) {
  return settings.stream()
      .filter(line -> !line.startsWith("app.classpath=") || line.endsWith("/touchline.jar"))
      .toList();
}

void setTimes(Path image, FileTime time) throws IOException {
  try (Stream<Path> files = Files.walk(image)) {
    for (Path file : files.filter(Files::isRegularFile).toList()) {
      Files.setLastModifiedTime(file, time);
    }
  }
}

Path existing(Path... candidates) {
  for (Path candidate : candidates) {
    if (Files.isDirectory(candidate)) {
      return candidate;
    }
  }
  throw new IllegalArgumentException("None of these folders exists: " + List.of(candidates));
}
