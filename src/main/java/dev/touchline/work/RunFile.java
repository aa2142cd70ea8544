/// What an interrupted run was: the content of `run.json` in its checkpoint.
package dev.touchline.work;

import com.google.gson.JsonParseException;
import dev.touchline.fault.Fault;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.props.ModelVariant;
import dev.touchline.props.PropProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A run's request, and everything that its draws depend on.
///
/// @param formatVersion version of the checkpoint's format
/// @param started when the run began
/// @param request what was asked for
/// @param identity what has to be the same for the run to go on, by name
record RunFile(
    int formatVersion, Instant started, TrainRequest request, Map<String, String> identity) {
  static final int FORMAT_VERSION = 1;
  static final String NAME = "run.json";

  private static final Logger LOG = LoggerFactory.getLogger(RunFile.class);
  private static final String VARIANT = "model variant";

  /// The run that begins now.
  static RunFile of(Provenance provenance) {
    TrainRequest request = provenance.request();
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("model", provenance.model());
    identity.put(VARIANT, request.variant().key());
    identity.put("props", provenance.settings().getOrDefault("props", ""));
    identity.put(SameRun.DATA, provenance.data().hash());
    identity.putAll(sampling(request.sampler()));
    return new RunFile(
        FORMAT_VERSION, Instant.now().truncatedTo(ChronoUnit.SECONDS), request, identity);
  }

  /// What draws depend on besides model and rows.
  static Map<String, String> sampling(SamplerSettings sampler) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("chains", Integer.toString(sampler.chains()));
    identity.put("tune", Integer.toString(sampler.tune()));
    identity.put("seed", Long.toString(sampler.seed()));
    identity.put("target-accept", Double.toString(sampler.targetAccept()));
    identity.put("max-tree-depth", Integer.toString(sampler.maxTreeDepth()));
    identity.put("max-energy-error", Double.toString(sampler.maxEnergyError()));
    identity.put("kernel", PropProblem.kernel());
    Software.versions().forEach((name, version) -> identity.put(name + " version", version));
    return identity;
  }

  /// Refuses to go on as a run that differs from this one in anything its draws depend on.
  void requireSame(RunFile now) {
    Map<String, String> then = new LinkedHashMap<>(identity);
    // Earlier versions knew one model and did not name it.
    then.putIfAbsent(VARIANT, ModelVariant.REFERENCE.key());
    SameRun.require("The interrupted run of " + request.version(), then, now.identity);
  }

  void write(Path folder) {
    FileTree.writeAtomically(folder.resolve(NAME), JsonForm.gson().toJson(this));
  }

  /// The run of a folder; empty where there is none that this program can read.
  static Optional<RunFile> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      RunFile run = JsonForm.read(Files.readString(file, StandardCharsets.UTF_8), RunFile.class);
      if (run == null || run.formatVersion != FORMAT_VERSION) {
        LOG.warn(
            "{} has another format than {} and is not used",
            file,
            String.format(Locale.ROOT, "%d", FORMAT_VERSION));
        return Optional.empty();
      }
      Objects.requireNonNull(run.request, "request");
      Objects.requireNonNull(run.identity, "identity");
      return Optional.of(run);
    } catch (IOException
        | JsonParseException
        | IllegalArgumentException
        | NullPointerException
        | Fault e) {
      LOG.warn("{} cannot be read ({}) and is not used", file, e.getMessage());
      return Optional.empty();
    }
  }
}
