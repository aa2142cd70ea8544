/// How far a judgement of chains is.
package dev.touchline.work;

/// Told from the judging threads; must be quick and safe for several threads.
@FunctionalInterface
public interface JudgeListener {
  /// Nobody listens.
  JudgeListener NONE = (done, total) -> {};

  /// So many scalars of `total` have been read.
  void judged(int done, int total);
}
