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
    Thread hook = new Thread(() -> interrupt(stop, ended), "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    int code = 1;
    try {
      code = new CommandLineProgram(System.getenv(), out, err, stop::get).run(args);
      out.flush();
    } finally {
      ended.countDown();
    }
    if (!stop.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
      System.exit(code);
    }
  }

  /// On an interrupt: chains end with what they have, it is saved, then the process ends.
  private static void interrupt(AtomicBoolean stop, CountDownLatch ended) {
    stop.set(true);
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
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
