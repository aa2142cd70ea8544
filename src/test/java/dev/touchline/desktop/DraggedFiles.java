/// A clipboard as the platform hands it over with something dragged from outside.
package dev.touchline.desktop;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import javafx.scene.input.TransferMode;

/// The local clipboard does not say what may be done with what it holds; this one says: copy.
public final class DraggedFiles {
  private DraggedFiles() {}

  /// A new one; on the FX thread.
  public static TKClipboard clipboard() {
    TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
    return (TKClipboard)
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (proxy, method, arguments) ->
                method.getName().equals("getTransferModes")
                    ? EnumSet.of(TransferMode.COPY)
                    : method.invoke(local, arguments));
  }
}
