/// Keeps passwords out of everything that is printed or logged.
package dev.touchline.cli;

import java.util.regex.Pattern;

final class Secrets {
  /// The user's part of a URL, whole: what follows a colon in it is a password.
  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^:/@\\s]*):[^/\\s]*@");

  private static final Pattern IN_PARAMETER = Pattern.compile("(?i)(password=)[^&;\\s\"']*");

  private Secrets() {}

  /// The text with passwords of URLs struck out.
  static String strike(String text) {
    String clean = IN_ADDRESS.matcher(text).replaceAll("$1:…@");
    return IN_PARAMETER.matcher(clean).replaceAll("$1…");
  }
}
