/// What is to be said of a run, now or at its end.
package dev.touchline.desktop.train;

/// @param headline a few words
/// @param style `good`, `caution`, `bad` or `muted`
/// @param text sentences
record Verdict(String headline, String style, String text) {
  /// Before any run.
  static final Verdict NONE =
      new Verdict(
          "No run yet",
          "muted",
          "Set the dates and press Train; the chains are shown as they run.");
}
