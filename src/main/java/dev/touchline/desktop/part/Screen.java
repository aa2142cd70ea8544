/// The way back to the screen's thread.
package dev.touchline.desktop.part;

/// Runs something on the thread that may change properties; tests run it at once.
@FunctionalInterface
public interface Screen {
  /// Soon, in order.
  void later(Runnable task);
}
