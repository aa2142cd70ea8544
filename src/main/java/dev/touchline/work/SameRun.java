/// Refuses to go on with something that was begun differently.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import java.util.LinkedHashMap;
import java.util.Map;

/// Compares what a run's numbers depend on, by name, then and now.
final class SameRun {
  /// The name under which the rows' hash stands.
  static final String DATA = "data hash";

  private SameRun() {}

  /// A fault that names what differs: of kind DATA where it is the rows, else USAGE.
  ///
  /// @param what the run, as the subject of a sentence
  static void require(String what, Map<String, String> then, Map<String, String> now) {
    Map<String, String> different = new LinkedHashMap<>();
    then.forEach(
        (name, before) -> {
          String asked = now.get(name);
          if (!before.equals(asked)) {
            different.put(name, before + " then, " + asked + " now");
          }
        });
    if (different.isEmpty()) {
      return;
    }
    if (different.containsKey(DATA)) {
      throw new Fault(
          Fault.Kind.DATA,
          what
              + " cannot go on: its rows, windows or features were others (data hash "
              + start(then)
              + " then, "
              + start(now)
              + " now).",
          "Ask for the same dates and competitions with the same rows in the database, or leave out"
              + " --resume to begin again.",
          different,
          null);
    }
    Map.Entry<String, String> first = different.entrySet().iterator().next();
    throw new Fault(
        Fault.Kind.USAGE,
        what + " cannot go on: it had another " + first.getKey() + " (" + first.getValue() + ").",
        "Ask for the same, or leave out --resume to begin again.",
        different,
        null);
  }

  private static String start(Map<String, String> identity) {
    String hash = identity.getOrDefault(DATA, "");
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
