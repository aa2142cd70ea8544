/// One transition of the No-U-Turn sampler: doubles a trajectory until it turns, picks a state of
/// it.
package dev.touchline.mcmc;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Multinomial NUTS: Hoffman and Gelman (JMLR 15, 2014) with the multinomial weights and the biased
/// progressive choice of Betancourt (arXiv 1701.02434), and the additional turning checks across
/// the seam of two merged subtrees that Stan uses since 2.21.
///
/// @param <N> the states of the trajectory
final class NutsTree<N extends Trajectory.Node> {
  private final Trajectory<N> trajectory;
  private final int maxDepth;
  private final double maxEnergyError;
  private final List<Subtree<N>> pool = new ArrayList<>();

  private int depth;
  private int steps;
  private double acceptanceSum;
  private boolean diverging;
  private boolean reachedMaxDepth;

  NutsTree(Trajectory<N> trajectory, int maxDepth, double maxEnergyError) {
    this.trajectory = trajectory;
    this.maxDepth = maxDepth;
    this.maxEnergyError = maxEnergyError;
  }

  /// Doublings done by the last transition.
  int depth() {
    return depth;
  }

  /// Steps taken by the last transition.
  int steps() {
    return steps;
  }

  /// Mean Metropolis acceptance over the steps of the last transition.
  double acceptanceRate() {
    return steps == 0 ? 0 : acceptanceSum / steps;
  }

  /// Whether the last transition diverged.
  boolean diverging() {
    return diverging;
  }

  /// Whether the depth limit ended the last transition.
  boolean reachedMaxDepth() {
    return reachedMaxDepth;
  }

  /// Moves on from `start` (whose energy error is 0); the answer has one holder, the caller, and
  /// `start` keeps its own.
  N transition(N start, RandomGenerator random) {
    depth = 0;
    steps = 0;
    acceptanceSum = 0;
    diverging = false;
    reachedMaxDepth = false;

    Subtree<N> tree = subtree();
    tree.hold(start, start, start, 0.0);
    while (true) {
      if (depth == maxDepth) {
        reachedMaxDepth = true;
        break;
      }
      boolean forward = random.nextBoolean();
      Subtree<N> grown = build(forward ? tree.last : tree.first, depth, forward, random);
      if (grown == null) {
        break;
      }
      boolean move = Math.log(random.nextDouble()) < grown.logWeight - tree.logWeight;
      depth++;
      if (!join(tree, grown, forward, move)) {
        break;
      }
    }
    N chosen = tree.proposal;
    chosen.holders++;
    free(tree);
    return chosen;
  }

  /// A subtree of 2^height steps beyond `edge`, or null where it turned or diverged inside.
  private @org.jspecify.annotations.Nullable Subtree<N> build(
      N edge, int height, boolean forward, RandomGenerator random) {
    if (height == 0) {
      return leaf(edge, forward);
    }
    Subtree<N> near = build(edge, height - 1, forward, random);
    if (near == null) {
      return null;
    }
    Subtree<N> far = build(forward ? near.last : near.first, height - 1, forward, random);
    if (far == null) {
      free(near);
      return null;
    }
    double total = logAdd(near.logWeight, far.logWeight);
    boolean move = Math.log(random.nextDouble()) < far.logWeight - total;
    if (!join(near, far, forward, move)) {
      free(near);
      return null;
    }
    return near;
  }

  private @org.jspecify.annotations.Nullable Subtree<N> leaf(N edge, boolean forward) {
    N node = trajectory.step(edge, forward);
    steps++;
    double error = node.energyError;
    if (!(error <= maxEnergyError)) {
      diverging = true;
      release(node);
      return null;
    }
    acceptanceSum += Math.min(1.0, Math.exp(-error));
    Subtree<N> leaf = subtree();
    leaf.hold(node, node, node, -error);
    node.holders--;
    return leaf;
  }

  /// Appends `far` to `near` and frees `far`; false where the joint path turns. `move` takes the
  /// proposal of `far`.
  private boolean join(Subtree<N> near, Subtree<N> far, boolean forward, boolean move) {
    Subtree<N> before = forward ? near : far;
    Subtree<N> after = forward ? far : near;
    // Of two single states all three checks are the same.
    boolean single = before.first == before.last && after.first == after.last;
    boolean straight =
        !trajectory.turning(before.first, after.last)
            && (single
                || (!trajectory.turning(before.first, after.first)
                    && !trajectory.turning(before.last, after.last)));
    N first = before.first;
    N last = after.last;
    N proposal = move ? far.proposal : near.proposal;
    double weight = logAdd(near.logWeight, far.logWeight);
    first.holders++;
    last.holders++;
    proposal.holders++;
    drop(near);
    free(far);
    near.first = first;
    near.last = last;
    near.proposal = proposal;
    near.logWeight = weight;
    return straight;
  }

  private Subtree<N> subtree() {
    return pool.isEmpty() ? new Subtree<>() : pool.removeLast();
  }

  private void free(Subtree<N> subtree) {
    drop(subtree);
    pool.add(subtree);
  }

  private void drop(Subtree<N> subtree) {
    release(subtree.first);
    release(subtree.last);
    release(subtree.proposal);
  }

  private void release(N node) {
    if (--node.holders == 0) {
      trajectory.recycle(node);
    }
  }

  private static double logAdd(double a, double b) {
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(-Math.abs(a - b)));
  }

  /// A stretch of the trajectory with the state chosen from it.
  private static final class Subtree<N extends Trajectory.Node> {
    @SuppressWarnings("NullAway.Init")
    N first;

    @SuppressWarnings("NullAway.Init")
    N last;

    @SuppressWarnings("NullAway.Init")
    N proposal;

    double logWeight;

    void hold(N firstNode, N lastNode, N chosen, double weight) {
      first = firstNode;
      last = lastNode;
      proposal = chosen;
      logWeight = weight;
      firstNode.holders++;
      lastNode.holders++;
      chosen.holders++;
    }
  }
}
