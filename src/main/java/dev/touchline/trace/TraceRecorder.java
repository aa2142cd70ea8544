/// Keeps the draws of a run, in memory or on the disk.
package dev.touchline.trace;

import dev.touchline.mcmc.ChainListener;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Model;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;

/// A listener that turns positions into values and keeps them. Each chain writes its own blocks and
/// then one volatile count, so any thread may read what is published.
public final class TraceRecorder implements ChainListener {
  private static final Stat[] STATS = Stat.values();

  private final TraceSchema schema;
  private final Chain[] chains;
  private final boolean keepTune;

  /// One chain's writer side: its own model and scratch, touched by the chain's thread alone.
  private static final class Chain {
    final Model model;
    final double[] values;
    final DrawStore draws;
    final DrawStore tune;

    Chain(Model model, int size, DrawStore draws) {
      this.model = model;
      values = new double[size];
      this.draws = draws;
      tune = new DrawStore(size + STATS.length);
    }
  }

  /// Keeps the draws after adaptation.
  ///
  /// @param models gives a fresh model, one a chain, to turn positions into values
  /// @param schema what the trace holds
  /// @param chains number of chains
  public TraceRecorder(Supplier<Model> models, TraceSchema schema, int chains) {
    this(models, schema, chains, false);
  }

  /// Keeps the draws of the adaptation too, if wished, for a live view or the warm-up groups.
  public TraceRecorder(Supplier<Model> models, TraceSchema schema, int chains, boolean keepTune) {
    this(models, schema, keepTune, inMemory(schema, chains));
  }

  /// Keeps the draws after adaptation on the disk, beginning with those that are there already.
  /// Those of the adaptation, if wished, stay in memory.
  public static TraceRecorder onDisk(
      Supplier<Model> models,
      TraceSchema schema,
      int chains,
      boolean keepTune,
      Checkpoint checkpoint)
      throws IOException {
    DrawStore[] stores = new DrawStore[chains];
    for (int chain = 0; chain < chains; chain++) {
      stores[chain] = checkpoint.store(chain);
    }
    return new TraceRecorder(models, schema, keepTune, stores);
  }

  private TraceRecorder(
      Supplier<Model> models, TraceSchema schema, boolean keepTune, DrawStore[] stores) {
    this.schema = schema;
    this.keepTune = keepTune;
    chains = new Chain[stores.length];
    for (int chain = 0; chain < chains.length; chain++) {
      Model model = models.get();
      if (!model.parameters().equals(schema.parameters())) {
        throw new IllegalArgumentException("the schema's parameters are not the model's");
      }
      chains[chain] = new Chain(model, schema.scalarCount(), stores[chain]);
    }
  }

  private static DrawStore[] inMemory(TraceSchema schema, int chains) {
    DrawStore[] stores = new DrawStore[chains];
    Arrays.setAll(stores, chain -> new DrawStore(width(schema)));
    return stores;
  }

  /// Numbers kept of a draw: its values and its statistics.
  static int width(TraceSchema schema) {
    return schema.scalarCount() + STATS.length;
  }

  @Override
  public void onDraw(int chain, int draw, boolean tune, double[] position, DrawStats stats) {
    if (tune && !keepTune) {
      return;
    }
    Chain own = chains[chain];
    own.model.values(position, own.values);
    DrawStore store = tune ? own.tune : own.draws;
    double[] block = store.nextBlock();
    int offset = store.nextOffset();
    System.arraycopy(own.values, 0, block, offset, own.values.length);
    offset += own.values.length;
    for (Stat stat : STATS) {
      block[offset++] = stat.of(stats);
    }
    store.publish();
  }

  /// The schema of its traces.
  public TraceSchema schema() {
    return schema;
  }

  /// Number of chains.
  public int chains() {
    return chains.length;
  }

  /// Draws of one chain that may be read by now.
  public int count(int chain, boolean tune) {
    return store(chain, tune).count();
  }

  /// Copies published draws of one scalar (its index over all parameters) of one chain, for a live
  /// view: `count` of them from `first` on.
  public double[] series(int scalar, int chain, boolean tune, int first, int count) {
    double[] series = new double[count];
    store(chain, tune).copy(first, count, scalar, 1, series);
    return series;
  }

  /// Copies published values of one statistic of one chain: `count` of them from `first` on.
  public double[] stats(Stat stat, int chain, boolean tune, int first, int count) {
    return series(schema.scalarCount() + stat.ordinal(), chain, tune, first, count);
  }

  /// The draws so far (chains cut to the shortest), as a readable trace over the same arrays. Its
  /// length is fixed now; draws that come later are not in it.
  public TraceSource trace() {
    return trace(false, Integer.MAX_VALUE);
  }

  /// The same with this many draws of each chain at most.
  public TraceSource trace(int draws) {
    return trace(false, draws);
  }

  /// What a run that was cut short leaves: chains that had hardly begun are left out where the
  /// others hold more draws without them.
  public TraceSource partialTrace() {
    DrawStore[] longestFirst =
        Arrays.stream(chains)
            .map(chain -> chain.draws)
            .sorted(Comparator.comparingInt(DrawStore::count).reversed())
            .toArray(DrawStore[]::new);
    int best = 1;
    for (int kept = 2; kept <= longestFirst.length; kept++) {
      if ((long) kept * longestFirst[kept - 1].count()
          >= (long) best * longestFirst[best - 1].count()) {
        best = kept;
      }
    }
    int fewest = longestFirst[best - 1].count();
    return new StoredTrace(
        schema,
        Arrays.stream(chains)
            .map(chain -> chain.draws)
            .filter(store -> store.count() >= fewest)
            .toArray(DrawStore[]::new),
        fewest);
  }

  /// The draws of the adaptation, if they are kept.
  public TraceSource tuneTrace() {
    return trace(true, Integer.MAX_VALUE);
  }

  private TraceSource trace(boolean tune, int draws) {
    DrawStore[] stores = new DrawStore[chains.length];
    for (int chain = 0; chain < stores.length; chain++) {
      stores[chain] = store(chain, tune);
    }
    return new StoredTrace(schema, stores, draws);
  }

  private DrawStore store(int chain, boolean tune) {
    return tune ? chains[chain].tune : chains[chain].draws;
  }
}
