/// The Diagnose panel's way to traces.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Message;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.fault.Fault;
import dev.touchline.football.Names;
import dev.touchline.work.OpenTrace;
import dev.touchline.work.StoredModel;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens, judges and reads in the background; touches no node. All methods on the screen's thread.
public final class DiagnosePresenter implements DiagnoseActions {
  private static final int HISTORY_POINTS = 20;
  private static final String TRACE = "trace.nc";

  private final DiagnoseModel model;
  private final Workspace workspace;
  private final Background background;
  private Map<String, Path> files = Map.of();
  private @Nullable OpenTrace trace;
  private List<ScalarRow> all = List.of();
  private boolean filling;
  private int asked;
  private int looks;

  /// A presenter; nothing is opened before the panel is first shown.
  public DiagnosePresenter(DiagnoseModel model, Workspace workspace, Background background) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    model.version.subscribe(version -> versionChosen(version));
    model.family.subscribe(family -> filter());
    model.search.subscribe(text -> filter());
    model.chosen.subscribe(row -> look());
    model.other.subscribe(name -> look());
  }

  private record Listed(Map<String, Path> files, @Nullable String served) {}

  /// Lists versions and unpublished runs again.
  public void refresh() {
    background.run(this::list, this::show, this::failed);
  }

  private Listed list() throws IOException {
    Map<String, Path> found = new LinkedHashMap<>();
    String served = null;
    for (StoredModel stored : workspace.models().list()) {
      found.put(stored.version(), stored.folder().resolve(TRACE));
      served = stored.served() ? stored.version() : served;
    }
    try (Stream<Path> folders = Files.list(workspace.home().unpublished())) {
      folders
          .filter(folder -> Files.isRegularFile(folder.resolve(TRACE)))
          .sorted()
          .forEach(
              folder -> found.put(folder.getFileName() + " (unpublished)", folder.resolve(TRACE)));
    }
    return new Listed(found, served);
  }

  private void show(Listed listed) {
    files = listed.files();
    String before = model.version.get();
    filling = true;
    model.versions.setAll(files.keySet());
    filling = false;
    if (before != null && files.containsKey(before)) {
      model.version.set(before);
    } else if (trace == null && !model.working.get()) {
      model.version.set(
          listed.served() != null
              ? listed.served()
              : files.isEmpty() ? null : files.keySet().iterator().next());
    }
  }

  private void versionChosen(@Nullable String version) {
    Path file = version == null || filling ? null : files.get(version);
    if (file != null && !file.toString().equals(model.source.get())) {
      open(file);
    }
  }

  @Override
  public void open(Path file) {
    model.working.set(true);
    model.message.set(Message.NONE);
    model.source.set(file.toString());
    int number = ++asked;
    background.run(
        () ->
            OpenTrace.open(
                file,
                TrainRequest.MAX_RHAT,
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1)),
        opened -> {
          if (number == asked) {
            take(opened);
          } else {
            opened.close();
          }
        },
        fault -> {
          if (number == asked) {
            model.working.set(false);
            forget();
            failed(fault);
          }
        });
  }

  private void take(OpenTrace opened) {
    OpenTrace old = trace;
    trace = opened;
    if (old != null) {
      old.close();
    }
    List<ScalarSummary> scalars = opened.report().scalars();
    List<ScalarRow> rows = new ArrayList<>(scalars.size());
    for (int i = 0; i < scalars.size(); i++) {
      rows.add(new ScalarRow(i, opened.family(i), scalars.get(i)));
    }
    rows.sort(Comparator.comparingDouble(ScalarRow::trouble).reversed());
    all = rows;
    List<String> families = new ArrayList<>(List.of(DiagnoseModel.ALL));
    families.addAll(opened.families());
    model.working.set(false);
    model.report.set(opened.report());
    filling = true;
    model.other.set(null);
    model.names.setAll(scalars.stream().map(ScalarSummary::name).toList());
    filling = false;
    if (!families.equals(model.families)) {
      model.families.setAll(families);
    }
    model.family.set(DiagnoseModel.ALL);
    background.run(
        () -> List.of(opened.stat("energy")),
        energy -> {
          if (trace == opened) {
            model.energy.set(energy);
          }
        },
        this::failed);
    filter();
    model.chosen.set(rows.isEmpty() ? null : rows.getFirst());
  }

  private void forget() {
    OpenTrace old = trace;
    trace = null;
    if (old != null) {
      old.close();
    }
    all = List.of();
    model.report.set(null);
    model.rows.set(List.of());
    model.chosen.set(null);
    model.looked.set(null);
    model.energy.set(List.of());
    model.names.clear();
    model.count.set("");
  }

  private void filter() {
    if (filling) {
      return;
    }
    String family = model.family.get();
    boolean any = family == null || family.equals(DiagnoseModel.ALL);
    String[] words = Names.fold(model.search.get()).strip().split("\\s+");
    List<ScalarRow> found =
        all.stream()
            .filter(row -> any || row.family().equals(family))
            .filter(row -> hasAll(row.summary().name(), words))
            .toList();
    model.rows.set(found);
    model.count.set("%s of %s".formatted(Digits.whole(found.size()), Digits.whole(all.size())));
  }

  private static boolean hasAll(String name, String[] words) {
    if (words.length == 1 && words[0].isEmpty()) {
      return true;
    }
    String folded = Names.fold(name);
    for (String word : words) {
      if (!folded.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private void look() {
    OpenTrace opened = trace;
    ScalarRow row = model.chosen.get();
    if (filling || opened == null || row == null) {
      return;
    }
    int other = other(row);
    int number = ++looks;
    background.run(
        () -> {
          double[][] draws = opened.series(row.index());
          return new Looked(
              row.summary().name(),
              draws,
              OpenTrace.history(draws, HISTORY_POINTS),
              opened.report().scalars().get(other).name(),
              opened.series(other),
              opened.stat("diverging"));
        },
        found -> {
          if (number == looks) {
            model.looked.set(found);
          }
        },
        this::failed);
  }

  /// The scalar of the pair plot: the one that was chosen, else the worst other one.
  private int other(ScalarRow row) {
    int chosen = model.other.get() == null ? -1 : model.names.indexOf(model.other.get());
    if (chosen >= 0) {
      return chosen;
    }
    return all.stream()
        .filter(one -> one.index() != row.index())
        .findFirst()
        .map(ScalarRow::index)
        .orElse(row.index());
  }

  private void failed(Fault fault) {
    model.message.set(Message.of(fault));
  }

  /// Lets the trace go.
  public void close() {
    if (trace != null) {
      trace.close();
      trace = null;
    }
  }
}
