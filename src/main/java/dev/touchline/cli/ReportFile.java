/// A report that a command is asked to write.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.work.UserFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// @param path where it goes; its ending says whether it is Markdown or HTML
record ReportFile(Path path) {

  /// A fault where the ending is not known or the folder cannot be written to: better before the
  /// work than after it.
  void requireWritable() {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".md") && !name.endsWith(".html")) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The report " + path + " has no known ending.",
          "Choose a name that ends with .md or .html.");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The report cannot be written to " + path + ".",
          "Choose a folder that exists and is writable.");
    }
  }

  boolean html() {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".html");
  }

  /// The picture beside a Markdown report: the same name with another ending.
  Path picture() {
    String name = path.getFileName().toString();
    return path.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".svg");
  }

  void write(String text) {
    UserFiles.write(path, text);
  }
}
