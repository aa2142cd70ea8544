/// What a backtest was asked and what its numbers depend on: the content of `backtest.json`.
package dev.touchline.work;

import com.google.gson.JsonParseException;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.football.Prop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// @param formatVersion version of the folder's format
/// @param identity what has to be the same for the backtest to go on, by name
/// @param request what was asked last; null in files of earlier versions
record BacktestFile(
    int formatVersion, Map<String, String> identity, @Nullable BacktestRequest request) {
  static final String NAME = "backtest.json";

  private static final int FORMAT_VERSION = 1;
  private static final Logger LOG = LoggerFactory.getLogger(BacktestFile.class);

  /// What is asked now.
  static BacktestFile of(BacktestRequest request, DataSet data) {
    Map<String, String> identity = new LinkedHashMap<>();
    TrainRequest training = request.training();
    identity.put("first day", training.split().trainEnd().plusDays(1).toString());
    identity.put("last day", training.split().valEnd().toString());
    identity.put("training start", training.split().trainStart().toString());
    identity.put("step", request.step().toString());
    identity.put("props", String.join(",", training.props().stream().map(Prop::key).toList()));
    identity.put(SameRun.DATA, data.hash());
    identity.put("draws", Integer.toString(training.sampler().draws()));
    identity.put("max-rhat", Double.toString(training.maxRhat()));
    identity.putAll(RunFile.sampling(training.sampler()));
    return new BacktestFile(FORMAT_VERSION, identity, request);
  }

  /// The same backtest, asked again, such as with more models.
  BacktestFile asked(@Nullable BacktestRequest again) {
    return new BacktestFile(formatVersion, identity, again);
  }

  void write(Path folder) {
    FileTree.writeAtomically(folder.resolve(NAME), JsonForm.gson().toJson(this));
  }

  /// What stands in a folder; empty where there is nothing that this program can read.
  static Optional<BacktestFile> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      BacktestFile found = JsonForm.read(Files.readString(file), BacktestFile.class);
      if (found == null || found.formatVersion != FORMAT_VERSION) {
        LOG.warn("{} has another format and is not used", file);
        return Optional.empty();
      }
      Objects.requireNonNull(found.identity, "identity");
      return Optional.of(found);
    } catch (IOException | JsonParseException | NullPointerException | Fault e) {
      LOG.warn("{} cannot be read ({}) and is not used", file, e.getMessage());
      return Optional.empty();
    }
  }
}
