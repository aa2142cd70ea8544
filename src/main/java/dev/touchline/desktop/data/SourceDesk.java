/// Where the rows come from: trying another database and choosing it.
package dev.touchline.desktop.data;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.work.Workspace;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The source's part of the presenter. What was tried counts only as long as the fields still say
/// it.
final class SourceDesk {
  private final DataModel model;
  private final Workspace workspace;
  private final Background background;
  private final Consumer<DatabaseAddress> chosen;
  private @Nullable DatabaseAddress tried;
  private int asked;

  SourceDesk(
      DataModel model,
      Workspace workspace,
      Background background,
      Consumer<DatabaseAddress> chosen) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    this.chosen = chosen;
    DatabaseAddress now = workspace.address();
    model.source.set(Words.fromHome(now.describe(), System.getProperty("user.home", "")));
    model.postgres.set(!now.embedded());
    if (!now.embedded()) {
      model.url.set(now.jdbcUrl());
      model.user.set(now.user() == null ? "" : now.user());
    }
    for (var field : List.of(model.url, model.user, model.password)) {
      field.subscribe(text -> forget());
    }
    model.postgres.subscribe(server -> judge());
  }

  private void forget() {
    asked++;
    tried = null;
    model.testing.set(false);
    model.sourceMessage.set(Message.NONE);
    judge();
  }

  private void judge() {
    boolean another = tried != null || !workspace.address().embedded();
    model.usable.set(model.postgres.get() ? tried != null : another);
  }

  void test() {
    DatabaseAddress address;
    try {
      address = read();
    } catch (Fault fault) {
      forget();
      model.sourceMessage.set(Message.of(fault));
      return;
    }
    forget();
    model.testing.set(true);
    int number = asked;
    background.run(
        () -> {
          workspace.test(address);
          return address;
        },
        answering -> {
          if (number == asked) {
            model.testing.set(false);
            model.sourceMessage.set(Message.done(address.describe() + " answers."));
            tried = address;
            judge();
          }
        },
        fault -> {
          if (number == asked) {
            model.testing.set(false);
            model.sourceMessage.set(Message.of(fault));
          }
        });
  }

  /// The address that the fields say. A login inside the URL moves to the fields made for it, so
  /// that no password stays readable.
  private DatabaseAddress read() {
    String url = model.url.get().strip();
    if (url.isEmpty()) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The address is empty.",
          "Write one such as postgresql://host/database.");
    }
    DatabaseAddress read = DatabaseAddress.of(url, workspace.home().root());
    boolean login = url.contains("@") || url.contains("user=") || url.contains("password=");
    if (login) {
      model.url.set(read.jdbcUrl());
      model.user.set(read.user() == null ? "" : read.user());
      if (read.password() != null) {
        model.password.set(read.password());
      }
    }
    String user = model.user.get().strip();
    String password = model.password.get();
    return new DatabaseAddress(
        read.jdbcUrl(),
        user.isEmpty() ? read.user() : user,
        password.isEmpty() ? read.password() : password,
        read.embedded());
  }

  void use() {
    if (!model.usable.get()) {
      return;
    }
    DatabaseAddress address = tried;
    if (!model.postgres.get()) {
      chosen.accept(DatabaseAddress.of(null, workspace.home().root()));
    } else if (address != null) {
      chosen.accept(address);
    }
  }
}
