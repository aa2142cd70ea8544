/// Where a backtest is kept: one CSV a step and model, written when it is done.
package dev.touchline.work;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.props.WarmStart;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder under `HOME/backtests` while a backtest runs:
///
/// - `backtest.json`: what its numbers depend on;
/// - `DAY.MODEL.csv` and `DAY.MODEL.json`: forecasts and judged fits of a step, the CSV last, so
///   that it is there only where the step is done;
/// - `DAY.MODEL.ends`: where the chains of these fits ended, in JSON, for the next step;
/// - `forecasts.csv` and `results.json`: everything, when all steps are done.
final class BacktestFolder implements AutoCloseable {
  static final String FORECASTS = "forecasts.csv";
  static final String RESULTS = "results.json";

  private static final Logger LOG = LoggerFactory.getLogger(BacktestFolder.class);

  private final Path folder;
  private final RunLock lock;

  private BacktestFolder(Path folder, RunLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Opens the folder of a backtest. Without `resume` what an unfinished one left is thrown away,
  /// and a finished one is a fault; with it a backtest of other rows or settings is a fault that
  /// names the difference.
  static BacktestFolder open(Home home, BacktestRequest request, DataSet data, boolean resume) {
    Path folder = home.backtests().resolve(request.name());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileTree.storage("No folder can be made for the backtest " + folder, e);
    }
    RunLock lock =
        RunLock.take(folder, "The backtest " + request.name() + " is being run", () -> {});
    try {
      BacktestFile now = BacktestFile.of(request, data);
      Optional<BacktestFile> before = BacktestFile.read(folder);
      if (resume && before.isPresent()) {
        SameRun.require("The backtest " + request.name(), before.get().identity(), now.identity());
        before.get().asked(request).write(folder);
      } else {
        if (Files.exists(folder.resolve(RESULTS))) {
          throw new Fault(
              Fault.Kind.USAGE,
              "The backtest " + request.name() + " exists already.",
              "Choose another --name, or take --resume to see it again or to add models; what is"
                  + " not wanted any more can be deleted: "
                  + folder);
        }
        lock.clear();
        now.write(folder);
      }
      return new BacktestFolder(folder, lock);
    } catch (IOException e) {
      lock.close();
      throw FileTree.storage("The backtest " + folder + " cannot be used", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// The folder itself.
  Path path() {
    return folder;
  }

  /// Whether a model's step is done.
  boolean holds(LocalDate step, String model) {
    return Files.isRegularFile(csv(step, model));
  }

  /// A model's step as it was kept; empty where it is not done or the file was damaged.
  Optional<Contender.Answer> read(
      LocalDate step, String model, List<PlayerMatch> rows, List<Prop> props) {
    if (!holds(step, model)) {
      return Optional.empty();
    }
    try {
      BacktestFit[] fits = JsonForm.read(Files.readString(json(step, model)), BacktestFit[].class);
      Optional<Contender.Answer> found =
          ForecastTable.read(Files.readString(csv(step, model)), rows, props)
              .map(forecasts -> new Contender.Answer(forecasts, Arrays.asList(fits), List.of()));
      if (found.isEmpty()) {
        LOG.warn("{} is damaged and made again", csv(step, model));
      }
      return found;
    } catch (IOException | JsonParseException | NullPointerException e) {
      LOG.warn("{} cannot be read ({}) and is made again", csv(step, model), e.getMessage());
      return Optional.empty();
    }
  }

  /// Where a model's chains of a step ended; empty where that was not kept or the file was damaged.
  List<WarmStart> ends(LocalDate step, String model) {
    Path file = ends(folder, step, model);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      WarmStart[] found = new Gson().fromJson(Files.readString(file), WarmStart[].class);
      if (found != null && Arrays.stream(found).allMatch(one -> one != null && one.whole())) {
        return List.of(found);
      }
      LOG.warn("{} is damaged; the next step begins around its mode", file);
    } catch (IOException | JsonParseException e) {
      LOG.warn(
          "{} cannot be read ({}); the next step begins around its mode", file, e.getMessage());
    }
    return List.of();
  }

  /// Keeps a model's step.
  void write(LocalDate step, String model, Contender.Answer answer) {
    if (!answer.ends().isEmpty()) {
      FileTree.writeAtomically(ends(folder, step, model), new Gson().toJson(answer.ends()));
    }
    FileTree.writeAtomically(json(step, model), JsonForm.gson().toJson(answer.fits()));
    FileTree.writeAtomically(
        csv(step, model), ForecastTable.lines(step, model, answer.forecasts()));
  }

  /// Writes all forecasts into one file, and the results.
  void finish(List<LocalDate> steps, List<String> models, BacktestOutcome outcome) {
    Path part = folder.resolve(FORECASTS + ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(part)) {
        out.write(ForecastTable.HEADER);
        for (LocalDate step : steps) {
          for (String model : models) {
            out.write(Files.readString(csv(step, model)));
          }
        }
      }
      Files.move(part, folder.resolve(FORECASTS), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw FileTree.storage("The forecasts cannot be written to " + folder, e);
    }
    FileTree.writeAtomically(folder.resolve(RESULTS), JsonForm.gson().toJson(outcome));
  }

  private Path csv(LocalDate step, String model) {
    return folder.resolve(step + "." + model + ".csv");
  }

  static Path ends(Path folder, LocalDate step, String model) {
    return folder.resolve(step + "." + model + ".ends");
  }

  private Path json(LocalDate step, String model) {
    return folder.resolve(step + "." + model + ".json");
  }

  @Override
  public void close() {
    lock.close();
  }
}
