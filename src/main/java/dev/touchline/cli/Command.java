/// What all commands share: options, workspace, output.
package dev.touchline.cli;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.fault.Fault;
import dev.touchline.work.Home;
import dev.touchline.work.JsonForm;
import dev.touchline.work.Recovery;
import dev.touchline.work.Waiting;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;

/// A command: opens what it needs, does its work, prints text or JSON, answers the exit code.
abstract class Command implements Callable<Integer> {
  @Mixin final CommonOptions common = new CommonOptions();

  private static final Logger LOG = LoggerFactory.getLogger(Command.class);

  private final Session session;

  Command(Session session) {
    this.session = session;
  }

  /// Does the work; the answer is the exit code.
  abstract int run();

  @Override
  public final Integer call() {
    session.heedsStop().set(heedsStop());
    Logs.configure(session.err(), home(), session.secrets(), common.quiet, common.verbose);
    return run();
  }

  /// Whether the command watches the stop signal and keeps what it has when it is stopped.
  boolean heedsStop() {
    return false;
  }

  Session session() {
    return session;
  }

  Home home() {
    String folder = "";
    for (String value : common.home) {
      if (!value.equals(CommonOptions.BARE)) {
        folder = value;
      } else if (!homeMayBeBare()) {
        throw new Fault(Fault.Kind.USAGE, "--home needs a folder.", "Write --home DIR.");
      }
    }
    return Home.of(folder.isEmpty() ? null : Path.of(folder), session.environment());
  }

  /// Whether `--home` without a folder means something to this command.
  boolean homeMayBeBare() {
    return false;
  }

  /// The home with its database, nothing of it opened yet; what programs that died left in it is
  /// put aside first.
  Workspace workspace() {
    Home home = home();
    new Recovery(home).run().forEach(LOG::warn);
    String url = common.db != null ? common.db : session.environment().get("TOUCHLINE_DB");
    if (common.wait < 0) {
      throw new Fault(
          Fault.Kind.USAGE,
          "--wait " + common.wait + " is not a time.",
          "Give whole seconds, such as --wait 600.");
    }
    return new Workspace(
        home,
        DatabaseAddress.of(url, home.root()),
        new Waiting(Duration.ofSeconds(common.wait), session.stop()));
  }

  boolean json() {
    return common.json;
  }

  /// Prints a value as the one JSON document; what is unknown stands there as null.
  void printJson(Object value) {
    session.out().println(json(value));
  }

  static String json(Object value) {
    return JsonForm.gson().newBuilder().serializeNulls().create().toJson(value);
  }

  /// Prints a line for people.
  void print(String format, Object... values) {
    session.out().println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
  }

  /// A date option; null stays null.
  static @Nullable LocalDate optionalDate(String option, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Fault(
          Fault.Kind.USAGE,
          option + " \"" + text + "\" is not a date.",
          "Write dates as 2018-06-14 (year-month-day).");
    }
  }

  /// A date option that was given.
  static LocalDate date(String option, String text) {
    LocalDate date = optionalDate(option, text);
    if (date == null) {
      throw new Fault(Fault.Kind.USAGE, option + " is missing.", "Give it as 2018-06-14.");
    }
    return date;
  }
}
