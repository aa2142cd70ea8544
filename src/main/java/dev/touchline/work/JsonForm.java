/// How facts become JSON.
package dev.touchline.work;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.touchline.fault.Causes;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelVariant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The JSON of `--json` and of the files of a version: keys in snake_case, dates ISO, nothing
/// rounded, NaN and infinity as null.
public final class JsonForm {
  private JsonForm() {}

  /// A new converter.
  public static Gson gson() {
    return new GsonBuilder()
        .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
        .setPrettyPrinting()
        .serializeNulls()
        .disableHtmlEscaping()
        .serializeSpecialFloatingPointValues()
        .registerTypeAdapter(double.class, new FiniteDouble())
        .registerTypeAdapter(Double.class, new FiniteDouble())
        .registerTypeAdapter(LocalDate.class, text(LocalDate::parse))
        .registerTypeAdapter(Instant.class, text(Instant::parse))
        .registerTypeAdapter(Duration.class, text(Duration::parse))
        .registerTypeAdapter(Prop.class, text(Prop::key, Prop::parse))
        .registerTypeAdapter(ModelVariant.class, text(ModelVariant::key, ModelVariant::parse))
        .create();
  }

  /// What a text says, null where it says `null`. Whatever is wrong with it is a
  /// [JsonParseException]: converters of dates and constructors of records throw others.
  static <T> @Nullable T read(String json, Class<T> type) {
    try {
      return gson().fromJson(json, type);
    } catch (JsonParseException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new JsonParseException(String.valueOf(Causes.of(e).getLast().getMessage()), e);
    }
  }

  private static <T> TypeAdapter<T> text(Function<String, T> parse) {
    return text(Object::toString, parse);
  }

  private static <T> TypeAdapter<T> text(Function<T, String> form, Function<String, T> parse) {
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(form.apply(value));
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return parse.apply(in.nextString());
      }
    }.nullSafe();
  }

  /// Numbers as they are, null where they are none.
  private static final class FiniteDouble extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double value) throws IOException {
      if (value == null || !Double.isFinite(value)) {
        boolean serialise = out.getSerializeNulls();
        out.setSerializeNulls(true);
        out.nullValue();
        out.setSerializeNulls(serialise);
      } else {
        out.value(value.doubleValue());
      }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return Double.NaN;
      }
      return in.nextDouble();
    }
  }
}
