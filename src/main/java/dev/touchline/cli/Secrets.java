/// Keeps passwords out of everything that is printed or logged.
package dev.touchline.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows the passwords that this run was given, wherever in its options they stand, mistyped ones
/// included, and strikes them out verbatim; what else looks like a password in an address is struck
/// out by its place.
final class Secrets {
  /// The user's part of a URL, whole: what follows a colon in it is a password.
  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^:/@\\s]*):[^/\\s]*@");

  private static final Pattern IN_PARAMETER = Pattern.compile("(?i)(password=)([^&;\\s\"']*)");

  /// An option that is called like a password, such as a mistaken `--password` or `--db-pass=…`.
  private static final Pattern OPTION =
      Pattern.compile("(?is)--?[^=]*(?:pass|pwd|secret)[^=]*(?:=(.*))?");

  private static final Pattern SCHEME =
      Pattern.compile("(?i)(?:jdbc:)?(?:postgres(?:ql)?|h2(?::[a-z]+)?):/?");

  /// Shorter ones stand by chance in any text; their places in addresses are struck out anyway.
  private static final int SHORTEST = 4;

  private static final String STRUCK = "…";

  private final List<String> known;

  private Secrets(Set<String> found) {
    known =
        found.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// The passwords in a command line and its environment.
  static Secrets of(List<String> arguments, Map<String, String> environment) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      inAddress(argument, found);
      Matcher option = OPTION.matcher(argument);
      if (option.matches()) {
        add(option.group(1), found);
        if (option.group(1) == null && i + 1 < arguments.size()) {
          add(arguments.get(i + 1), found);
        }
      }
    }
    for (String name : List.of("TOUCHLINE_DB", "PGPASSWORD")) {
      String value = environment.get(name);
      if (value != null && name.equals("PGPASSWORD")) {
        add(value, found);
      } else if (value != null) {
        inAddress(value, found);
      }
    }
    return new Secrets(found);
  }

  private static void inAddress(String text, Set<String> found) {
    Matcher parameter = IN_PARAMETER.matcher(text);
    while (parameter.find()) {
      add(parameter.group(2), found);
    }
    String address = text.startsWith("-") ? text.substring(text.indexOf('=') + 1) : text;
    int slashes = address.indexOf("//");
    String login =
        slashes >= 0 ? address.substring(slashes + 2) : SCHEME.matcher(address).replaceFirst("");
    int colon = login.indexOf(':');
    // Which of several @ ends the password only the server knows.
    for (int at = login.indexOf('@'); at >= 0; at = login.indexOf('@', at + 1)) {
      if (colon >= 0 && colon < at) {
        add(login.substring(colon + 1, at), found);
      }
    }
  }

  private static void add(@Nullable String secret, Set<String> found) {
    if (secret == null) {
      return;
    }
    found.add(secret);
    try {
      found.add(URLDecoder.decode(secret, StandardCharsets.UTF_8));
      found.add(URLDecoder.decode(secret.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Not encoded: it stands as it is.
    }
  }

  /// The text with passwords struck out.
  String strike(String text) {
    String clean = text;
    for (String secret : known) {
      clean = clean.replace(secret, STRUCK);
    }
    clean = IN_ADDRESS.matcher(clean).replaceAll("$1:" + STRUCK + "@");
    return IN_PARAMETER.matcher(clean).replaceAll("$1" + STRUCK);
  }

  /// The same for every text in lists and maps.
  @Nullable Object strike(@Nullable Object value) {
    if (value instanceof String text) {
      return strike(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::strike).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> clean = new LinkedHashMap<>();
      map.forEach((key, one) -> clean.put(String.valueOf(key), strike(one)));
      return clean;
    }
    return value;
  }
}
