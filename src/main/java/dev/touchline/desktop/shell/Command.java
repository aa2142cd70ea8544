/// Something that the command finder can do.
package dev.touchline.desktop.shell;

/// A command with its shortcut, empty where it has none.
public record Command(String name, String shortcut, Runnable action) {}
