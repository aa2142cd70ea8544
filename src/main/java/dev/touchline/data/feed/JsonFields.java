/// Typed looks into one JSON object.
package dev.touchline.data.feed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The members of an object as the importers need them; one that is missing or of another type is a
/// [MatchRefused] that names it.
///
/// @param object the object
/// @param what what it is called in messages, such as "the substitution"
public record JsonFields(JsonObject object, String what) {
  private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,18})(?:\\.0{1,6})?");
  private static final Pattern DECIMAL =
      Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,40})?(?:[eE]-?\\d{1,3})?");
  private static final int SHOWN = 60;

  private @Nullable JsonElement member(String name) {
    JsonElement element = object.get(name);
    return element == null || element.isJsonNull() ? null : element;
  }

  /// Whether the member is there and not null.
  public boolean has(String name) {
    return member(name) != null;
  }

  private String primitive(String name) {
    JsonElement element = member(name);
    if (element == null) {
      throw new MatchRefused(what + " lacks " + name);
    }
    if (!element.isJsonPrimitive()) {
      throw new MatchRefused(name + " of " + what + " is no plain value");
    }
    return element.getAsString();
  }

  /// A whole number, also written as a text or with decimals of zero.
  public long whole(String name) {
    String text = primitive(name).strip();
    var matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      throw new MatchRefused(name + " of " + what + " is " + quoted(text) + ", no whole number");
    }
    return Long.parseLong(matcher.group(1));
  }

  /// A finite number from 0 on.
  public double number(String name) {
    String text = primitive(name).strip();
    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!(value >= 0 && value < 1e9)) {
      throw new MatchRefused(name + " of " + what + " is " + quoted(text) + ", no such number");
    }
    return value;
  }

  /// A text that is not blank.
  public String text(String name) {
    String text = primitive(name).strip();
    if (text.isEmpty()) {
      throw new MatchRefused(name + " of " + what + " is empty");
    }
    return text;
  }

  /// A text, empty where there is none.
  public String textOrEmpty(String name) {
    JsonElement element = member(name);
    return element != null && element.isJsonPrimitive() ? element.getAsString().strip() : "";
  }

  /// An object inside.
  public JsonFields child(String name) {
    JsonFields child = childOrNull(name);
    if (child == null) {
      throw new MatchRefused(what + " lacks " + name);
    }
    return child;
  }

  /// An object inside, or null.
  public @Nullable JsonFields childOrNull(String name) {
    JsonElement element = member(name);
    return element != null && element.isJsonObject()
        ? new JsonFields(element.getAsJsonObject(), name + " of " + what)
        : null;
  }

  /// The objects of a list inside; empty where there is no list (null, "null").
  public List<JsonFields> children(String name) {
    JsonElement element = member(name);
    List<JsonFields> children = new ArrayList<>();
    if (element != null && element.isJsonArray()) {
      for (JsonElement one : element.getAsJsonArray()) {
        if (one.isJsonObject()) {
          children.add(new JsonFields(one.getAsJsonObject(), name + " of " + what));
        }
      }
    }
    return children;
  }

  private static String quoted(String text) {
    return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
  }
}
