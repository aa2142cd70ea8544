/// What the beginning of a file says about it.
package dev.touchline.data.feed;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/// The shape of a JSON file: its first record's members, by which importers recognise their files.
///
/// @param list whether it is an array of objects; else it is one object
/// @param members names of the first object's members, of a lone object only those before the first
///   long value
public record Shape(boolean list, Set<String> members) {
  /// A text that is not JSON, such as an index.
  public static final Shape TEXT = new Shape(false, Set.of("#text"));

  private static final int MOST = 100;

  /// Whether all these members are there.
  public boolean has(String... names) {
    return members.containsAll(Set.of(names));
  }

  /// Looks at a file's beginning.
  ///
  /// @throws IOException where it is not JSON of objects; `JsonText.reason` puts it in words
  public static Shape of(FeedFile file) throws IOException {
    try (JsonText text = new JsonText(file)) {
      if (text.array()) {
        text.openArray();
        return new Shape(true, text.more() ? Set.copyOf(text.object().keySet()) : Set.of());
      }
      text.open();
      Set<String> members = new LinkedHashSet<>();
      while (text.more() && members.size() < MOST) {
        String name = text.name();
        members.add(name);
        if (text.array()) {
          break;
        }
        text.skip();
      }
      return new Shape(false, Set.copyOf(members));
    } catch (IllegalStateException | JsonParseException | NumberFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
