/// Reads and writes `metadata.json`.
package dev.touchline.props;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.touchline.fault.Causes;
import dev.touchline.fault.Fault;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The JSON form of [ModelMetadata]: keys in snake_case, dates and instants in ISO form, props by
/// their keys.
public final class MetadataFile {
  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .registerTypeAdapter(LocalDate.class, text(LocalDate::toString, LocalDate::parse))
          .registerTypeAdapter(Instant.class, text(Instant::toString, Instant::parse))
          .registerTypeAdapter(Prop.class, text(Prop::key, Prop::parse))
          .registerTypeAdapter(ModelVariant.class, text(ModelVariant::key, ModelVariant::parse))
          .registerTypeAdapter(Position.class, text(Position::name, Position::parse))
          .create();

  private static final Set<String> SINCE_FORMAT_2 = Set.of("variant", "teams", "playerTeams");

  private MetadataFile() {}

  /// Reads a file; a newer format, a missing or unreadable file is a fault of kind STORAGE.
  public static ModelMetadata read(Path file) {
    String json;
    try {
      json = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw damaged(file, "does not exist", e);
    } catch (CharacterCodingException e) {
      throw damaged(file, "is not valid UTF-8", e);
    } catch (IOException e) {
      throw damaged(file, "cannot be read (" + e + ")", e);
    }
    JsonObject object;
    try {
      JsonElement element = JsonParser.parseString(json);
      if (!element.isJsonObject()) {
        throw damaged(file, "holds no JSON object", null);
      }
      object = element.getAsJsonObject();
    } catch (JsonParseException e) {
      throw damaged(file, "is not valid JSON", e);
    }
    int format = checkFormat(file, object);
    for (RecordComponent component : ModelMetadata.class.getRecordComponents()) {
      if (format > 1 || !SINCE_FORMAT_2.contains(component.getName())) {
        requireKey(file, object, snakeCase(component.getName()));
      }
    }
    try {
      ModelMetadata metadata = Objects.requireNonNull(GSON.fromJson(object, ModelMetadata.class));
      checkShapes(file, metadata);
      return metadata;
    } catch (Fault e) {
      throw e.kind() == Fault.Kind.STORAGE ? e : damaged(file, "is invalid: " + e.getMessage(), e);
    } catch (RuntimeException e) { // Gson wraps what records' constructors throw
      throw damaged(file, "is invalid (" + reason(e) + ")", e);
    }
  }

  /// Writes a file (plain write; the store makes versions appear atomically).
  public static void write(ModelMetadata metadata, Path file) {
    String json = GSON.toJson(metadata);
    try {
      Files.writeString(file, json + "\n");
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The metadata " + file + " cannot be written (" + e + ").",
          "Check that the disk has space and that the folder may be written.",
          Map.of("file", file.toString()),
          e);
    }
  }

  private static int checkFormat(Path file, JsonObject object) {
    requireKey(file, object, "format_version");
    int format;
    try {
      format = object.get("format_version").getAsInt();
    } catch (RuntimeException e) { // not a number
      throw damaged(file, "has a format_version that is no number", e);
    }
    if (format > ModelMetadata.FORMAT_VERSION) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The metadata "
              + file
              + " has format "
              + format
              + ", which is newer than "
              + ModelMetadata.FORMAT_VERSION
              + ", the newest that this program reads.",
          "Open the model with the version of Touchline that wrote it, or a later one.",
          Map.of("file", file.toString(), "format_version", format),
          null);
    }
    if (format < 1) {
      throw damaged(file, "has the impossible format_version " + format, null);
    }
    return format;
  }

  private static void requireKey(Path file, JsonObject object, String key) {
    if (!object.has(key) || object.get(key).isJsonNull()) {
      throw damaged(file, "is incomplete: " + key + " is missing", null);
    }
  }

  /// What Gson lets through although a record's list has holes or lists do not fit together.
  private static void checkShapes(Path file, ModelMetadata m) {
    check(file, !m.props().isEmpty() && noneNull(m.props()), "props");
    check(
        file,
        noneNull(m.players())
            && m.players().stream().allMatch(p -> p.name() != null && p.position() != null),
        "players");
    check(
        file,
        m.playerRows().size() == m.players().size() && noneNull(m.playerRows()),
        "player_rows");
    check(
        file,
        noneNull(m.opponents()) && m.opponents().stream().allMatch(o -> o.name() != null),
        "opponents");
    check(
        file,
        noneNull(m.teams())
            && m.teams().stream().allMatch(team -> team.name() != null)
            && m.teams().isEmpty() != m.variant().teamEffects(),
        "teams");
    check(
        file,
        noneNull(m.playerTeams())
            && m.playerTeams().size() == (m.variant().teamEffects() ? m.players().size() : 0),
        "player_teams");
    check(
        file,
        m.positionWeights().size() == Position.values().length && noneNull(m.positionWeights()),
        "position_weights");
    check(
        file,
        m.features().names() != null
            && m.features().mean() != null
            && m.features().sd() != null
            && noneNull(m.features().names())
            && m.features().mean().length == m.features().names().size()
            && m.features().sd().length == m.features().names().size(),
        "features");
  }

  private static boolean noneNull(Iterable<?> items) {
    for (Object item : items) {
      if (item == null) {
        return false;
      }
    }
    return true;
  }

  private static void check(Path file, boolean whole, String key) {
    if (!whole) {
      throw damaged(file, "is incomplete: " + key + " is broken", null);
    }
  }

  private static Fault damaged(Path file, String what, @Nullable Throwable cause) {
    return new Fault(
        Fault.Kind.STORAGE,
        "The metadata " + file + " " + what + ".",
        "Restore the model's folder from a backup, or train the version again.",
        Map.of("file", file.toString()),
        cause);
  }

  private static String reason(Throwable failure) {
    Throwable innermost = Causes.of(failure).getLast();
    String message = innermost.getMessage();
    return message == null || innermost instanceof NullPointerException
        ? "a value is missing in it or is of another kind"
        : message.lines().findFirst().orElse("");
  }

  private static String snakeCase(String name) {
    return FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES.translateName(fieldOf(name));
  }

  private static Field fieldOf(String name) {
    try {
      return ModelMetadata.class.getDeclaredField(name);
    } catch (NoSuchFieldException e) { // a record component always has its field
      throw new IllegalStateException(e);
    }
  }

  private static <T> TypeAdapter<T> text(Function<T, String> write, Function<String, T> read) {
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(write.apply(value));
      }

      @Override
      public T read(JsonReader in) throws IOException {
        String value = in.nextString();
        try {
          return read.apply(value);
        } catch (DateTimeException e) {
          throw new JsonParseException("\"" + value + "\" is no date", e);
        }
      }
    }.nullSafe();
  }
}
