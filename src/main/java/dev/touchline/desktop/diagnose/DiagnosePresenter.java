/// The Diagnose panel's way to traces.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.football.Names;
import dev.touchline.work.OpenTrace;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens, judges and reads in the background; touches no node. All methods on the screen's thread.
public final class DiagnosePresenter implements DiagnoseActions {
  private static final int HISTORY_POINTS = 20;
  private static final int OFFERED = 100;

  private final DiagnoseModel model;
  private final Workspace workspace;
  private final Background background;
  private final Consumer<String> checks;
  private TraceChoice choice = new TraceChoice(Map.of(), Set.of(), null, Map.of());
  private @Nullable Opened opened;
  private @Nullable Judging judging;
  private boolean filling;
  private boolean left;

  /// Whether what is shown was nobody's choice.
  private boolean unasked;

  private boolean looking;
  private boolean lookAgain;

  /// A presenter; nothing is opened before the panel is first shown.
  ///
  /// @param checks shows the predictive checks of a version
  public DiagnosePresenter(
      DiagnoseModel model, Workspace workspace, Background background, Consumer<String> checks) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    this.checks = checks;
    model.version.subscribe(this::versionChosen);
    model.family.subscribe(family -> filter());
    model.search.subscribe(text -> filter());
    model.chosen.subscribe(row -> look());
    model.other.subscribe(name -> look());
  }

  /// Lists versions and unpublished runs again; opens the served one where nothing is open yet, and
  /// opens a trace again that has been written anew.
  public void refresh() {
    background.run(() -> TraceChoice.list(workspace), this::show, this::failed);
  }

  private void show(TraceChoice listed) {
    choice = listed;
    Opened shown = opened;
    filling = true;
    model.versions.setAll(listed.files().keySet());
    filling = false;
    showSource();
    if (judging != null) {
      return;
    }
    Path first = listed.first() == null ? null : listed.files().get(listed.first());
    if (shown == null) {
      if (first != null && !left) {
        openUnasked(first);
      }
    } else if (unasked && first != null && !shown.file().equals(first)) {
      openUnasked(first);
    } else {
      Stamp now = listed.stamps().getOrDefault(shown.file(), shown.stamp());
      if (now.known() && !now.equals(shown.stamp())) {
        openAgain(shown.file());
      }
    }
  }

  /// What nobody chose gives way to the version that is served later.
  private void openUnasked(Path file) {
    open(file);
    unasked = true;
  }

  private void openAgain(Path file) {
    boolean before = unasked;
    open(file);
    unasked = before;
  }

  private void versionChosen(@Nullable String version) {
    Path file = version == null || filling ? null : choice.files().get(version);
    if (file != null) {
      open(file);
    }
  }

  @Override
  public void showChecks() {
    String version = model.version.get();
    if (version != null && model.checkable.get()) {
      checks.accept(version);
    }
  }

  @Override
  public void open(Path file) {
    if (judging != null) {
      judging.stop();
    }
    var own = new Judging(file, System::nanoTime);
    judging = own;
    left = false;
    unasked = false;
    model.message.set(Message.NONE);
    model.note.set(Message.NONE);
    model.workingOn.set(title(file));
    model.working.set(true);
    showSource();
    frame();
    background.run(
        () -> judge(file, own),
        found -> {
          if (judging == own) {
            judging = null;
            take(found);
          } else {
            found.trace().close();
          }
        },
        fault -> {
          if (judging == own) {
            judging = null;
            end();
            failed(fault);
          }
        });
  }

  private static Opened judge(Path file, Judging own) {
    Stamp stamp = Stamp.of(file);
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    OpenTrace trace = OpenTrace.open(file, TrainRequest.MAX_RHAT, threads, own, own);
    try {
      return Opened.of(file, stamp, trace);
    } catch (RuntimeException | Error e) {
      trace.close();
      throw e;
    }
  }

  @Override
  public void stop() {
    if (judging != null) {
      judging.stop();
      judging = null;
      left = true;
      end();
    }
  }

  /// Says how far the judgement is; as often as the screen likes.
  public void frame() {
    if (judging != null) {
      model.share.set(judging.share());
      model.detail.set(judging.detail());
    }
  }

  private void end() {
    model.working.set(false);
    model.share.set(-1);
    model.detail.set("");
    model.note.set(opened == null ? Message.NONE : opened.note());
    showSource();
  }

  /// Names what is being judged, else what is shown.
  private void showSource() {
    Path file = judging != null ? judging.file() : opened == null ? null : opened.file();
    String name = file == null ? null : choice.name(file);
    filling = true;
    model.version.set(name);
    filling = false;
    model.file.set(file == null || name != null ? "" : file.toString());
    model.checkable.set(name != null && choice.checked().contains(name));
  }

  private String title(Path file) {
    String name = choice.name(file);
    return name != null ? name : String.valueOf(file.getFileName());
  }

  private void take(Opened found) {
    Opened old = opened;
    opened = found;
    if (old != null) {
      old.trace().close();
    }
    filling = true;
    model.names.setAll(found.names().subList(0, Math.min(OFFERED, found.names().size())));
    model.other.set(null);
    List<String> families = new ArrayList<>(List.of(DiagnoseModel.ALL));
    families.addAll(found.trace().families());
    if (!families.equals(model.families)) {
      model.families.setAll(families);
      model.family.set(DiagnoseModel.ALL);
    }
    model.chosen.set(null);
    model.looked.set(null);
    filling = false;
    model.divergencesKnown.set(found.knowsDivergences());
    model.energy.set(found.energy());
    model.report.set(found.trace().report());
    end();
    filter();
  }

  private void filter() {
    Opened shown = opened;
    if (filling || shown == null) {
      return;
    }
    String family = model.family.get();
    boolean any = family == null || family.equals(DiagnoseModel.ALL);
    String[] words = Names.fold(model.search.get()).strip().split("\\s+");
    List<ScalarRow> found =
        shown.rows().stream()
            .filter(row -> any || row.family().equals(family))
            .filter(row -> hasAll(row.folded(), words))
            .toList();
    model.count.set(
        "%s of %s".formatted(Digits.whole(found.size()), Digits.whole(shown.rows().size())));
    model.rows.set(found);
    ScalarRow before = model.chosen.get();
    if (!found.isEmpty() && (before == null || found.stream().noneMatch(row -> row == before))) {
      model.chosen.set(found.getFirst());
    }
  }

  private static boolean hasAll(String folded, String[] words) {
    for (String word : words) {
      if (!folded.contains(word)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void showSubject() {
    ScalarRow row = model.chosen.get();
    if (row != null && !row.subject().isEmpty()) {
      model.family.set(DiagnoseModel.ALL);
      model.search.set(row.subject());
    }
  }

  @Override
  public void useAsSecond() {
    ScalarRow row = model.chosen.get();
    if (row != null) {
      model.other.set(row.summary().name());
    }
  }

  /// Reads what is to be drawn. One reading at a time: whoever walks through the table sees the
  /// last one, and no queue grows.
  private void look() {
    Opened shown = opened;
    ScalarRow row = model.chosen.get();
    if (filling || shown == null || row == null) {
      return;
    }
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    lookAgain = false;
    ScalarRow other = other(shown, row);
    background.run(
        () -> read(shown, row, other),
        found -> {
          looking = false;
          if (lookAgain || opened != shown) {
            look();
          } else {
            model.looked.set(found);
          }
        },
        fault -> {
          looking = false;
          if (lookAgain || opened != shown) {
            look();
          } else {
            failed(fault);
          }
        });
  }

  private static Looked read(Opened shown, ScalarRow row, ScalarRow other) {
    double[][] draws = shown.trace().series(row.index());
    return new Looked(
        row.summary().name(),
        draws,
        OpenTrace.history(draws, HISTORY_POINTS),
        other.summary().name(),
        shown.trace().series(other.index()),
        shown.diverging());
  }

  /// The scalar of the pair plot: the one that was chosen, else the worst other one.
  private ScalarRow other(Opened shown, ScalarRow row) {
    String wanted = model.other.get();
    int at = wanted == null ? -1 : shown.names().indexOf(wanted);
    if (at >= 0) {
      return shown.rows().get(at);
    }
    return shown.rows().stream().filter(one -> one != row).findFirst().orElse(row);
  }

  private void failed(Fault fault) {
    model.message.set(Message.of(fault));
  }

  /// Lets the trace go.
  public void close() {
    if (judging != null) {
      judging.stop();
      judging = null;
    }
    if (opened != null) {
      opened.trace().close();
      opened = null;
    }
  }
}
