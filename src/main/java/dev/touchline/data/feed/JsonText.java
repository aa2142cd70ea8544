/// Reads a JSON file record by record.
package dev.touchline.data.feed;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/// One pass over a file. Strict UTF-8 (a byte-order mark is passed over) and strict JSON; only one
/// record is held at a time, and none may be longer than a bound.
public final class JsonText implements AutoCloseable {
  private static final int DEEPEST = 64;
  private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

  private final BoundedReader bound;
  private final JsonReader reader;

  /// Opens the file.
  public JsonText(FeedFile file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    bound = new BoundedReader(new InputStreamReader(file.open(), decoder));
    reader = new JsonReader(bound);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST);
  }

  /// Why a file could not be read to its end.
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unreadable(Exception cause) {
      super(JsonText.reason(cause), cause);
    }

    /// Part of a sentence about "The file", as [JsonText#reason] has it.
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /// Reads an open file.
  @FunctionalInterface
  public interface Reading {
    /// The whole of it.
    void of(JsonText text) throws IOException;
  }

  /// Opens a file, reads it and closes it. All ways in which the text can be wrong, which the JSON
  /// library tells by unchecked exceptions too, end in one.
  public static void read(FeedFile file, Reading reading) throws Unreadable {
    try (JsonText text = new JsonText(file)) {
      reading.of(text);
    } catch (IOException | IllegalStateException | JsonParseException | NumberFormatException e) {
      throw new Unreadable(e);
    }
  }

  /// The same for a file that is one array of objects.
  public static void records(FeedFile file, Taker taker) throws Unreadable {
    read(file, text -> text.eachToEnd(taker));
  }

  /// Takes one record.
  @FunctionalInterface
  public interface Taker {
    /// A record; others follow.
    void take(JsonObject record) throws IOException;
  }

  /// Reads an array of objects to its end; entries that are null are passed over.
  public void each(Taker taker) throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      bound.record();
      if (reader.peek() == JsonToken.NULL) {
        reader.nextNull();
      } else {
        taker.take(object());
      }
    }
    reader.endArray();
    bound.record();
  }

  /// Reads the file as one array of objects, behind which nothing may follow.
  public void eachToEnd(Taker taker) throws IOException {
    each(taker);
    end();
  }

  /// The next object as a whole.
  public JsonObject object() throws IOException {
    bound.record();
    JsonElement element = ELEMENTS.read(reader);
    if (!element.isJsonObject()) {
      throw new MalformedJsonException("no object at " + reader.getPreviousPath());
    }
    return element.getAsJsonObject();
  }

  /// Steps into an object.
  public void open() throws IOException {
    reader.beginObject();
  }

  /// Whether the array or object at hand goes on.
  public boolean more() throws IOException {
    return reader.hasNext();
  }

  /// The next member's name.
  public String name() throws IOException {
    bound.record();
    return reader.nextName();
  }

  /// Passes over the next value, however long.
  public void skip() throws IOException {
    bound.passing();
    reader.skipValue();
    bound.record();
  }

  /// Steps out of an object.
  public void leave() throws IOException {
    reader.endObject();
  }

  /// Steps out of the object and looks that nothing follows.
  public void closeToEnd() throws IOException {
    reader.endObject();
    end();
  }

  private void end() throws IOException {
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("more text behind the end");
    }
  }

  /// Whether the next value is an array.
  public boolean array() throws IOException {
    return reader.peek() == JsonToken.BEGIN_ARRAY;
  }

  /// Steps into an array.
  public void openArray() throws IOException {
    reader.beginArray();
  }

  /// What to say of a failure to read a file, as part of a sentence about "The file".
  public static String reason(Exception e) {
    if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
      return "is not valid UTF-8";
    }
    if (e instanceof EOFException) {
      return "breaks off before its end";
    }
    boolean json =
        e instanceof MalformedJsonException
            || e instanceof JsonParseException
            || e instanceof IllegalStateException
            || e instanceof NumberFormatException;
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String message = MatchRefused.shown(first);
    if (json) {
      return "is not the JSON it should be (" + message + ")";
    }
    return e instanceof ZipException
        ? "cannot be unpacked (" + message + ")"
        : "cannot be read to its end (" + message + ")";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
