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
    description = "Prices player props with a Bayesian multi-task model.",
    footerHeading = "%nExit codes%n",
    footer = {
      "  0    done",
      "  1    a defect of ours",
      "  2    wrong usage",
      "  3    data missing or invalid",
      "  4    not converged, nothing published",
      "  5    storage: disk full, file unreadable or corrupt",
      "  6    database not reachable",
      "  7    out of memory",
      "  130  interrupted; what was drawn is kept",
      "",
      "Examples",
      "  touchline data status",
      "  touchline train --train-start 2018-06-01 --train-end 2018-07-05 --val-end 2018-07-16"
          + " --draws 2000 --chains 4 --version v1.1",
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
