/// What the window remembers between starts.
package dev.touchline.desktop.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.theme.Theme;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings of the workbench, kept in `workbench.json` of the home. A file that cannot be read is
/// kept beside and the window starts as new.
///
/// @param formatVersion of the file
/// @param theme light or dark
/// @param panel the panel in front, by name
/// @param x left edge of the window, NaN for anywhere
/// @param y its top edge
/// @param width its width
/// @param height its height
/// @param maximised whether it fills the screen
/// @param choices last choices of the panels, by name
public record Settings(
    int formatVersion,
    Theme theme,
    String panel,
    double x,
    double y,
    double width,
    double height,
    boolean maximised,
    Map<String, String> choices) {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
  private static final int FORMAT_VERSION = 1;
  private static final String FILE = "workbench.json";

  /// Settings of a first start.
  public static Settings first() {
    return new Settings(
        FORMAT_VERSION, Theme.LIGHT, "", Double.NaN, Double.NaN, 1440, 900, false, Map.of());
  }

  private static Gson gson() {
    return new GsonBuilder().serializeSpecialFloatingPointValues().setPrettyPrinting().create();
  }

  /// What was read.
  ///
  /// @param settings to use
  /// @param note what the user should know; [Message#NONE] where all is well
  public record Found(Settings settings, Message note) {}

  /// Reads those of a home. A file that cannot be used is renamed, so that nothing in it is lost.
  public static Found read(Path home) {
    Path file = home.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new Found(first(), Message.NONE);
    }
    try {
      Settings read = gson().fromJson(Files.readString(file), Settings.class);
      if (read != null && read.sound()) {
        return new Found(read, Message.NONE);
      }
      LOG.warn("{} does not hold settings that this version knows", file);
    } catch (IOException | RuntimeException e) { // Gson wraps what records' constructors throw
      LOG.warn("{} cannot be read", file, e);
    }
    return new Found(first(), setAside(file));
  }

  private static Message setAside(Path file) {
    Path kept = file.resolveSibling(FILE + ".unreadable");
    String where;
    try {
      Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
      where = "It is kept as " + kept + ".";
    } catch (IOException e) {
      LOG.warn("{} cannot be renamed", file, e);
      where = "It could not be renamed and will be replaced when the window closes.";
    }
    return new Message(
        Message.Kind.CAUTION,
        "The window's settings in " + file + " cannot be used, so it opens as on the first day.",
        where);
  }

  @SuppressWarnings("ConstantValue") // Gson leaves what a file lacks null
  private boolean sound() {
    return formatVersion == FORMAT_VERSION
        && theme != null
        && panel != null
        && choices != null
        && width >= 300
        && height >= 200;
  }

  /// Writes them, whole or not at all; a full disk is a warning in the log, no more.
  public void write(Path home) {
    Path file = home.resolve(FILE);
    Path part = home.resolve(FILE + ".part");
    try {
      Files.createDirectories(home);
      Files.writeString(part, gson().toJson(this));
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be written", file, e);
    }
  }

  /// The same with another panel, theme and choices.
  public Settings with(Theme newTheme, String newPanel, Map<String, String> newChoices) {
    return new Settings(
        formatVersion,
        newTheme,
        newPanel,
        x,
        y,
        width,
        height,
        maximised,
        new TreeMap<>(newChoices));
  }

  /// The same with another place of the window.
  public Settings placed(double newX, double newY, double newWidth, double newHeight, boolean max) {
    return new Settings(formatVersion, theme, panel, newX, newY, newWidth, newHeight, max, choices);
  }
}
