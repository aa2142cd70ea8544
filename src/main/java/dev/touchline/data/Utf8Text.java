/// Reads a CSV source as strict UTF-8.
package dev.touchline.data;

import dev.touchline.data.feed.FeedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A source's text: a byte-order mark is skipped, bytes that are not UTF-8 are an error and never
/// replaced silently.
final class Utf8Text implements AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LOOK_AHEAD = 8_192;

  private final BufferedReader reader;
  private final char separator;

  Utf8Text(FeedFile source) throws IOException {
    reader = new BufferedReader(new InputStreamReader(source.open(), decoder()), 1 << 16);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      separator = guessSeparator();
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  Reader reader() {
    return reader;
  }

  /// The separator that the first line uses most: comma, semicolon or tab.
  char separator() {
    return separator;
  }

  private char guessSeparator() throws IOException {
    reader.mark(LOOK_AHEAD);
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    for (int i = 0; i < LOOK_AHEAD - 1; i++) {
      int c = reader.read();
      if (c < 0 || c == '\n' || c == '\r') {
        break;
      }
      commas += c == ',' ? 1 : 0;
      semicolons += c == ';' ? 1 : 0;
      tabs += c == '\t' ? 1 : 0;
    }
    reader.reset();
    if (semicolons > commas && semicolons >= tabs) {
      return ';';
    }
    return tabs > commas ? '\t' : ',';
  }

  /// Where the first byte sequence stands that is not UTF-8: "in line 3 (byte 120)".
  static String firstBadPlace(FeedFile source) {
    CharsetDecoder decoder = decoder();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    long before = 0;
    long line = 1;
    try (InputStream stream = source.open()) {
      while (true) {
        int n = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        var result = decoder.decode(bytes, chars, n < 0);
        for (int i = 0; i < bytes.position(); i++) {
          line += bytes.get(i) == '\n' ? 1 : 0;
        }
        before += bytes.position();
        if (result.isError()) {
          return "in line " + line + " (byte " + (before + 1) + ")";
        }
        if (n < 0) {
          return "";
        }
        bytes.compact();
        chars.clear();
      }
    } catch (IOException e) {
      return "";
    }
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
