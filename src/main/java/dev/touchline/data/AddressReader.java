/// Takes database URLs apart: address, user, password.
package dev.touchline.data;

import dev.touchline.fault.Fault;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the URLs of [DatabaseAddress]. A URL that is refused is never quoted, because a password
/// may stand anywhere in a mistyped one.
final class AddressReader {
  private static final String REMEDY =
      "Give postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or leave --db out for the embedded"
          + " database.";
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\s:@/\\[\\]]+)(:\\d{1,5})?");

  /// More than one letter, which is a drive of Windows.
  private static final Pattern H2_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9]+):");

  private static final Set<String> H2_PLACES = Set.of("file", "mem");

  /// PostgreSQL's own parameter names and what its JDBC driver calls them.
  private static final Map<String, String> DRIVER_NAMES =
      Map.of("connect_timeout", "connectTimeout", "application_name", "ApplicationName");

  private AddressReader() {}

  static DatabaseAddress read(@Nullable String url, Path home, Map<String, String> environment) {
    if (url == null || url.isBlank()) {
      return embedded(home);
    }
    String trimmed = url.strip();
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:h2:")) {
      return h2(trimmed);
    }
    if (lower.startsWith("jdbc:postgresql:")) {
      return postgres(trimmed.substring("jdbc:postgresql:".length()), true, environment);
    }
    for (String scheme : new String[] {"postgresql:", "postgres:"}) {
      if (lower.startsWith(scheme)) {
        return postgres(trimmed.substring(scheme.length()), false, environment);
      }
    }
    int colon = trimmed.indexOf(':');
    String scheme = colon > 0 ? trimmed.substring(0, colon) : "";
    throw refused(
        scheme.matches("[A-Za-z][A-Za-z0-9+.-]*")
            ? "The database address begins with \"" + scheme + ":\", which is not supported."
            : "The database address has no known scheme.");
  }

  private static DatabaseAddress embedded(Path home) {
    String file =
        home.toAbsolutePath().normalize().resolve("database").resolve("touchline").toString();
    return new DatabaseAddress("jdbc:h2:file:" + file.replace(";", "\\;"), "touchline", "", true);
  }

  private static DatabaseAddress h2(String url) {
    String user = null;
    String password = null;
    List<String> kept = new ArrayList<>();
    List<String> parts = parts(url);
    requireLocal(parts.getFirst().substring("jdbc:h2:".length()));
    for (String part : parts) {
      String lower = part.toLowerCase(Locale.ROOT);
      if (lower.startsWith("user=")) {
        user = part.substring("user=".length());
      } else if (lower.startsWith("password=")) {
        password = part.substring("password=".length());
      } else if (kept.isEmpty() || DriverParameters.h2(name(part))) {
        kept.add(part);
      } else if (!part.isBlank()) {
        throw notPassedOn();
      }
    }
    return new DatabaseAddress(String.join(";", kept), user, password, false);
  }

  /// Files and memory; the other kinds reach over the network or into archives.
  private static void requireLocal(String place) {
    Matcher scheme = H2_SCHEME.matcher(place);
    if (scheme.lookingAt() && !H2_PLACES.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
      throw refused("The database address names a kind of H2 database that is not supported.");
    }
  }

  /// Split at semicolons as H2 does it: a backslash takes its meaning from the next sign.
  private static List<String> parts(String url) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < url.length(); i++) {
      char sign = url.charAt(i);
      if (sign == ';') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(sign);
        if (sign == '\\' && i + 1 < url.length()) {
          part.append(url.charAt(++i));
        }
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return (equals < 0 ? parameter : parameter.substring(0, equals)).strip();
  }

  private static Fault notPassedOn() {
    return new Fault(
        Fault.Kind.USAGE,
        "The database address has a parameter that is not passed on to the driver.",
        "Leave it out; docs/postgresql.md names those that are.");
  }

  private static DatabaseAddress postgres(
      String rest, boolean jdbc, Map<String, String> environment) {
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    String user = null;
    String password = null;
    String hosts = "localhost";
    String database = place;
    if (place.startsWith("//")) {
      int at = place.lastIndexOf('@');
      if (at >= 0) {
        String login = place.substring(2, at);
        int colon = login.indexOf(':');
        user = decode(colon < 0 ? login : login.substring(0, colon), false);
        password = colon < 0 ? null : decode(login.substring(colon + 1), false);
      }
      String behind = place.substring(Math.max(2, at + 1));
      int slash = behind.indexOf('/');
      hosts = slash < 0 ? behind : behind.substring(0, slash);
      database = slash < 0 ? "" : behind.substring(slash + 1);
      hosts = hosts.isEmpty() ? "localhost" : hosts;
    }
    for (String host : hosts.split(",", -1)) {
      if (!HOST.matcher(host).matches()) {
        throw refused("The database address does not name a host and port correctly.");
      }
    }
    List<String> parameters = new ArrayList<>();
    for (String parameter :
        question < 0 ? new String[0] : rest.substring(question + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = name(parameter);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      if (name.equals("user")) {
        user = decode(value, jdbc);
      } else if (name.equals("password")) {
        password = decode(value, jdbc);
      } else if (!name.isEmpty() && !DriverParameters.postgres(name)) {
        throw notPassedOn();
      } else if (!name.isEmpty()) {
        parameters.add(jdbc ? parameter : translated(name, value));
      }
    }
    if (database.isEmpty() || database.contains("/")) {
      throw refused("The database address does not name a database.");
    }
    fromEnvironment(environment, parameters);
    user = user == null || user.isEmpty() ? environment.get("PGUSER") : user;
    password = password == null ? environment.get("PGPASSWORD") : password;
    String url = "jdbc:postgresql://" + hosts + "/" + database;
    return new DatabaseAddress(
        parameters.isEmpty() ? url : url + "?" + String.join("&", parameters),
        user,
        password,
        false);
  }

  /// What PostgreSQL's own programs take from the environment where the address does not say it.
  private static void fromEnvironment(Map<String, String> environment, List<String> parameters) {
    for (String name : List.of("sslmode", "sslrootcert")) {
      String value = environment.get("PG" + name.toUpperCase(Locale.ROOT));
      if (value != null
          && !value.isBlank()
          && parameters.stream().noneMatch(given -> given.startsWith(name + "="))) {
        parameters.add(translated(name, value));
      }
    }
  }

  private static String translated(String name, String value) {
    return DRIVER_NAMES.getOrDefault(name, name)
        + "="
        + URLEncoder.encode(decode(value, false), StandardCharsets.UTF_8);
  }

  /// Percent signs decoded; a plus is a space in JDBC parameters only. What is not validly encoded
  /// is taken as it stands.
  private static String decode(String text, boolean plusIsSpace) {
    try {
      return URLDecoder.decode(
          plusIsSpace ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Fault refused(String message) {
    return new Fault(Fault.Kind.USAGE, message, REMEDY);
  }
}
