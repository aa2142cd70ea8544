/// Products of features and slopes as one matrix product by ND4J.
package dev.touchline.predict;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// β (prop · sample × feature) times xᵀ (feature × row) into a preallocated column-major result,
/// which is the fast way through ND4J. Loading it starts a native library, which takes up to two
/// seconds and fails with an [Error] or exception where there is none for this system.
final class MatrixProducts implements FeatureProducts {
  private final int samples;
  private final int height;
  private final int features;
  private final INDArray beta;

  MatrixProducts(PosteriorCache cache) {
    samples = cache.samples();
    height = cache.props() * samples;
    features = cache.beta()[0].length;
    double[] columns = new double[Math.multiplyExact(height, features)];
    for (int j = 0; j < features; j++) {
      for (int k = 0; k < cache.props(); k++) {
        System.arraycopy(cache.beta()[k][j], 0, columns, j * height + k * samples, samples);
      }
    }
    beta = Nd4j.create(columns, new long[] {height, features}, 'f');
  }

  @Override
  public Block block(double[] x, int rows) {
    INDArray right = Nd4j.create(x, new long[] {features, rows}, 'f');
    INDArray result = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {height, rows}, 'f');
    Nd4j.gemm(beta, right, result, false, false, 1, 0);
    right.close();
    DoubleBuffer values = result.data().asNioDouble();
    return new Block() {
      @Override
      public void read(int row, int prop, double[] target) {
        values.get(row * height + prop * samples, target, 0, samples);
      }

      @Override
      public void close() {
        result.close();
      }
    };
  }
}
