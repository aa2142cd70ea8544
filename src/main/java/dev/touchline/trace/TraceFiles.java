/// Writes and opens InferenceData files.
package dev.touchline.trace;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// InferenceData in netCDF-4, or in netCDF-3 where nothing else can be written.
public final class TraceFiles {
  /// Key of a fault's details: how often the file was tried.
  public static final String TRIES = "tries";

  private static final Logger LOG = LoggerFactory.getLogger(TraceFiles.class);

  /// What the folder of a Zarr store (format 2 or 3) holds.
  private static final List<String> ZARR = List.of(".zgroup", "zarr.json");

  private final List<TraceEngine> engines;

  /// All engines, the best first.
  public TraceFiles() {
    this(List.of(new Hdf5Engine(), new NetcdfCEngine(), new Netcdf3Engine()));
  }

  TraceFiles(List<TraceEngine> engines) {
    this.engines = List.copyOf(engines);
  }

  /// Writes a trace: beside the target first, then one atomic rename. Free space is the caller's to
  /// check with [#estimateBytes]. Faults of kind STORAGE. Returns the name of the engine that
  /// wrote.
  public String write(TraceSource trace, Path file) {
    return write(TraceContents.of(trace), file);
  }

  /// The same with further groups.
  public String write(TraceContents contents, Path file) {
    Path target = file.toAbsolutePath();
    PartFiles parts = new PartFiles(target);
    try {
      if (Files.isDirectory(target)) {
        throw new IOException("there is a folder of that name");
      }
      String engine = writeByFirstThatCan(contents, parts);
      parts.publish();
      return engine;
    } catch (IOException e) {
      parts.discard();
      throw cannotWrite(target, e);
    } catch (RuntimeException | Error e) {
      parts.discard();
      throw e;
    }
  }

  private String writeByFirstThatCan(TraceContents contents, PartFiles parts) throws IOException {
    IOException first = null;
    for (TraceEngine engine : engines) {
      try {
        parts.discard();
        engine.write(contents, attributes(contents.posterior(), engine), parts);
        if (first != null) {
          LOG.warn("The trace is written as {}", engine.name());
        }
        return engine.name();
      } catch (LinkageError e) {
        LOG.warn("{} is not available here ({})", engine.name(), e.toString());
        first = first == null ? new IOException(e.toString(), e) : first;
      } catch (IOException e) {
        LOG.warn("{} failed: {}", engine.name(), e.getMessage());
        first = first == null ? e : first;
        if (isAboutTheDisk(e)) {
          break;
        }
      }
    }
    throw first == null ? new IOException("no engine to write with") : first;
  }

  private static Map<String, String> attributes(TraceSource trace, TraceEngine engine) {
    Map<String, String> attributes = new TreeMap<>(trace.schema().attributes());
    attributes.put("created_at", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    attributes.put("inference_library", "touchline");
    String version = TraceFiles.class.getPackage().getImplementationVersion();
    attributes.put("inference_library_version", version == null ? "development" : version);
    attributes.put("written_by", engine.name());
    attributes.put(
        "parameter_order",
        String.join(" ", trace.schema().parameters().stream().map(p -> p.name()).toList()));
    return attributes;
  }

  private static boolean isAboutTheDisk(IOException e) {
    String text = String.valueOf(e.getMessage());
    return text.contains("o space left") || text.contains("denied") || text.contains("Read-only");
  }

  private static Fault cannotWrite(Path target, IOException e) {
    String text = e + " " + e.getMessage();
    String reason;
    String remedy;
    Path folder = Objects.requireNonNull(target.getParent());
    if (text.contains("o space left") || text.contains("quota")) {
      reason = "the disk is full";
      remedy = "Free some space or choose a folder on another disk, then save again.";
    } else if (!Files.isDirectory(folder)) {
      reason = "the folder " + folder + " does not exist";
      remedy = "Create the folder or choose another one.";
    } else if (!Files.isWritable(folder) || text.contains("denied") || text.contains("Read-only")) {
      reason = "the folder " + folder + " may not be written to";
      remedy = "Allow writing to it or choose another folder.";
    } else {
      reason = String.valueOf(e.getMessage());
      remedy = "Check the disk and the folder, then save again.";
    }
    return new Fault(
        Fault.Kind.STORAGE,
        "The trace could not be written to " + target + ": " + reason + ".",
        remedy,
        Map.of("file", target.toString()),
        e);
  }

  /// Opens a file for reading, taking only what is asked for. A file that cannot be read gets one
  /// more try, then a fault of kind STORAGE that names it.
  public TraceSource open(Path file) {
    try {
      return read(file);
    } catch (Damaged first) {
      LOG.warn("{}: {}; trying once more", file, first.getMessage());
      try {
        return read(file);
      } catch (Damaged e) {
        throw cannotRead(file, e, Map.of("file", file.toString(), TRIES, 2));
      }
    }
  }

  /// The checksum line at the end of a trace file that is whole: two files with the same one have
  /// the same contents. Empty where the file is damaged, not Touchline's or not there.
  public Optional<String> seal(Path file) {
    try {
      return Seal.check(file);
    } catch (IOException e) {
      LOG.debug("{}: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static TraceSource read(Path file) throws Damaged {
    try {
      if (ZARR.stream().anyMatch(name -> Files.exists(file.resolve(name)))) {
        throw Damaged.until(
            "it is a Zarr store, which Touchline does not read",
            "Convert it in Python: arviz.from_zarr(\"%s\").to_netcdf(\"trace.nc\")."
                .formatted(file.getFileName()));
      }
      if (Files.isDirectory(file)) {
        throw Damaged.noTrace("it is a folder, not a file");
      }
      if (Files.size(file) == 0) {
        throw new Damaged("it is empty");
      }
      Seal.check(file);
      boolean classic = Signature.of(file) == Signature.NETCDF3;
      return new FileTrace(file, () -> classic ? ClassicLayout.open(file) : new Hdf5Layout(file));
    } catch (NoSuchFileException e) {
      throw Damaged.noTrace("there is no such file");
    } catch (Damaged e) {
      throw e;
    } catch (IOException e) {
      throw new Damaged(String.valueOf(e.getMessage()), e);
    }
  }

  /// The fault of a file that cannot be read.
  static Fault cannotRead(Path file, Exception e) {
    return cannotRead(file, e, Map.of("file", file.toString()));
  }

  private static Fault cannotRead(Path file, Exception e, Map<String, ?> details) {
    return new Fault(
        Fault.Kind.STORAGE,
        "The trace " + file + " cannot be read: " + e.getMessage() + ".",
        Damaged.remedyOf(e),
        details,
        e);
  }

  /// Upper estimate of a trace file's size in bytes.
  public static long estimateBytes(TraceSchema schema, int chains, int draws) {
    long scalars = schema.parameters().stream().mapToLong(p -> p.size()).sum();
    return estimateBytes(scalars, chains, draws);
  }

  /// The same from the number of scalars in a draw.
  public static long estimateBytes(long scalars, int chains, int draws) {
    return (scalars + 9) * chains * draws * Double.BYTES + (1L << 20);
  }
}
