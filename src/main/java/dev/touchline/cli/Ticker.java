/// Prints a line about long work again and again: a bar on a terminal, a line now and then
/// elsewhere.
package dev.touchline.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thread of its own asks for the line and prints it.
final class Ticker implements AutoCloseable {
  private static final long BAR_MILLISECONDS = 200;
  private static final long LINE_MILLISECONDS = 10_000;

  private final PrintStream err;
  private final boolean quiet;
  private final Supplier<String> line;
  private final boolean bar;
  private final AtomicBoolean ended = new AtomicBoolean(true);
  private @Nullable Thread printer;

  /// @param quiet print nothing
  Ticker(PrintStream err, boolean quiet, Supplier<String> line) {
    this.err = err;
    this.quiet = quiet;
    this.line = line;
    bar = terminal();
  }

  /// Whether standard error is a terminal: the start script knows; where there is none, the console
  /// is the best guess.
  private static boolean terminal() {
    String told = System.getProperty("touchline.terminal");
    if (told != null) {
      return Boolean.parseBoolean(told);
    }
    return System.console() != null && System.console().isTerminal();
  }

  /// Begins to print.
  void start() {
    ended.set(false);
    if (!quiet) {
      printer = Thread.ofPlatform().daemon(true).name("progress").start(this::print);
    }
  }

  private void print() {
    try {
      while (!ended.get()) {
        Thread.sleep(bar ? BAR_MILLISECONDS : LINE_MILLISECONDS);
        if (!ended.get()) {
          err.print((bar ? "\r" : "") + line.get() + (bar ? "" : System.lineSeparator()));
          err.flush();
        }
      }
    } catch (InterruptedException e) {
      if (bar) {
        err.print("\r" + line.get() + System.lineSeparator());
        err.flush();
      }
    }
  }

  /// Ends printing; may be called again.
  @Override
  public void close() {
    Thread running = printer;
    if (running != null && ended.compareAndSet(false, true)) {
      running.interrupt();
      try {
        running.join(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
