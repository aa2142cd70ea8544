/// The versions of a home: listed, served, verified, deleted.
package dev.touchline.work;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.touchline.fault.Fault;
import dev.touchline.football.NameIndex;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model store of a home. A version is a folder below `models/`; which one is served stands in
/// `served.json`.
public final class ModelStore {
  static final String SERVED = "served.json";
  static final String METADATA = "metadata.json";
  static final String TRACE = "trace.nc";
  static final String RESULTS = "results.json";
  static final String REPORT = "report.html";

  private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);

  private static final Comparator<StoredModel> NEWEST_FIRST =
      Comparator.comparing(
              (StoredModel m) -> m.metadata() == null ? Instant.MIN : m.metadata().created())
          .reversed()
          .thenComparing(StoredModel::version);

  private final Home home;
  private final StoreLock lock;

  /// The store of a home.
  public ModelStore(Home home) {
    this.home = home;
    lock = new StoreLock(home.root().resolve("models.lock"));
  }

  /// Where a version lies or would lie.
  public Path folder(String version) {
    return home.models().resolve(version);
  }

  /// All versions, newest first; damaged ones are marked, not hidden.
  public List<StoredModel> list() {
    String served = served().orElse("");
    return FileTree.folders(home.models()).stream()
        .map(folder -> read(folder, folder.getFileName().toString().equals(served)))
        .filter(ModelStore::there)
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /// Whether nobody deleted it while it was read.
  private static boolean there(StoredModel model) {
    return model.damage() == null || Files.isDirectory(model.folder());
  }

  /// Refuses a name that a version has.
  void requireNew(String version) {
    if (Files.exists(folder(version))) {
      throw new Fault(
          Fault.Kind.USAGE,
          "Version " + version + " exists already.",
          "Choose another --version, or delete that one: touchline models delete " + version + ".");
    }
  }

  /// Runs that did not converge or were stopped, newest first. They can be shown, diagnosed and
  /// deleted, but neither served nor asked.
  public List<StoredModel> unpublished() {
    return FileTree.folders(home.unpublished()).stream()
        .map(ModelStore::readUnpublished)
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /// Whether there is a version, or an unpublished run, of this name.
  public boolean exists(String version) {
    return Stream.concat(list().stream(), unpublished().stream())
        .anyMatch(model -> model.version().equals(version));
  }

  /// A version by name, else the unpublished run of that name, else a fault naming the nearest.
  public StoredModel findAny(String version) {
    boolean published =
        FileTree.folders(home.models()).stream()
            .anyMatch(folder -> folder.getFileName().toString().equals(version));
    return published ? find(version) : left(version).orElseGet(() -> find(version));
  }

  private Optional<StoredModel> left(String version) {
    return FileTree.folders(home.unpublished()).stream()
        .filter(folder -> folder.getFileName().toString().equals(version))
        .findFirst()
        .map(ModelStore::readUnpublished);
  }

  /// A published version by name; one that is not there is a fault naming the nearest.
  public StoredModel find(String version) {
    List<Path> folders = FileTree.folders(home.models());
    for (Path folder : folders) {
      if (folder.getFileName().toString().equals(version)) {
        return read(folder, version.equals(served().orElse("")));
      }
    }
    left(version).ifPresent(ModelStore::refuse);
    List<String> names = folders.stream().map(folder -> folder.getFileName().toString()).toList();
    List<String> near =
        new NameIndex<>(names, name -> name)
            .search(version, 3).stream().map(NameIndex.Match::name).toList();
    String remedy =
        names.isEmpty()
            ? "Train one first: touchline train --help."
            : "Choose one of: " + String.join(", ", near.isEmpty() ? names : near) + ".";
    throw new Fault(
        Fault.Kind.DATA,
        "There is no version \"" + version + "\".",
        remedy,
        Map.of("version", version, "nearest", near),
        null);
  }

  private static void refuse(StoredModel run) {
    ModelMetadata metadata = run.metadata();
    String status = metadata == null ? TrainOutcome.STOPPED : metadata.status();
    throw new Fault(
        Fault.Kind.DATA,
        "Version \""
            + run.version()
            + "\" was not published: it "
            + (status.equals(TrainOutcome.NOT_CONVERGED) ? "did not converge" : "was stopped")
            + ".",
        "See touchline diagnose " + run.version() + ", then train it again.",
        Map.of("version", run.version(), "status", status),
        null);
  }

  /// The description of a version that is whole.
  public ModelMetadata metadata(StoredModel model) {
    ModelMetadata metadata = model.metadata();
    if (metadata == null) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "Version " + model.version() + " is damaged: " + model.damage(),
          "Delete it with touchline models delete " + model.version() + " and train it anew.");
    }
    return metadata;
  }

  /// The version that predictions use.
  public Optional<String> served() {
    Path file = home.root().resolve(SERVED);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      String version = json.get("version").getAsString();
      boolean here =
          folder(version).normalize().getParent() instanceof Path parent
              && parent.equals(home.models().normalize())
              && Files.isDirectory(folder(version));
      return here ? Optional.of(version) : Optional.empty();
    } catch (IOException | RuntimeException e) { // no JSON, no object, a name that is no file's
      LOG.warn("{} cannot be read; no version is served until one is chosen", file, e);
      return Optional.empty();
    }
  }

  /// Makes predictions use a version.
  public void serve(String version) {
    lock.hold(() -> serveLocked(version));
  }

  private void serveLocked(String version) {
    StoredModel model = find(version);
    ModelMetadata metadata = metadata(model);
    if (!metadata.status().equals(TrainOutcome.PUBLISHED)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "Version " + version + " is " + metadata.status() + ".",
          "Serve a version that was published.");
    }
    JsonObject json = new JsonObject();
    json.addProperty("format_version", 1);
    json.addProperty("version", version);
    FileTree.writeAtomically(home.root().resolve(SERVED), json.toString());
  }

  /// Deletes a version, or the unpublished run of that name; the served version is refused.
  public void delete(String version) {
    StoredModel model = findAny(version);
    if (!remove(model.folder())) {
      throw new Fault(
          Fault.Kind.USAGE,
          "Version " + version + " is being served.",
          "Serve another version first: touchline models serve VERSION.");
    }
  }

  /// Deletes all but the newest `keep` versions; returns the deleted. The served version stays even
  /// where it is older than those; damaged ones are not counted and stay until they are deleted.
  public List<String> prune(int keep) {
    return prune(keep, "");
  }

  /// The same with a version that is the newest whatever its date says: a clock may have been set
  /// back.
  List<String> prune(int keep, String fresh) {
    if (keep < 1) {
      throw new Fault(Fault.Kind.USAGE, "Cannot keep " + keep + " versions.", "Keep at least 1.");
    }
    List<String> deleted = new ArrayList<>();
    List<StoredModel> models = list();
    int newest = models.stream().anyMatch(model -> model.version().equals(fresh)) ? 1 : 0;
    for (StoredModel model : models) {
      if (model.metadata() == null || model.version().equals(fresh)) {
        continue;
      }
      newest++;
      if (newest > keep && remove(model.folder())) {
        deleted.add(model.version());
      }
    }
    return deleted;
  }

  /// What is wrong with a version; empty where it is sound.
  public List<String> verify(StoredModel model) {
    List<String> problems = problems(model);
    return Files.isDirectory(model.folder()) ? problems : List.of("It was deleted meanwhile.");
  }

  private static List<String> problems(StoredModel model) {
    List<String> problems = new ArrayList<>();
    if (model.damage() != null) {
      problems.add(model.damage());
    }
    problems.addAll(Checksums.check(model.folder()));
    ModelMetadata metadata = model.metadata();
    try (TraceSource trace = new TraceFiles().open(model.folder().resolve(TRACE))) {
      if (metadata != null
          && (trace.chains() != metadata.chains() || trace.draws() != metadata.draws())) {
        problems.add(
            "The trace holds %d × %d draws, the metadata says %d × %d."
                .formatted(trace.chains(), trace.draws(), metadata.chains(), metadata.draws()));
      }
      String hash = trace.schema().attributes().get("data_hash");
      if (metadata != null && hash != null && !hash.equals(metadata.dataHash())) {
        problems.add("The trace was trained on other data than the metadata says.");
      }
    } catch (Fault e) {
      problems.add(e.getMessage());
    }
    return problems;
  }

  /// Deletes a version or an unpublished run, and answers true; false where it is served, perhaps
  /// since a moment ago. Renames first, so that a version never stands there half deleted.
  private boolean remove(Path folder) {
    Path aside =
        folder.resolveSibling("." + folder.getFileName() + ".deleted-" + System.nanoTime());
    boolean free =
        lock.hold(
            () -> {
              String version = folder.getFileName().toString();
              if (folder.equals(folder(version)) && served().orElse("").equals(version)) {
                return false;
              }
              move(folder, aside);
              return true;
            });
    FileTree.delete(aside);
    return free;
  }

  private static void move(Path folder, Path aside) {
    try {
      Files.move(folder, aside);
    } catch (NoSuchFileException e) {
      LOG.debug("{} was deleted by another program", folder, e);
    } catch (IOException e) {
      throw FileTree.storage("The version " + folder + " cannot be deleted", e);
    }
  }

  /// A run that was stopped before it could be judged has no results, and is not damaged for that.
  private static StoredModel readUnpublished(Path folder) {
    return read(folder, false, Files.exists(folder.resolve(RESULTS)));
  }

  private static StoredModel read(Path folder, boolean served) {
    return read(folder, served, true);
  }

  private static StoredModel read(Path folder, boolean served, boolean judged) {
    ModelMetadata metadata = null;
    ModelResults results = null;
    String damage = null;
    try {
      metadata = MetadataFile.read(folder.resolve(METADATA));
      results = judged ? readResults(folder.resolve(RESULTS)) : null;
      if (!Files.isRegularFile(folder.resolve(TRACE))) {
        damage = "trace.nc is missing.";
      }
    } catch (Fault e) {
      damage = e.getMessage();
    }
    return new StoredModel(
        folder.getFileName().toString(),
        folder,
        metadata,
        results,
        FileTree.size(folder),
        served,
        damage);
  }

  private static @Nullable ModelResults readResults(Path file) {
    try {
      ModelResults results = JsonForm.read(Files.readString(file), ModelResults.class);
      if (results == null) {
        throw new JsonParseException("empty file");
      }
      if (results.formatVersion() > ModelResults.FORMAT_VERSION) {
        throw new Fault(
            Fault.Kind.STORAGE,
            file
                + " has format "
                + results.formatVersion()
                + ", which this program is too old for.",
            "Update Touchline.");
      }
      return results;
    } catch (IOException | JsonParseException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          file + " cannot be read.",
          "Run touchline evaluate on the version, or train it anew.",
          e);
    }
  }
}
