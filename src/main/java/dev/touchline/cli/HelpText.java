/// Completes every command's help with the exit codes, written once.
package dev.touchline.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

final class HelpText {
  private static final int WIDTH = 110;

  private static final List<String> EXIT_CODES =
      List.of(
          "",
          "Exit codes",
          "  0    done",
          "  1    a defect of ours",
          "  2    wrong usage",
          "  3    data missing or invalid",
          "  4    not converged, nothing published",
          "  5    storage: disk full, file unreadable or corrupt",
          "  6    database not reachable",
          "  7    out of memory",
          "  130  interrupted; what was drawn is kept");

  private HelpText() {}

  /// Adds the exit codes below the help of a command and of all its subcommands.
  static void complete(CommandLine line) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.width(WIDTH);
    usage.footer(
        Stream.concat(Arrays.stream(usage.footer()), EXIT_CODES.stream()).toArray(String[]::new));
    line.getSubcommands().values().forEach(HelpText::complete);
  }
}
