/// The program's entry: no arguments open the workbench, anything else is a command.
package dev.touchline;

import dev.touchline.cli.CommandLineProgram;
import dev.touchline.desktop.Launcher;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Wires the process to the program: streams, environment, signals, exit code.
public final class Main {
  private static final int INTERRUPTED = 130;
  private static final long PATIENCE_SECONDS = 60;

  private Main() {}

  /// Starts the program and ends the process with its exit code.
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    if (args.length == 0) {
      System.exit(new Launcher(System.getenv(), err).open());
    }
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    CommandLineProgram program = new CommandLineProgram(System.getenv(), out, err, stop::get);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interrupt(program, stop, ended), "interrupt"));
    int code = 1;
    try {
      code = program.run(args);
      out.flush();
    } finally {
      ended.countDown();
    }
    System.exit(code);
  }

  /// On an interrupt: a run that keeps what it has is given the time for it, then the process ends.
  /// Where the run has ended already, its own exit code stands.
  private static void interrupt(
      CommandLineProgram program, AtomicBoolean stop, CountDownLatch ended) {
    if (ended.getCount() == 0) {
      return;
    }
    stop.set(true);
    try {
      if (program.heedsStop() && !ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        stream(FileDescriptor.err).println("Gave up waiting for the run to end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(INTERRUPTED);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
