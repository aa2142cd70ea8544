/// The program's entry: without a command the workbench opens, anything else is one.
package dev.touchline;

import dev.touchline.cli.CommandLineProgram;
import dev.touchline.cli.Logs;
import dev.touchline.desktop.Launcher;
import dev.touchline.desktop.WorkbenchArguments;
import dev.touchline.fault.Fault;
import dev.touchline.fault.Memory;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    WorkbenchArguments window = WorkbenchArguments.of(System.getenv(), args);
    if (window != null) {
      System.exit(workbench(err, window));
    }
    // Hooks of libraries may fail at the end, when all has been told that a user can act upon.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> err.println("The thread " + thread.getName() + " ended early: " + e));
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    CommandLineProgram program = new CommandLineProgram(System.getenv(), out, err, stop::get);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interrupt(program, stop, ended), "interrupt"));
    int code = 1;
    try {
      code = program.run(args);
      out.flush();
    } catch (Throwable e) {
      // The program answers its failures itself; this is for one that keeps it from doing so.
      Fault memory = Memory.fault(e);
      if (memory != null) {
        err.println("Error: " + memory.getMessage());
        err.println("       " + memory.remedy());
        code = memory.kind().exitCode();
      } else {
        err.println("Error: Touchline failed unexpectedly: " + e);
        err.println("       Install Touchline again; if that does not help, please report this.");
      }
    } finally {
      ended.countDown();
    }
    System.exit(code);
  }

  /// Opens the workbench; its warnings go to standard error, the details to the log of the home.
  private static int workbench(PrintStream err, WorkbenchArguments window) {
    Map<String, String> environment = window.environment();
    return new Launcher(environment, err, home -> Logs.forWorkbench(err, home, environment))
        .open(window.trace());
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
