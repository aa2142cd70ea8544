/// The part of the log rates that comes from the features.
package dev.touchline.predict;

/// Products x · β for blocks of requests.
interface FeatureProducts {
  /// A block of requests whose products can be read, by any thread.
  interface Block extends AutoCloseable {
    /// Writes x · β of one row and prop for all samples.
    void read(int row, int prop, double[] target);

    /// Gives memory back.
    @Override
    default void close() {}
  }

  /// Prepares a block.
  ///
  /// @param x rows × features standardised values, row-major
  /// @param rows number of rows
  Block block(double[] x, int rows);
}
