/// What every command is given: streams, environment and a stop signal.
package dev.touchline.cli;

import dev.touchline.mcmc.StopSignal;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// @param environment environment variables
/// @param out standard output: results only
/// @param err standard error: logs, progress, errors for people
/// @param stop set by an interrupt
/// @param heedsStop set by the running command: whether it ends in good order when it is stopped
/// @param secrets passwords of this run, to be struck out
record Session(
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    StopSignal stop,
    AtomicBoolean heedsStop,
    Secrets secrets) {}
