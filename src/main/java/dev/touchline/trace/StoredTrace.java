/// A trace over the recorder's arrays.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.util.Arrays;

/// Reads what was published when it was made. Safe for several threads.
final class StoredTrace implements TraceSource {
  private final TraceSchema schema;
  private final DrawStore[] stores;
  private final int draws;

  StoredTrace(TraceSchema schema, DrawStore[] stores, int most) {
    this.schema = schema;
    this.stores = stores;
    draws = Math.min(most, Arrays.stream(stores).mapToInt(DrawStore::count).min().orElse(0));
  }

  @Override
  public TraceSchema schema() {
    return schema;
  }

  @Override
  public int chains() {
    return stores.length;
  }

  @Override
  public int draws() {
    return draws;
  }

  @Override
  public double[] read(String parameter, int chain, int firstDraw, int count) {
    Slices.check(this, chain, firstDraw, count);
    Parameter found = schema.require(parameter);
    double[] values = new double[Math.multiplyExact(count, found.size())];
    stores[chain].copy(firstDraw, count, schema.offset(found), found.size(), values);
    return values;
  }

  @Override
  public double[] readScalars(String parameter, int chain, int firstScalar, int scalars) {
    Slices.check(this, chain, 0, draws);
    Parameter found = schema.require(parameter);
    double[] values = new double[Math.multiplyExact(draws, scalars)];
    stores[chain].copy(0, draws, schema.offset(found) + firstScalar, scalars, values);
    return values;
  }

  @Override
  public double[] stat(String name, int chain) {
    Slices.check(this, chain, 0, draws);
    return Stat.named(name)
        .map(
            stat -> {
              double[] values = new double[draws];
              stores[chain].copy(0, draws, schema.scalarCount() + stat.ordinal(), 1, values);
              return values;
            })
        .orElseGet(() -> new double[0]);
  }

  @Override
  public void close() {
    // The arrays belong to the recorder.
  }
}
