/// Looks at what a home and this machine hold, and finds what is wrong.
package dev.touchline.work;

import dev.touchline.data.FreeSpace;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.Parameter;
import dev.touchline.predict.MatrixLibrary;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.PropProblem;
import dev.touchline.trace.InMemoryTrace;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `doctor` says. Nothing is changed but for a small trace file that is written and deleted.
public final class Checkup {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Workspace workspace;
  private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /// Something that is wrong.
  ///
  /// @param kind decides the exit code
  /// @param sentence what is wrong, and what to do
  public record Finding(Fault.Kind kind, String sentence) {}

  private Checkup(Workspace workspace) {
    this.workspace = workspace;
  }

  /// What was found.
  ///
  /// @param facts by name, in the order they are shown
  /// @param findings what is wrong
  public record Result(Map<String, @Nullable Object> facts, List<Finding> findings) {}

  /// Looks at everything.
  public static Result of(Workspace workspace) {
    Checkup checkup = new Checkup(workspace);
    checkup.machine();
    checkup.disk();
    checkup.traces();
    checkup.database();
    checkup.models();
    checkup.leftovers();
    return new Result(checkup.facts, List.copyOf(checkup.findings));
  }

  private void wrong(Fault.Kind kind, String sentence) {
    findings.add(new Finding(kind, sentence));
  }

  private void machine() {
    facts.put("software", Software.versions());
    facts.put("home", workspace.home().root().toString());
    facts.put("processors", Runtime.getRuntime().availableProcessors());
    facts.put("max_memory_bytes", Runtime.getRuntime().maxMemory());
    facts.put("sampling_kernel", PropProblem.kernel());
    facts.put("time_zone", java.time.ZoneId.systemDefault().toString());
    facts.put("locale", Locale.getDefault().toString());
  }

  private void disk() {
    Path models = workspace.home().models();
    try {
      long free = FreeSpace.of(models);
      facts.put("free_disk_bytes", free);
      if (free < Room.LEAST_FREE_BYTES) {
        wrong(
            Fault.Kind.STORAGE,
            "Only %,d MB are free for models; training needs 500 MB at least: touchline models prune --keep N."
                .formatted(free >> 20));
      }
    } catch (IOException e) {
      facts.put("free_disk_bytes", -1);
      wrong(Fault.Kind.STORAGE, "The free space of " + models + " cannot be read.");
    }
    if (!Files.isWritable(models)) {
      wrong(Fault.Kind.STORAGE, models + " may not be written to: nothing can be trained.");
    }
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
    if (!Files.isWritable(scratch)) {
      wrong(
          Fault.Kind.STORAGE,
          "The folder for temporary files, " + scratch + ", may not be written to.");
    }
  }

  /// Libraries are not just looked for: one writes a trace, which is read again.
  private void traces() {
    Map<String, @Nullable Object> natives = new LinkedHashMap<>();
    Path file = null;
    try {
      file = Files.createTempFile("touchline-doctor", ".nc");
      TraceSchema schema =
          new TraceSchema(List.of(new Parameter("x", List.of(), new int[0])), List.of(), Map.of());
      InMemoryTrace trace =
          new InMemoryTrace(schema, 1, 2, Map.of("x", new double[][] {{1, 2}}), Map.of());
      String engine = new TraceFiles().write(trace, file);
      natives.put("trace_writer", engine);
      try (TraceSource read = new TraceFiles().open(file)) {
        if (read.read("x", 0, 0, 2)[1] != 2) {
          wrong(Fault.Kind.DEFECT, "A trace that was written is read as something else.");
        }
      }
      if (engine.startsWith("netCDF-3")) {
        wrong(
            Fault.Kind.STORAGE,
            "The HDF5 library cannot be loaded here: traces are written as "
                + engine
                + ", several files in place of one, which Touchline and Python read as well. An"
                + " installed netCDF library (brew install netcdf, apt-get install libnetcdf19)"
                + " writes one file again.");
      }
    } catch (IOException | Fault e) {
      natives.put("trace_writer", null);
      wrong(Fault.Kind.STORAGE, "Traces cannot be written here: " + e.getMessage());
    } finally {
      delete(file);
    }
    String matrices = MatrixLibrary.trouble();
    natives.put("matrix_library", matrices.isEmpty() ? "ND4J" : null);
    if (!matrices.isEmpty()) {
      wrong(
          Fault.Kind.DEFECT,
          "The matrix library ND4J cannot be loaded ("
              + matrices
              + "); predictions do without it.");
    }
    facts.put("native_libraries", natives);
  }

  private static void delete(@Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private void database() {
    facts.put("database", workspace.address().describe());
    try {
      workspace.test(workspace.address());
      facts.put("database_reachable", true);
      facts.put("rows", workspace.rows().status(false).rows());
    } catch (Fault e) {
      facts.putIfAbsent("database_reachable", false);
      wrong(e.kind(), e.getMessage() + " " + e.remedy());
    }
  }

  private void models() {
    List<StoredModel> models = workspace.models().list();
    facts.put("models", models.size());
    facts.put("served", workspace.models().served().orElse(null));
    Instant latest = Instant.now().plus(AHEAD);
    for (StoredModel model : models) {
      ModelMetadata metadata = model.metadata();
      if (model.damage() != null) {
        wrong(Fault.Kind.STORAGE, "Version " + model.version() + " is damaged: " + model.damage());
      } else if (metadata != null && metadata.created().isAfter(latest)) {
        wrong(
            Fault.Kind.STORAGE,
            "Version "
                + model.version()
                + " is of "
                + metadata.created()
                + ", which is yet to come: the clock of this machine was set back, and prune takes"
                + " new versions for old ones.");
      }
    }
  }

  private void leftovers() {
    facts.put(
        "interrupted_runs",
        workspace.checkpoints().list().stream().map(InterruptedRun::version).toList());
    facts.put("recovered_bytes", new Recovery(workspace.home()).bytes());
    facts.put("backups", backups());
  }

  private long backups() {
    Path folder = workspace.home().root().resolve("database").resolve("backups");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    } catch (IOException e) {
      return 0;
    }
  }
}
