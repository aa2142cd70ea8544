/// What every command is given: streams, environment and a stop signal.
package dev.touchline.cli;

import dev.touchline.mcmc.StopSignal;
import java.io.PrintStream;
import java.util.Map;

/// @param environment environment variables
/// @param out standard output: results only
/// @param err standard error: logs, progress, errors for people
/// @param stop set by an interrupt
record Session(
    Map<String, String> environment, PrintStream out, PrintStream err, StopSignal stop) {}
