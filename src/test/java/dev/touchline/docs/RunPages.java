/// Runs every command of README.md and of the tutorial as written, in a fresh clone.
package dev.touchline.docs;

import dev.touchline.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program, not a test: `mvn -Preadme`. The clone is of what is committed; Maven gets an empty
/// local repository, and each page a home of its own. Each command must exit 0. The window is
/// opened on a virtual display (Debian: `xvfb`, `x11-utils`) and closed again once it is there.
public final class RunPages {
  private static final List<String> PAGES = List.of("README.md", "docs/tutorial.md");
  private static final String WINDOW = "mvn -Prun";

  /// Echoes which command begins, and ends with its exit code.
  private static final String TIMED =
      """
      begin() { began=$(date +%s.%N); printf '\\n=== %s\\n' "$1"; }
      end() {
        code=$?
        printf '=== exit %s\\n' "$code"
        printf '%s\\t%s\\t%s\\n' "$code" "$(echo "$(date +%s.%N) $began" | awk '{print $1 - $2}')" "$1" >> "$RUN_LOG"
        [ "$code" = 0 ] || exit "$code"
      }
      window() {
        Xvfb :97 -screen 0 1440x900x24 >/dev/null 2>&1 & screen=$!
        DISPLAY=:97 "$@" & program=$!
        tries=0
        until DISPLAY=:97 xwininfo -root -tree 2>/dev/null | grep -q '"Touchline"'; do
          tries=$((tries + 1))
          if [ "$tries" -gt 1200 ] || ! kill -0 "$program" 2>/dev/null; then kill "$screen"; return 1; fi
          sleep 1
        done
        echo "The window is open."
        kill "$screen"
        wait "$program" || true
      }
      shopt -s expand_aliases
      """;

  private final Path folder;
  private final Path clone;

  private RunPages(Path folder) {
    this.folder = folder.toAbsolutePath();
    clone = this.folder.resolve("clone");
  }

  /// The arguments: the folder to work in, which is made anew, and the repository to clone.
  public static void main(String[] args) throws Exception {
    RunPages run = new RunPages(Path.of(args[0]));
    if (Files.exists(run.folder)) {
      TestFolders.delete(run.folder);
    }
    Files.createDirectories(run.folder);
    run.shell(Map.of(), List.of("git", "clone", "--quiet", args[1], run.clone.toString()));
    boolean good = true;
    for (String page : PAGES) {
      good &= run.page(page);
    }
    run.tell();
    System.exit(good ? 0 : 1);
  }

  /// Runs a page's commands in one shell, so that what one sets the next ones find.
  private boolean page(String name) throws Exception {
    String title = name.replaceAll(".*/|\\.md", "").toLowerCase(Locale.ROOT);
    StringBuilder script = new StringBuilder(TIMED);
    for (Pages.Block block : Pages.blocks(Pages.read(clone.resolve(name)))) {
      if (!block.language().equals("sh")) {
        continue;
      }
      for (String command : commands(block.code())) {
        String shown = "'" + command.replaceAll("\\s*\\\\\n\\s*", " ").replace("'", "'\\''") + "'";
        script.append("begin ").append(shown).append('\n');
        script.append(command.startsWith(WINDOW) ? "window " : "").append(command).append('\n');
        script.append("end ").append(shown).append('\n');
      }
    }
    Path file = Files.writeString(folder.resolve(title + ".sh"), script);
    Map<String, String> environment =
        Map.of(
            "TOUCHLINE_HOME",
            folder.resolve("home-" + title).toString(),
            "RUN_LOG",
            folder.resolve("commands.tsv").toString(),
            "MAVEN_OPTS",
            "-Dmaven.repo.local=" + folder.resolve("repository"),
            "PATH",
            clone.resolve("target/touchline/bin") + ":" + System.getenv("PATH"));
    return shell(environment, List.of("bash", file.toString())) == 0;
  }

  /// A block's commands, each with the lines on which it goes on.
  private static List<String> commands(String code) {
    List<String> commands = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    for (String line : code.lines().toList()) {
      command.append(command.isEmpty() ? "" : "\n").append(line);
      if (!line.endsWith("\\") && !line.isBlank()) {
        commands.add(command.toString().strip());
        command.setLength(0);
      }
    }
    return commands;
  }

  private int shell(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).inheritIO();
    if (Files.isDirectory(clone)) {
      builder.directory(clone.toFile());
    }
    builder.environment().keySet().removeIf(name -> name.startsWith("TOUCHLINE_"));
    builder.environment().remove("DISPLAY");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.HOURS)) {
      process.destroy();
      throw new IOException("took too long: " + command);
    }
    return process.exitValue();
  }

  private void tell() throws IOException {
    double total = 0;
    System.out.printf("%n%-6s %9s  command%n", "exit", "seconds");
    for (String line : Files.readAllLines(folder.resolve("commands.tsv"))) {
      String[] cells = line.split("\t", 3);
      total += Double.parseDouble(cells[1]);
      System.out.printf(
          Locale.ROOT, "%-6s %9.1f  %s%n", cells[0], Double.parseDouble(cells[1]), cells[2]);
    }
    System.out.printf(Locale.ROOT, "together %.1f minutes%n", total / 60);
  }
}
