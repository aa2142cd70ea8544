/// Changes bytes of good files as disks, transfers, editors and people with bad intent do.
package dev.touchline.work;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// One to eight changes a time; the same random numbers make the same file.
///
/// @param random where the changes come from
record Mutator(SplittableRandom random) {
  /// What parsers trip over, put in anywhere or in place of a number or a word.
  private static final List<String> TOKENS =
      List.of(
          "1e999",
          "-1",
          "NaN",
          "Infinity",
          "9223372036854775808",
          "0.1",
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "\"",
          "'",
          ",",
          "\n",
          "\r",
          "\t",
          "\\",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\uFEFF",
          "\u202E",
          "0000-00-00",
          "9999-99-99",
          "-999999999-01-01",
          "%00",
          "%zz",
          "../",
          "//",
          "=",
          "&",
          "?",
          "#",
          "@",
          ":",
          ";",
          "<script>",
          "[".repeat(5_000),
          "{\"a\":".repeat(2_000),
          "9".repeat(2_000));

  /// A changed copy.
  ///
  /// @param good a whole file
  /// @param other another file, parts of which may be put in
  byte[] change(byte[] good, byte[] other) {
    byte[] bytes = good;
    for (int left = 1 + random.nextInt(8); left > 0; left -= 1 + random.nextInt(3)) {
      bytes = once(bytes, other);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes, byte[] other) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
    return switch (random.nextInt(9)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> spliced(bytes, at, to, new byte[0]);
      case 2 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 3 -> spliced(bytes, at, to, part(other));
      case 4 -> spliced(bytes, at, at, token());
      case 5, 6 -> inPlaceOfAWord(bytes, at);
      default -> flipped(bytes, at);
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    if (at < changed.length) {
      changed[at] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) (changed[at] ^ 1 << random.nextInt(8));
    }
    return changed;
  }

  private byte[] inPlaceOfAWord(byte[] bytes, int at) {
    int from = at;
    while (from < bytes.length && !isWord(bytes[from])) {
      from++;
    }
    int to = from;
    while (to < bytes.length && isWord(bytes[to])) {
      to++;
    }
    return spliced(bytes, from, to, token());
  }

  private static boolean isWord(byte one) {
    return Character.isLetterOrDigit(one) || one == '-' || one == '.';
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] part(byte[] other) {
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(200)));
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, from);
    all.writeBytes(between);
    all.write(bytes, to, bytes.length - to);
    return all.toByteArray();
  }
}
