/// Shows a folder in the system's file manager, or an address of the web in its browser.
package dev.touchline.desktop;

import dev.touchline.desktop.part.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Calls the platform's own command; where there is none, the path is told instead.
final class FolderOpener implements Consumer<Path> {
  private final Consumer<Message> tell;

  FolderOpener(Consumer<Message> tell) {
    this.tell = tell;
  }

  @Override
  public void accept(Path folder) {
    open(folder.toString(), "The folder is " + folder + ".", "No file manager was found.");
  }

  /// Shows an address of the web.
  void browse(String address) {
    open(address, "The address is " + address + ".", "No browser was found.");
  }

  private void open(String what, String told, String why) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String command =
        system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(List.of(command, what))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      tell.accept(new Message(Message.Kind.INFO, told, why));
    }
  }
}
