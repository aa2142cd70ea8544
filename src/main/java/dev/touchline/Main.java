/// The program's entry: no arguments open the workbench, anything else is a command.
package dev.touchline;

/// Wires everything.
public final class Main {
  private Main() {}

  /// Starts the program.
  public static void main(String[] args) {}
}
