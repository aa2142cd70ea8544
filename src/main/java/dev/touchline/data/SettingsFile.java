/// Reads `database.json`.
package dev.touchline.data;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.touchline.fault.Fault;
import dev.touchline.football.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A small file: an unknown key is a slip of the pen and refused, so that no setting is overlooked.
final class SettingsFile {
  private static final int FORMAT = 1;
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_SECONDS = 86_400;
  private static final int LARGEST_FETCH = 1_000_000;

  private final Path file;

  private SettingsFile(Path file) {
    this.file = file;
  }

  static DatabaseSettings read(Path file) {
    return new SettingsFile(file).settings();
  }

  private DatabaseSettings settings() {
    String text;
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw refused("is larger than " + MOST_BYTES + " bytes");
      }
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return DatabaseSettings.DEFAULT;
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The settings " + file + " cannot be read.",
          "Check that you may read the file and that it is UTF-8.",
          e);
    }
    try {
      return settings(JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
      throw refused("is not the JSON object it should be");
    }
  }

  private DatabaseSettings settings(JsonObject root) {
    only(root, "the file", Set.of("format", "statement_timeout_seconds", "fetch_size", "mapping"));
    int format = whole(root, "format", FORMAT, 1, Integer.MAX_VALUE);
    if (format > FORMAT) {
      throw refused("has the format " + format + ", which is newer than this program knows");
    }
    DatabaseSettings usual = DatabaseSettings.DEFAULT;
    int seconds = (int) usual.statementTimeout().toSeconds();
    JsonElement mapping = root.get("mapping");
    return new DatabaseSettings(
        Duration.ofSeconds(whole(root, "statement_timeout_seconds", seconds, 0, LONGEST_SECONDS)),
        whole(root, "fetch_size", usual.fetchSize(), 1, LARGEST_FETCH),
        mapping == null || mapping.isJsonNull() ? null : mapping(object(mapping, "mapping")));
  }

  private TableMapping mapping(JsonObject mapping) {
    only(mapping, "mapping", Set.of("schema", "table", "columns", "constants", "positions"));
    String table = text(mapping.get("table"), "table");
    if (table == null) {
      throw refused("has a mapping without a table");
    }
    Map<String, Position> positions = new TreeMap<>();
    texts(mapping, "positions").forEach((code, ours) -> positions.put(code, position(ours)));
    return new TableMapping(
        text(mapping.get("schema"), "schema"),
        table,
        texts(mapping, "columns"),
        texts(mapping, "constants"),
        positions);
  }

  private Position position(String code) {
    try {
      return Position.parse(code);
    } catch (Fault e) {
      throw refused("names the position \"" + code + "\", which is not GKP, DEF, MID or FWD");
    }
  }

  private Map<String, String> texts(JsonObject parent, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonElement element = parent.get(name);
    if (element != null && !element.isJsonNull()) {
      object(element, name)
          .asMap()
          .forEach(
              (key, value) -> {
                String text = text(value, key);
                if (text != null) {
                  texts.put(key, text);
                }
              });
    }
    return texts;
  }

  private @Nullable String text(@Nullable JsonElement element, String name) {
    if (element == null || element.isJsonNull()) {
      return null;
    }
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
      throw refused("should have a text for " + name);
    }
    return element.getAsString();
  }

  private int whole(JsonObject object, String name, int otherwise, int least, int most) {
    JsonElement element = object.get(name);
    if (element == null || element.isJsonNull()) {
      return otherwise;
    }
    String text = element.isJsonPrimitive() ? element.getAsString() : "";
    if (!text.matches("\\d{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw refused(
          "should have a whole number of at least "
              + least
              + (most == Integer.MAX_VALUE ? "" : " and at most " + most)
              + " for "
              + name);
    }
    return Integer.parseInt(text);
  }

  private JsonObject object(JsonElement element, String name) {
    if (!element.isJsonObject()) {
      throw refused("should have an object for " + name);
    }
    return element.getAsJsonObject();
  }

  private void only(JsonObject object, String where, Set<String> known) {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw refused("says \"" + key + "\" in " + where + ", which means nothing");
      }
    }
  }

  private Fault refused(String what) {
    return new Fault(
        Fault.Kind.USAGE,
        "The settings file " + file + " " + what + ".",
        "Correct it as docs/postgresql.md describes, or remove it.");
  }
}
