/// `touchline data backup` and `data restore`: the embedded database, kept and taken back.
package dev.touchline.cli;

import dev.touchline.work.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// Holds the two.
final class BackupCommands {
  private BackupCommands() {}

  @picocli.CommandLine.Command(
      name = "backup",
      description = "Writes a backup of the embedded database.",
      footer = {"", "Example: touchline data backup"})
  static final class Backup extends Command {
    Backup(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        Path file = workspace.backup();
        if (json()) {
          printJson(Facts.of("backup", file.toString()));
        } else {
          print("%s", file);
        }
        return 0;
      }
    }
  }

  @picocli.CommandLine.Command(
      name = "restore",
      description = "Puts a backup in the place of the embedded database, which is kept beside it.",
      footer = {
        "",
        "Examples",
        "  touchline data restore    # takes the newest, such as that before an update",
        "  touchline data restore FILE.zip"
      })
  static final class Restore extends Command {
    @Parameters(arity = "0..1", paramLabel = "FILE.zip", description = "The backup.")
    private @Nullable Path file;

    Restore(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        Path taken = workspace.restore(file);
        if (json()) {
          printJson(Facts.of("restored", taken.toString()));
        } else {
          print("Restored from %s; the database as it was is kept beside it", taken);
        }
        return 0;
      }
    }
  }
}
