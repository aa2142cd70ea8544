/// Chooses how the products of features and slopes are computed.
package dev.touchline.predict;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plain Java, or a matrix product by ND4J for large batches of many features.
///
/// Measured at 1,000 samples and 3 props, microseconds a request, plain against matrix: 2 against
/// 14 at 4 features, 7 against 10 at 16, 15 against 11 at 32, 55 against 17 at 64, 284 against 33
/// at 256. So matrices begin at 32 features, and the library, which takes 0.5 to 2 seconds to load,
/// is loaded when a batch comes that wins that time back.
final class ProductChoice {
  /// Fewest features for which the matrix product is faster.
  private static final int FEATURES = 32;

  /// Fewest rows of a batch for which it is worth it once it is loaded …
  private static final int ROWS = 64;

  /// … and fewest rows times features that pay for loading it.
  private static final long WORK = 1L << 21;

  private static final Logger LOG = LoggerFactory.getLogger(ProductChoice.class);

  private final FeatureProducts plain;
  private final Supplier<FeatureProducts> loader;
  private final int features;
  private volatile @Nullable FeatureProducts loaded;

  /// @param plain products in plain Java
  /// @param loader loads the matrix product; whatever it throws means that there is none
  /// @param features number of features
  ProductChoice(FeatureProducts plain, Supplier<FeatureProducts> loader, int features) {
    this.plain = plain;
    this.loader = loader;
    this.features = features;
  }

  /// The products for a batch of so many rows.
  FeatureProducts of(long rows) {
    if (features < FEATURES || rows < ROWS) {
      return plain;
    }
    FeatureProducts present = loaded;
    if (present != null) {
      return present;
    }
    return rows * features < WORK ? plain : load();
  }

  private synchronized FeatureProducts load() {
    FeatureProducts present = loaded;
    if (present == null) {
      try {
        present = loader.get();
      } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
        LOG.info("No matrix library ({}): batches are computed in plain Java", e.toString());
        present = plain;
      }
      loaded = present;
    }
    return present;
  }
}
