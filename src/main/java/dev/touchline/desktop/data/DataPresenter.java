/// The Data panel's way to the row store.
package dev.touchline.desktop.data;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.ImportReport;
import dev.touchline.data.RowQuery;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads, imports, filters and exports; touches no node. All methods on the screen's thread.
public final class DataPresenter implements DataActions {
  private final DataModel model;
  private final Workspace workspace;
  private final Background background;
  private final Engine engine;
  private final Runnable rowsChanged;
  private final Consumer<DatabaseAddress> sourceChosen;
  private @Nullable RowFilter filter;
  private @Nullable DatabaseAddress tried;
  private int asked;

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
    this.sourceChosen = sourceChosen;
    DatabaseAddress address = workspace.address();
    model.source.set(address.describe());
    model.postgres.set(!address.embedded());
    if (!address.embedded()) {
      model.url.set(address.jdbcUrl());
      model.user.set(address.user() == null ? "" : address.user());
    }
    model.search.subscribe(text -> find());
    model.competition.subscribe(name -> find());
    model.position.subscribe(position -> find());
    model.from.subscribe(day -> find());
    model.to.subscribe(day -> find());
    for (var text : List.of(model.url, model.user, model.password)) {
      text.subscribe(
          value -> {
            tried = null;
            model.tested.set(false);
          });
    }
    engine.title().subscribe(title -> model.busy.set(!title.isEmpty()));
  }

  private record Content(RowFilter filter, TreeMap<LocalDate, Integer> days, Set<String> keys) {}

  /// Reads the rows and checks them.
  public void refresh() {
    model.reading.set(filter == null);
    background.run(this::read, this::show, this::failed);
    background.run(() -> workspace.rows().status(true), model.status::set, this::failed);
  }

  private Content read() {
    List<PlayerMatch> rows = workspace.rows().rows(RowQuery.ALL);
    var days = new TreeMap<LocalDate, Integer>();
    Set<Long> counted = new HashSet<>();
    Set<String> keys = new TreeSet<>();
    for (PlayerMatch row : rows) {
      keys.add(row.competition());
      if (counted.add(row.matchId())) {
        days.merge(row.matchDate(), 1, Integer::sum);
      }
    }
    return new Content(new RowFilter(rows), days, keys);
  }

  private void show(Content content) {
    filter = content.filter();
    model.reading.set(false);
    model.message.set(Message.NONE);
    model.matchesPerDay.set(content.days());
    List<String> choices = new ArrayList<>(List.of(DataModel.ALL));
    choices.addAll(content.keys());
    if (!choices.equals(model.competitions)) {
      String before = model.competition.get();
      model.competitions.setAll(choices);
      model.competition.set(choices.contains(before) ? before : DataModel.ALL);
    }
    find();
  }

  private void find() {
    RowFilter all = filter;
    if (all == null) {
      return;
    }
    String chosen = model.competition.get();
    var question =
        new RowFilter.Question(
            model.search.get(),
            chosen == null || chosen.equals(DataModel.ALL) ? null : chosen,
            model.position.get(),
            model.from.get(),
            model.to.get());
    int number = ++asked;
    background.run(
        () -> all.find(question),
        found -> {
          if (number == asked) {
            model.shown.set(found);
            model.count.set(
                "%s of %s rows".formatted(Digits.whole(found.size()), Digits.whole(all.size())));
          }
        },
        this::failed);
  }

  @Override
  public void testConnection() {
    model.testing.set(true);
    model.tested.set(false);
    model.sourceMessage.set(Message.NONE);
    String url = model.url.get().strip();
    String user = model.user.get().strip();
    String password = model.password.get();
    background.run(
        () -> {
          DatabaseAddress address = address(url, user, password);
          new Sources().check(address);
          return address;
        },
        address -> {
          tried = address;
          model.testing.set(false);
          model.tested.set(true);
          model.sourceMessage.set(Message.done(address.describe() + " answers."));
        },
        fault -> {
          model.testing.set(false);
          model.sourceMessage.set(Message.of(fault));
        });
  }

  private DatabaseAddress address(String url, String user, String password) {
    if (url.isEmpty()) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The address is empty.",
          "Write one such as postgresql://host/database.");
    }
    DatabaseAddress read = DatabaseAddress.of(url, workspace.home().root());
    return new DatabaseAddress(
        read.jdbcUrl(),
        user.isEmpty() ? read.user() : user,
        password.isEmpty() ? read.password() : password,
        read.embedded());
  }

  @Override
  public void useSource() {
    if (!model.postgres.get()) {
      sourceChosen.accept(DatabaseAddress.of(null, workspace.home().root()));
    } else if (tried != null) {
      sourceChosen.accept(tried);
    }
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
                    (file, read) ->
                        progress.at(-1, "%s: %s rows".formatted(file, Digits.whole(read))),
                    stop::stopRequested));
  }

  @Override
  public void loadSample() {
    start("Loading the sample", (progress, stop) -> workspace.rows().loadSample());
  }

  private void start(String title, Engine.Job<ImportReport> job) {
    boolean started = engine.start(title, job, this::imported, this::failed);
    if (started) {
      model.message.set(Message.NONE);
      model.report.set(null);
    } else {
      model.message.set(
          new Message(
              Message.Kind.CAUTION,
              "A task is running.",
              "Wait for it, or stop it in the status bar, then import."));
    }
  }

  private void imported(ImportReport report) {
    model.report.set(report);
    refresh();
    rowsChanged.run();
  }

  @Override
  public void export(Path file) {
    List<PlayerMatch> rows = model.shown.get();
    background.run(
        () -> {
          new Sources().export(rows, file);
          return file;
        },
        written ->
            model.message.set(
                Message.done(Digits.whole(rows.size()) + " rows are written to " + written + ".")),
        this::failed);
  }

  private void failed(Fault fault) {
    model.reading.set(false);
    model.message.set(Message.of(fault));
  }
}
