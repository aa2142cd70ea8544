/// The backtests of a home.
package dev.touchline.work;

import com.google.gson.JsonParseException;
import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Lists what [Backtester] left in `HOME/backtests`, finished or interrupted, and opens results.
public final class Backtests {
  private static final Pattern STEP = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.([a-z]+)\\.csv");

  private final Home home;

  /// Of a home.
  public Backtests(Home home) {
    this.home = home;
  }

  /// All that can be read, the newest first.
  public List<KeptBacktest> list() {
    List<KeptBacktest> kept = new ArrayList<>();
    for (Path folder : FileTree.folders(home.backtests())) {
      BacktestFile.read(folder).ifPresent(file -> kept.add(kept(folder, file)));
    }
    kept.sort(
        Comparator.comparing(KeptBacktest::changed).reversed().thenComparing(KeptBacktest::name));
    return List.copyOf(kept);
  }

  private static KeptBacktest kept(Path folder, BacktestFile file) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(path -> String.valueOf(path.getFileName())).toList();
      boolean finished = names.contains(BacktestFolder.RESULTS);
      BacktestRequest request = file.request();
      return new KeptBacktest(
          String.valueOf(folder.getFileName()),
          folder,
          changed(folder.resolve(finished ? BacktestFolder.RESULTS : BacktestFile.NAME)),
          finished,
          steps(names, request == null ? List.of() : request.models()),
          request);
    } catch (IOException e) {
      throw FileTree.storage("The backtest " + folder + " cannot be read", e);
    }
  }

  private static Instant changed(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  /// Days that each of these models has a file of; of any model where none is named.
  private static int steps(List<String> files, List<String> models) {
    Map<String, Set<String>> done = new HashMap<>();
    for (String file : files) {
      Matcher name = STEP.matcher(file);
      if (name.matches()) {
        done.computeIfAbsent(name.group(1), day -> new HashSet<>()).add(name.group(2));
      }
    }
    return (int) done.values().stream().filter(own -> own.containsAll(models)).count();
  }

  /// The results of a finished backtest; where they cannot be read, a fault of kind STORAGE.
  public BacktestOutcome open(String name) {
    Path file = home.backtests().resolve(name).resolve(BacktestFolder.RESULTS);
    try {
      BacktestOutcome outcome = JsonForm.read(Files.readString(file), BacktestOutcome.class);
      Objects.requireNonNull(outcome, "nothing in it");
      for (List<?> part :
          List.of(
              outcome.models(),
              outcome.scores(),
              outcome.groups(),
              outcome.curves(),
              outcome.fits())) {
        Objects.requireNonNull(part, "a table is missing");
      }
      return outcome;
    } catch (IOException | JsonParseException | NullPointerException | Fault e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The results of the backtest " + name + " cannot be read (" + e.getMessage() + ").",
          "Delete " + file + " and go on with the backtest: the steps that were finished are kept.",
          e);
    }
  }
}
