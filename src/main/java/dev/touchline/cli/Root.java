/// The command above all commands.
package dev.touchline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "touchline",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Prices player props with a Bayesian multi-task model.",
      "",
      "Without a command the workbench opens: touchline [--home DIR] [--db URL] [TRACE.nc]"
    },
    footer = {
      "",
      "Examples",
      "  touchline data status",
      "  touchline train --train-start 2018-06-01 --train-end 2018-07-05 --val-end 2018-07-16"
          + " --version v1.1",
      "  touchline predict v1.1 --player \"L. Modrić\" --opponent England --away",
      "  touchline models show v1.1",
      "  touchline COMMAND --help"
    })
final class Root implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Print the version.")
  private boolean version;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
