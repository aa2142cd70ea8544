/// Collects what users saw of each injected fault into the table of docs/reliability.md.
package dev.touchline.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Every test class of faults has a table in the page, between two comments that name it. A run
/// writes its tables to `target/faults/`; with `-Dtouchline.reliability=FILE` it replaces those of
/// the page, too.
final class Evidence implements ParameterResolver, AfterAllCallback {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(Evidence.class);
  private static final String HEAD =
      """
      | fault | injected by | times | exit | what the user saw | what was kept |
      |---|---|---:|---:|---|---|
      """;

  /// The rows of one test class, in the order of their names.
  static final class Table {
    private final Map<String, String> rows = new TreeMap<>();

    /// Adds a row.
    ///
    /// @param fault what went wrong; rows are sorted by it
    /// @param injected how that was brought about
    /// @param times how often
    /// @param exit exit code or codes
    /// @param seen the sentence as it was printed
    /// @param kept what was checked to be there afterwards
    synchronized void row(
        String fault, String injected, int times, String exit, String seen, String kept) {
      rows.put(
          fault,
          "| %s | %s | %d | %s | %s | %s |%n"
              .formatted(cell(fault), cell(injected), times, exit, cell(seen), cell(kept)));
    }

    /// The same for one run whose sentence holds a text.
    void row(String fault, String injected, Ended run, String text, String kept) {
      row(fault, injected, 1, Integer.toString(run.exit()), run.line(text), kept);
    }

    private static String cell(String text) {
      return text.replace("|", "\\|").replace("<", "&lt;").strip();
    }

    private synchronized String markdown() {
      return HEAD + String.join("", rows.values());
    }
  }

  /// The table of a page that belongs to a test class, with the comments around it.
  static String block(String name, String table) {
    return begin(name) + "\n" + table + end(name);
  }

  static String begin(String name) {
    return "<!-- " + name + " -->";
  }

  static String end(String name) {
    return "<!-- end of " + name + " -->";
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Table.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return table(context);
  }

  private static Table table(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(PLACE)
        .getOrComputeIfAbsent(
            context.getRequiredTestClass().getSimpleName(), key -> new Table(), Table.class);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    String name = context.getRequiredTestClass().getSimpleName();
    Table table = table(context);
    if (table.rows.isEmpty()) {
      return;
    }
    Path folder = Files.createDirectories(Path.of("target", "faults"));
    Files.writeString(folder.resolve(name + ".md"), table.markdown());
    String page = System.getProperty("touchline.reliability", "");
    if (!page.isEmpty()) {
      replace(Path.of(page), name, table.markdown());
    }
  }

  private static void replace(Path page, String name, String table) throws IOException {
    String text = Files.readString(page);
    int from = text.indexOf(begin(name));
    int to = text.indexOf(end(name));
    if (from >= 0 && to >= 0) {
      Files.writeString(
          page,
          text.substring(0, from) + block(name, table) + text.substring(to + end(name).length()));
    }
  }
}
