/// The parts of a log rate by name.
package dev.touchline.predict;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An unmodifiable map over shared names and one array: a batch makes many of them.
final class Contributions extends AbstractMap<String, Double> {
  private final List<String> names;
  private final double[] values;

  /// @param names the names, in order, each once
  /// @param values one value a name; not copied
  Contributions(List<String> names, double[] values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public @Nullable Double get(@Nullable Object name) {
    int at = names.indexOf(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return names.contains(name);
  }

  @Override
  public Set<Entry<String, Double>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return values.length;
      }

      @Override
      public Iterator<Entry<String, Double>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < values.length;
          }

          @Override
          public Entry<String, Double> next() {
            if (next >= values.length) {
              throw new NoSuchElementException();
            }
            Entry<String, Double> entry = Map.entry(names.get(next), values[next]);
            next++;
            return entry;
          }
        };
      }
    };
  }
}
