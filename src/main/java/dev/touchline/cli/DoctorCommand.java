/// `touchline doctor`: is everything in order here?
package dev.touchline.cli;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.fault.Fault;
import dev.touchline.work.Home;
import dev.touchline.work.Software;
import dev.touchline.work.StoredModel;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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
  private static final long LEAST_FREE_BYTES = 500L << 20;

  DoctorCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    Home home = home();
    List<Finding> problems = new ArrayList<>();
    Map<String, @Nullable Object> facts = Facts.of("software", Software.versions());
    facts.put("home", home.root().toString());
    facts.put("processors", Runtime.getRuntime().availableProcessors());
    facts.put("max_memory_bytes", Runtime.getRuntime().maxMemory());
    facts.put("free_disk_bytes", freeDisk(home, problems));
    facts.put("native_libraries", natives(problems));
    try (Workspace workspace = workspace()) {
      DatabaseAddress address = workspace.address();
      facts.put("database", address.describe());
      try {
        workspace.test(address);
        facts.put("database_reachable", true);
      } catch (Fault e) {
        facts.put("database_reachable", false);
        problems.add(new Finding(e.kind(), e.getMessage() + " " + e.remedy()));
      }
      List<StoredModel> models = workspace.models().list();
      facts.put("models", models.size());
      facts.put("served", workspace.models().served().orElse(null));
      for (StoredModel model : models) {
        if (model.damage() != null) {
          problems.add(
              new Finding(
                  Fault.Kind.STORAGE,
                  "Version " + model.version() + " is damaged: " + model.damage()));
        }
      }
    }
    facts.put("problems", problems.stream().map(Finding::sentence).toList());
    if (json()) {
      printJson(facts);
    } else {
      facts.forEach(
          (key, value) -> {
            if (!key.equals("problems")) {
              print("%-20s %s", key.replace('_', ' '), value == null ? "none" : value);
            }
          });
      problems.forEach(problem -> print("! %s", problem.sentence()));
      if (problems.isEmpty()) {
        print("Nothing is wrong.");
      }
    }
    return problems.stream().mapToInt(problem -> problem.kind().exitCode()).max().orElse(0);
  }

  /// @param kind decides the exit code
  /// @param sentence what is wrong
  private record Finding(Fault.Kind kind, String sentence) {}

  private static long freeDisk(Home home, List<Finding> problems) {
    try {
      long free = Files.getFileStore(home.models()).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        problems.add(
            new Finding(
                Fault.Kind.STORAGE,
                "Only "
                    + Tables.bytes(free)
                    + " are free for models; training needs 500 MB at least."));
      }
      return free;
    } catch (IOException e) {
      problems.add(
          new Finding(
              Fault.Kind.STORAGE,
              "The free space of " + home.root() + " cannot be read: " + e.getMessage()));
      return -1;
    }
  }

  /// Which native libraries lie on the class path for this system.
  private static Map<String, @Nullable Object> natives(List<Finding> problems) {
    boolean hdf5 = present("org.bytedeco.hdf5.presets.hdf5");
    boolean nd4j = present("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
    if (!hdf5) {
      problems.add(
          new Finding(
              Fault.Kind.STORAGE, "HDF5 is missing: traces cannot be written as netCDF-4."));
    }
    return Facts.of("hdf5", hdf5, "nd4j", nd4j);
  }

  private static boolean present(String name) {
    return DoctorCommand.class.getClassLoader().getResource(name.replace('.', '/') + ".class")
        != null;
  }
}
