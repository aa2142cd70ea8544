/// `touchline doctor`: is everything in order here?
package dev.touchline.cli;

import dev.touchline.work.Checkup;
import dev.touchline.work.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@picocli.CommandLine.Command(
    name = "doctor",
    description = "Versions, native libraries, database, disk and memory, and what is wrong.",
    footer = {
      "",
      "Example: touchline doctor --json",
      "",
      "Its exit code is 0 where nothing is wrong, else that of the gravest finding."
    })
final class DoctorCommand extends Command {
  DoctorCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    try (Workspace workspace = workspace()) {
      Checkup.Result result = Checkup.of(workspace);
      if (json()) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>(result.facts());
        facts.put(
            "problems",
            result.findings().stream()
                .map(finding -> session().secrets().strike(finding.sentence()))
                .toList());
        printJson(facts);
      } else {
        result
            .facts()
            .forEach(
                (key, value) ->
                    print("%-20s %s", key.replace('_', ' '), value == null ? "none" : value));
        result
            .findings()
            .forEach(finding -> print("! %s", session().secrets().strike(finding.sentence())));
        if (result.findings().isEmpty()) {
          print("Nothing is wrong.");
        }
      }
      return result.findings().stream()
          .mapToInt(finding -> finding.kind().exitCode())
          .max()
          .orElse(0);
    }
  }
}
