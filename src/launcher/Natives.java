/// Leaves native libraries of other systems and processors out of jars that bring them for all.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One system and processor, known by the folders in which jars keep what is meant for it.
///
/// Jars write such a folder as `linux/x86_64`, `linux/amd64` or `linux-x86-64`, and each system and
/// processor has several names. A library in a folder that names no system stays.
final class Natives {
  private static final Pattern LIBRARY =
      Pattern.compile("(?<folder>.*)/[^/]*\\.(so|so\\..*|dll|dylib|jnilib|a)");
  private static final Pattern PLACE =
      Pattern.compile(
          "(.*/)?(?<system>linux|windows|win32|darwin|macos|macosx|aix|sunos|(free|open|dragonfly)bsd)"
              + "[/-](?<processor>[a-z0-9_-]+)");

  private final String system;
  private final String processor;

  private Natives(String system, String processor) {
    this.system = system;
    this.processor = processor;
  }

  /// Of the Java that this runs on.
  static Natives ofThisComputer() {
    return new Natives(
        system(System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ")[0]),
        processor(System.getProperty("os.arch").toLowerCase(Locale.ROOT)));
  }

  /// Copies a jar without what is foreign; its time stays that of the source.
  void copy(Path from, Path to) throws IOException {
    List<JarEntry> entries;
    try (JarFile jar = new JarFile(from.toFile())) {
      entries = jar.stream().toList();
      if (entries.stream().noneMatch(this::foreign)) {
        Files.copy(
            from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return;
      }
      Path beside = to.resolveSibling(to.getFileName() + ".part");
      try (var out = new JarOutputStream(Files.newOutputStream(beside))) {
        for (JarEntry entry : entries) {
          if (!foreign(entry)) {
            var copy = new JarEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            out.putNextEntry(copy);
            jar.getInputStream(entry).transferTo(out);
            out.closeEntry();
          }
        }
      }
      Files.setLastModifiedTime(beside, Files.getLastModifiedTime(from));
      Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private boolean foreign(JarEntry entry) {
    Matcher library = LIBRARY.matcher(entry.getName());
    if (!library.matches()) {
      return false;
    }
    Matcher place = PLACE.matcher(library.group("folder"));
    return place.matches()
        && !(system(place.group("system")).equals(system)
            && processor(place.group("processor")).equals(processor));
  }

  private static String system(String name) {
    return switch (name) {
      case "win32" -> "windows";
      case "mac", "macos", "macosx" -> "darwin";
      default -> name;
    };
  }

  private static String processor(String name) {
    return switch (name) {
      case "amd64", "x86-64" -> "x86_64";
      case "arm64" -> "aarch64";
      default -> name;
    };
  }
}
