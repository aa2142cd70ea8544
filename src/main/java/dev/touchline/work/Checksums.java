/// The checksums of a version's files, by which a later change of any of them is noticed.
package dev.touchline.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The file `SHA256SUMS` of a version, in the form of `sha256sum`, which can check it too.
final class Checksums {
  static final String NAME = "SHA256SUMS";

  private static final int DIGITS = 64;

  private Checksums() {}

  /// Sums up every file of a folder.
  static void write(Path folder) {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.endsWith(NAME)).sorted().toList()) {
        lines.append(of(file)).append("  ").append(file.getFileName()).append('\n');
      }
    } catch (IOException | UncheckedIOException e) {
      throw FileTree.storage("The files of " + folder + " cannot be summed up", e);
    }
    FileTree.writeAtomically(folder.resolve(NAME), lines.toString());
  }

  /// What differs from the sums, one sentence a file; nothing where the folder has none, as those
  /// of older programs.
  static List<String> check(Path folder) {
    Path sums = folder.resolve(NAME);
    List<String> problems = new ArrayList<>();
    if (!Files.isRegularFile(sums)) {
      return problems;
    }
    try {
      for (String line : Files.readAllLines(sums)) {
        String name = line.substring(Math.min(line.length(), DIGITS)).strip();
        if (name.isEmpty()
            || name.contains("/")
            || name.contains("\\")
            || name.chars().anyMatch(Character::isISOControl)) {
          problems.add(NAME + " is damaged.");
        } else if (!Files.isRegularFile(folder.resolve(name))) {
          problems.add(name + " is missing.");
        } else if (!line.startsWith(of(folder.resolve(name)))) {
          problems.add(name + " was changed after it had been saved.");
        }
      }
    } catch (IOException e) {
      problems.add("The files cannot be read: " + e.getMessage() + ".");
    }
    return problems;
  }

  private static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream summed =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      summed.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(summed.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
