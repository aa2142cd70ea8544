/// Puts the program together in one folder: start scripts, the program's jar and the jars it needs,
/// without native libraries of other systems, and what nightly runs take.
///
/// Run by the build as a single-file program with the JDK of the build, whose home it records for
/// the start script.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

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
  kept.addAll(List.of("touchline.jar", "jdk", "java.options"));
  kept.addAll(Rehearse.CACHES);
  try (Stream<Path> present = Files.list(lib)) {
    for (Path stale :
        present.filter(file -> !kept.contains(file.getFileName().toString())).toList()) {
      Files.delete(stale);
    }
  }
  Natives own = Natives.ofThisComputer();
  for (var jar : jars.entrySet()) {
    Path to = lib.resolve(jar.getKey());
    if (!Files.exists(to)
        || !Files.getLastModifiedTime(to).equals(Files.getLastModifiedTime(jar.getValue()))) {
      own.copy(jar.getValue(), to);
    }
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
  copyFolder(scripts.resolveSibling("../docs/nightly").normalize(), folder.resolve("nightly"));
  Rehearse.in(folder.toAbsolutePath(), Path.of(System.getProperty("java.home")));
}

/// Copies the files of a folder, with their rights.
void copyFolder(Path from, Path to) throws IOException {
  Files.createDirectories(to);
  try (Stream<Path> files = Files.list(from)) {
    for (Path file : files.filter(Files::isRegularFile).toList()) {
      Files.copy(
          file,
          to.resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
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
