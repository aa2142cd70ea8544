/// Puts the program together in one folder: start scripts, the program's jar and the jars it needs.
///
/// Run by the build as a single-file program with the JDK of the build, whose home it records for
/// the start script.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

static final String CACHE = "touchline.aot";

/// The arguments: the folder to fill, the scripts' folder, the program's jar, its class path and
/// Java's options.
void main(String[] args) throws IOException {
  if (args.length != 5) {
    throw new IllegalArgumentException(
        "Usage: Assemble FOLDER SCRIPTS JAR CLASSPATH OPTIONS, but got "
            + args.length
            + " arguments");
  }
  Path folder = Path.of(args[0]);
  Path lib = Files.createDirectories(folder.resolve("lib"));
  Path bin = Files.createDirectories(folder.resolve("bin"));
  Map<String, Path> jars = dependencies(args[3]);

  var kept = new TreeSet<>(jars.keySet());
  kept.addAll(List.of("touchline.jar", "jdk", "java.options", CACHE));
  try (Stream<Path> present = Files.list(lib)) {
    for (Path stale :
        present.filter(file -> !kept.contains(file.getFileName().toString())).toList()) {
      Files.delete(stale);
    }
  }
  for (var jar : jars.entrySet()) {
    copyWhereChanged(jar.getValue(), lib.resolve(jar.getKey()));
  }
  writeWithClassPath(Path.of(args[2]), lib.resolve("touchline.jar"), jars.keySet());
  Files.writeString(lib.resolve("jdk"), System.getProperty("java.home") + "\n");
  Files.writeString(
      lib.resolve("java.options"), String.join("\n", args[4].strip().split("\\s+")) + "\n");

  Path scripts = Path.of(args[1]);
  for (String script : List.of("touchline", "touchline.bat")) {
    Files.copy(scripts.resolve(script), bin.resolve(script), StandardCopyOption.REPLACE_EXISTING);
  }
  if (Files.getFileStore(bin).supportsFileAttributeView("posix")) {
    Files.setPosixFilePermissions(
        bin.resolve("touchline"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
  rehearse(folder.toAbsolutePath());
}

/// Classes of a prediction from the command line, loaded and linked beforehand (JEP 483, 514): what
/// they are is found out by asking for one, of a version trained for that on the sample. A start
/// without this file is slower and nothing else, so a failure here is told and passed over.
void rehearse(Path folder) throws IOException {
  Path home = Files.createTempDirectory("touchline-rehearsal");
  Path cache = folder.resolve("lib").resolve(CACHE);
  Files.deleteIfExists(cache);
  try {
    run(
        folder,
        home,
        List.of(),
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
        folder,
        home,
        List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"),
        List.of("predict", "rehearsal", "--player", "9000111", "--opponent", "90002", "--home"));
  } catch (IOException e) {
    System.err.println("No cache of classes was made: " + e.getMessage());
  } finally {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

void run(Path folder, Path home, List<String> options, List<String> command) throws IOException {
  Path lib = folder.resolve("lib");
  List<String> all = new ArrayList<>();
  all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  all.add("@" + lib.resolve("java.options"));
  all.add("-XX:+UseParallelGC");
  all.addAll(options);
  all.addAll(List.of("-classpath", lib.resolve("touchline.jar").toString(), "dev.touchline.Main"));
  all.addAll(command);
  ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
  builder.environment().put("TOUCHLINE_HOME", home.toString());
  builder.environment().remove("TOUCHLINE_DB");
  Path said = home.resolve("said.txt");
  builder.redirectOutput(said.toFile());
  Process process = builder.start();
  try {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("touchline " + command.getFirst() + " took too long");
    }
  } catch (InterruptedException e) {
    process.destroyForcibly();
    Thread.currentThread().interrupt();
    throw new IOException("interrupted", e);
  }
  if (process.exitValue() != 0) {
    throw new IOException(
        "touchline "
            + command.getFirst()
            + " ended with "
            + process.exitValue()
            + ": "
            + Files.readString(said));
  }
}

/// The jars of a class path by file name, in its order; folders are the program itself and left
/// out.
Map<String, Path> dependencies(String classPath) {
  Map<String, Path> jars = new LinkedHashMap<>();
  for (String entry : classPath.split(java.io.File.pathSeparator)) {
    Path file = Path.of(entry);
    if (!Files.isRegularFile(file)
        || file.toAbsolutePath().startsWith(Path.of("").toAbsolutePath().resolve("target"))) {
      continue;
    }
    Path other = jars.put(file.getFileName().toString(), file);
    if (other != null) {
      throw new IllegalStateException("Two jars of one name: " + other + " and " + file);
    }
  }
  return jars;
}

void copyWhereChanged(Path from, Path to) throws IOException {
  if (Files.exists(to)
      && Files.size(to) == Files.size(from)
      && Files.getLastModifiedTime(to).equals(Files.getLastModifiedTime(from))) {
    return;
  }
  Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
}

/// Copies a jar and names in its manifest the jars it needs, so that their order is fixed and the
/// jar starts alone.
void writeWithClassPath(Path from, Path to, Iterable<String> needed) throws IOException {
  var classPath = new StringJoiner(" ");
  needed.forEach(classPath::add);
  Path beside = to.resolveSibling(to.getFileName() + ".part");
  try (JarFile source = new JarFile(from.toFile())) {
    Manifest manifest = source.getManifest();
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath.toString());
    manifest.getMainAttributes().put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
    try (var out = new JarOutputStream(Files.newOutputStream(beside), manifest)) {
      for (JarEntry entry : source.stream().toList()) {
        if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
          var copy = new JarEntry(entry.getName());
          copy.setTimeLocal(entry.getTimeLocal());
          out.putNextEntry(copy);
          source.getInputStream(entry).transferTo(out);
          out.closeEntry();
        }
      }
    }
  }
  Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
}
