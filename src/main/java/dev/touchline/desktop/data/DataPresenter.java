/// The Data panel's way to the row store.
package dev.touchline.desktop.data;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.ImportReport;
import dev.touchline.data.MergeProposal;
import dev.touchline.data.RowQuery;
import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import dev.touchline.work.Sources;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;

/// Reads, imports, filters and exports; touches no node. All methods on the screen's thread.
public final class DataPresenter implements DataActions {
  private final DataModel model;
  private final Workspace workspace;
  private final Background background;
  private final Engine engine;
  private final Runnable rowsChanged;
  private final SourceDesk source;
  private @Nullable RowFilter filter;
  private int reads;
  private int questions;

  /// `rowsChanged` is told after an import, `sourceChosen` when another database is to be used.
  public DataPresenter(
      DataModel model,
      Workspace workspace,
      Background background,
      Engine engine,
      Runnable rowsChanged,
      Consumer<DatabaseAddress> sourceChosen) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    this.engine = engine;
    this.rowsChanged = rowsChanged;
    source = new SourceDesk(model, workspace, background, sourceChosen);
    for (Observable asked :
        List.<Observable>of(
            model.search, model.competition, model.position, model.from, model.to)) {
      asked.subscribe(this::find);
    }
    engine.title().subscribe(title -> model.busy.set(!title.isEmpty()));
  }

  private record Content(
      RowFilter filter, TreeMap<LocalDate, Integer> days, Set<String> competitions) {}

  /// Reads the rows, then checks them.
  @Override
  public void refresh() {
    int number = ++reads;
    background.run(
        this::read,
        content -> {
          if (number == reads) {
            show(content);
            check(number);
          }
        },
        fault -> {
          if (number == reads) {
            unread(fault);
          }
        });
  }

  private Content read() {
    List<PlayerMatch> rows = workspace.rows().rows(RowQuery.ALL);
    var days = new TreeMap<LocalDate, Integer>();
    Set<Long> counted = new HashSet<>();
    Set<String> competitions = new TreeSet<>();
    for (PlayerMatch row : rows) {
      competitions.add(row.competition());
      if (counted.add(row.matchId())) {
        days.merge(row.matchDate(), 1, Integer::sum);
      }
    }
    return new Content(new RowFilter(rows), days, competitions);
  }

  private void show(Content content) {
    filter = content.filter();
    if (model.message.get().kind() == Message.Kind.FAILED) {
      model.message.set(Message.NONE);
    }
    model.matchesPerDay.set(content.days());
    List<String> choices = new ArrayList<>(List.of(DataModel.ALL));
    choices.addAll(content.competitions());
    if (!choices.equals(model.competitions)) {
      String before = model.competition.get();
      model.competitions.setAll(choices);
      model.competition.set(choices.contains(before) ? before : DataModel.ALL);
    }
    find();
  }

  private void check(int number) {
    background.run(
        this::findings,
        findings -> {
          if (number == reads) {
            model.status.set(findings.status());
            model.identities.setAll(findings.identities());
          }
        },
        this::failed);
  }

  private record Findings(StoreStatus status, List<IdentityLine> identities) {}

  private Findings findings() {
    List<MergeProposal> proposals = workspace.identities().proposals();
    return new Findings(workspace.rows().status(true).with(proposals), identities(proposals));
  }

  private List<IdentityLine> identities(List<MergeProposal> proposals) {
    List<IdentityLine> lines = new ArrayList<>();
    proposals.forEach(one -> lines.add(IdentityLine.of(one)));
    Map<Long, Long> merged = workspace.identities().merged();
    if (!merged.isEmpty()) {
      Map<Long, String> names = new HashMap<>();
      workspace.rows().players().forEach(player -> names.put(player.id(), player.name()));
      merged.forEach(
          (id, into) -> lines.add(IdentityLine.merged(id, into, names.getOrDefault(into, "?"))));
    }
    return lines;
  }

  @Override
  public void decide(IdentityLine line) {
    background.run(
        () -> {
          if (line.merged()) {
            workspace.identities().split(line.id());
          } else {
            workspace.identities().merge(line.id(), line.into());
          }
          return line;
        },
        done -> {
          model.message.set(
              Message.done(
                  done.merged()
                      ? done.id() + " is a player of his own again."
                      : done.id()
                          + " is read as "
                          + done.into()
                          + " from now on; models trained so far are as they were."));
          refresh();
          rowsChanged.run();
        },
        this::failed);
  }

  private void unread(Fault fault) {
    failed(fault);
    if (filter == null) {
      model.empty.set("The rows cannot be read; the reason stands above.");
    }
  }

  private void find() {
    RowFilter all = filter;
    if (all == null) {
      return;
    }
    var question = question();
    int number = ++questions;
    background.run(
        () -> all.find(question),
        found -> {
          if (number == questions) {
            model.empty.set(whyEmpty(all, question));
            model.count.set(
                "%s of %s rows".formatted(Digits.whole(found.size()), Digits.whole(all.size())));
            model.shown.set(found);
          }
        },
        this::failed);
  }

  private RowFilter.Question question() {
    String competition = model.competition.get();
    return new RowFilter.Question(
        model.search.get(),
        competition == null || competition.equals(DataModel.ALL) ? null : competition,
        model.position.get(),
        model.from.get(),
        model.to.get());
  }

  private static String whyEmpty(RowFilter all, RowFilter.Question question) {
    if (all.size() == 0) {
      return "The database holds no rows yet. Import a file, or load the sample.";
    }
    LocalDate from = question.from();
    LocalDate to = question.to();
    return from != null && to != null && from.isAfter(to)
        ? "The first day, " + from + ", is after the last, " + to + "."
        : "No row fits. Ask for less, or clear the filter.";
  }

  @Override
  public void clearFilter() {
    model.search.set("");
    model.competition.set(DataModel.ALL);
    model.position.set(null);
    model.from.set(null);
    model.to.set(null);
  }

  @Override
  public void testConnection() {
    source.test();
  }

  @Override
  public void useSource() {
    source.use();
  }

  @Override
  public void importPaths(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    start(
        paths.size() == 1
            ? "Importing " + paths.getFirst().getFileName()
            : "Importing " + paths.size() + " files",
        (progress, stop) ->
            workspace
                .rows()
                .importPaths(
                    paths,
                    "auto",
                    (file, rows) ->
                        progress.at(-1, "%s: %s rows".formatted(file, Digits.whole(rows))),
                    stop::stopRequested));
  }

  @Override
  public void loadSample() {
    start("Loading the sample", (progress, stop) -> workspace.rows().loadSample());
  }

  private void start(String title, Engine.Job<ImportReport> job) {
    if (engine.busy()) {
      model.importMessage.set(
          new Message(
              Message.Kind.CAUTION,
              "A task is running.",
              "Wait for it, or stop it in the status bar, then import."));
      return;
    }
    model.importing.set(true);
    model.importMessage.set(Message.NONE);
    model.report.set(null);
    model.progress.set(title + "…");
    model.share.set(-1);
    engine.start(title, job, this::imported, this::notImported);
  }

  /// Asked several times a second while something runs.
  void frame() {
    if (model.importing.get()) {
      String detail = engine.progress().detail();
      if (!detail.isEmpty()) {
        model.progress.set(detail);
      }
      model.share.set(engine.progress().share());
    }
  }

  @Override
  public void stopImport() {
    if (model.importing.get()) {
      engine.stop();
    }
  }

  private void imported(ImportReport report) {
    model.importing.set(false);
    model.report.set(report);
    if (!report.rejected().isEmpty()) {
      model.tab.set(Tab.REJECTED);
    } else if (model.tab.get() == Tab.REJECTED) {
      model.tab.set(Tab.ROWS);
    }
    refresh();
    rowsChanged.run();
  }

  private void notImported(Fault fault) {
    model.importing.set(false);
    model.importMessage.set(Message.of(fault));
  }

  @Override
  public void export(Path file) {
    List<PlayerMatch> rows = model.shown.get();
    background.run(
        () -> new Sources().export(rows, file),
        written ->
            model.message.set(
                Message.done(
                    (written == 1 ? "1 row is" : Digits.whole(written) + " rows are")
                        + " written to "
                        + file
                        + ".")),
        this::failed);
  }

  private void failed(Fault fault) {
    model.message.set(Message.of(fault));
  }
}
