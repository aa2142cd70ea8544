/// The files in a zip.
package dev.touchline.data.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// Lists and opens a zip's entries, those of zips inside it too (one level). Nothing is ever
/// written to disk; names that lead out of the archive are refused.
final class Archive {
  private static final byte[] MAGIC = {'P', 'K', 3, 4};
  private static final int MOST_ENTRIES = 200_000;

  private final Path path;
  private final String name;
  private final BiConsumer<String, String> refused;
  private final List<FeedFile> files = new ArrayList<>();

  /// @param name what reports call it
  /// @param refused told the name of an entry that is refused, and why (part of a sentence)
  Archive(Path path, String name, BiConsumer<String, String> refused) {
    this.path = path;
    this.name = name;
    this.refused = refused;
  }

  static boolean is(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return Arrays.equals(stream.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      return false;
    }
  }

  /// The entries that are not folders or hidden, by name.
  List<FeedFile> files() throws IOException {
    Set<String> seen = new HashSet<>();
    try (ZipFile zip = open()) {
      if (zip.size() > MOST_ENTRIES) {
        throw new ZipException("it has more than %,d entries".formatted(MOST_ENTRIES));
      }
      for (ZipEntry entry : zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
        String inside = entry.getName();
        if (!seen.add(inside)) {
          refused.accept(name + "!" + inside, "stands twice in its archive");
        } else if (wanted(entry, name)) {
          FeedFile file = new FeedFile(name + "!" + inside, () -> entry(inside));
          if (inside.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            addNested(file);
          } else {
            files.add(file);
          }
        }
      }
    }
    return files;
  }

  private ZipFile open() throws IOException {
    return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
  }

  private boolean wanted(ZipEntry entry, String archive) {
    String inside = entry.getName();
    boolean leadsOut =
        inside.startsWith("/")
            || inside.contains("\\")
            || inside.chars().anyMatch(Character::isISOControl)
            || inside.matches("[A-Za-z]:.*")
            || Arrays.asList(inside.split("/")).contains("..");
    if (leadsOut) {
      refused.accept(
          MatchRefused.shown(archive + "!" + inside), "has a name that leads out of its archive");
      return false;
    }
    String last = inside.substring(inside.lastIndexOf('/') + 1);
    return !entry.isDirectory() && !inside.startsWith("__MACOSX/") && !last.startsWith(".");
  }

  private InputStream entry(String inside) throws IOException {
    ZipFile zip = open();
    try {
      ZipEntry entry = zip.getEntry(inside);
      if (entry == null) {
        throw new ZipException("the entry " + inside + " is gone");
      }
      InputStream stream = zip.getInputStream(entry);
      return new FilterInputStream(new SafeEntry(stream, entry.getCompressedSize())) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void addNested(FeedFile inner) {
    try (ZipInputStream zip = new ZipInputStream(inner.open(), StandardCharsets.UTF_8)) {
      int entries = 0;
      long unpacked = 0;
      byte[] dropped = new byte[1 << 16];
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        for (int n = zip.read(dropped); n >= 0; n = zip.read(dropped)) {
          unpacked += n;
          if (unpacked > SafeEntry.LARGEST) {
            throw new ZipException("it unpacks to more than %,d bytes".formatted(unpacked));
          }
        }
        if (++entries > MOST_ENTRIES) {
          throw new ZipException("it has more than %,d entries".formatted(MOST_ENTRIES));
        }
        if (wanted(entry, inner.name())) {
          String inside = entry.getName();
          files.add(new FeedFile(inner.name() + "!" + inside, () -> nested(inner, inside)));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      refused.accept(inner.name(), "cannot be unpacked (" + e.getMessage() + ")");
    }
  }

  private static InputStream nested(FeedFile inner, String inside) throws IOException {
    ZipInputStream zip = new ZipInputStream(inner.open(), StandardCharsets.UTF_8);
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(inside)) {
          return new SafeEntry(zip, entry.getCompressedSize());
        }
      }
      throw new ZipException("the entry " + inside + " is gone");
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }
}
