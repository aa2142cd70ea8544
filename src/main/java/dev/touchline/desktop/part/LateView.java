/// A panel's view that is built when somebody first asks for it.
package dev.touchline.desktop.part;

import dev.touchline.desktop.theme.Theme;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The window is there sooner where only the panel in front has been built. Models and presenters
/// are there from the start, so that nothing told to a panel meanwhile is lost. On the FX thread.
public final class LateView<V> {
  private final Supplier<V> source;
  private final BiConsumer<V, Theme> themed;
  private @Nullable V view;
  private @Nullable Theme theme;

  /// A view that `source` builds and `themed` tells of themes.
  public LateView(Supplier<V> source, BiConsumer<V, Theme> themed) {
    this.source = source;
    this.themed = themed;
  }

  /// The view, built now if it has not been.
  public V get() {
    if (view == null) {
      view = source.get();
      if (theme != null) {
        themed.accept(view, theme);
      }
    }
    return view;
  }

  /// Tells the view of a theme, or keeps it for when there is one.
  public void theme(Theme now) {
    theme = now;
    if (view != null) {
      themed.accept(view, now);
    }
  }
}
