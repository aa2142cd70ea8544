/// Chooses what computes the part of the density that runs over players and rows.
package dev.touchline.props;

import java.util.function.Supplier;

/// The kernels of one problem: an own one for each chain, over rows that all chains share.
final class Kernels {
  private final Supplier<PlayerKernel> source;

  private Kernels(Supplier<PlayerKernel> source) {
    this.source = source;
  }

  /// The fastest kernel that serves here.
  static Kernels of(Rows rows, Anchors anchors, Layout layout) {
    return vectorsServe() && PackedRows.fits(rows)
        ? vector(rows, anchors, layout)
        : scalar(rows, anchors, layout);
  }

  static Kernels scalar(Rows rows, Anchors anchors, Layout layout) {
    return new Kernels(() -> new ScalarKernel(rows, anchors, layout));
  }

  /// Only where [#vectorsServe] and the rows fit.
  static Kernels vector(Rows rows, Anchors anchors, Layout layout) {
    PackedRows packed = new PackedRows(rows, anchors);
    return new Kernels(
        () -> new VectorKernel(rows, packed, layout, new ScalarKernel(rows, anchors, layout)));
  }

  /// Whether vectors of four doubles are there and fast. The module that brings them is an
  /// incubator, which Java loads only where it is told to; without it no class that mentions
  /// vectors may be touched.
  static boolean vectorsServe() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && VectorWidth.fourDoubles();
  }

  PlayerKernel newKernel() {
    return source.get();
  }
}
