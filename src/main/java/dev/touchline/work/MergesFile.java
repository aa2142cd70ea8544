/// The file of a home that says which players are one person.
package dev.touchline.work;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.touchline.data.PlayerMerges;
import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// `players.json`: `{"format": 1, "merged": [{"id": 12, "into": 7}]}`. It stands in the home and
/// not in the database, because rows may lie in a table that is only read.
final class MergesFile {
  static final String NAME = "players.json";

  private static final int FORMAT = 1;

  private final Path file;

  MergesFile(Path home) {
    file = home.resolve(NAME);
  }

  /// What the file says; nobody is merged where there is none. A file that cannot be understood is
  /// a fault of kind USAGE: training with other players than were meant would pass silently.
  PlayerMerges read() {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return PlayerMerges.NONE;
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The file of merged players, " + file + ", cannot be read.",
          "Check that you may read the file and that it is UTF-8.",
          e);
    }
    try {
      Map<Long, Long> kept = new TreeMap<>();
      JsonObject root = JsonParser.parseString(text).getAsJsonObject();
      if (root.get("format").getAsInt() != FORMAT) {
        throw new IllegalArgumentException("format " + root.get("format"));
      }
      for (JsonElement element : root.getAsJsonArray("merged")) {
        JsonObject one = element.getAsJsonObject();
        kept.put(one.get("id").getAsLong(), one.get("into").getAsLong());
      }
      return new PlayerMerges(kept);
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | NullPointerException
        | ClassCastException
        | StackOverflowError e) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The file of merged players, "
              + file
              + ", cannot be understood by this version of Touchline, which reads format "
              + FORMAT
              + ".",
          "Mend it (docs/data-formats.md shows its form), or remove it and merge again.");
    }
  }

  void write(PlayerMerges merges) {
    JsonArray merged = new JsonArray();
    merges
        .kept()
        .forEach(
            (id, into) -> {
              JsonObject one = new JsonObject();
              one.addProperty("id", id);
              one.addProperty("into", into);
              merged.add(one);
            });
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.add("merged", merged);
    FileTree.writeAtomically(file, JsonForm.gson().toJson(root));
  }
}
