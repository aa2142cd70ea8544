/// Charts to the clipboard and to files.
package dev.touchline.desktop.part;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Saves where the user says and tells how it went.
public final class DesktopExports implements ChartExports {
  private final FileDialogs dialogs;
  private final Consumer<Message> tell;

  /// News go to `tell`.
  public DesktopExports(FileDialogs dialogs, Consumer<Message> tell) {
    this.dialogs = dialogs;
    this.tell = tell;
  }

  @Override
  public void copyPicture(byte[] png) {
    var content = new ClipboardContent();
    content.putImage(new Image(new ByteArrayInputStream(png)));
    Clipboard.getSystemClipboard().setContent(content);
    tell.accept(Message.done("The picture is on the clipboard."));
  }

  @Override
  public void copyText(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    tell.accept(Message.done("The data is on the clipboard."));
  }

  @Override
  public void save(Node owner, String suggestedName, Content content) {
    dialogs
        .save(owner, "Save", suggestedName)
        .ifPresent(
            file -> {
              try {
                Files.write(file, content.bytes());
                tell.accept(Message.done("Saved to " + file + "."));
              } catch (IOException e) {
                tell.accept(
                    Message.of(
                        new Fault(
                            Fault.Kind.STORAGE,
                            "The file " + file + " cannot be written.",
                            "Choose another folder, or make room on the disk.",
                            e)));
              }
            });
  }
}
