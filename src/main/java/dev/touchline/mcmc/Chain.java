/// One Markov chain: adaptation, then draws.
package dev.touchline.mcmc;

/// A chain that makes one draw at a time.
final class Chain {
  /// Depth limit while the metric is still the first guess, so that a bad guess costs little.
  private static final int EARLY_DEPTH = 8;

  private final int index;
  private final SamplerSettings settings;
  private final Xoshiro256PlusPlus random;
  private final long[] randomBefore = new long[Xoshiro256PlusPlus.WORDS];
  private final Hamiltonian hamiltonian;
  private final WarmupSchedule schedule;
  private final MetricEstimator estimator;
  private final DualAveraging stepSize;
  private final NutsTree<PhasePoint> earlyTree;
  private final NutsTree<PhasePoint> tree;

  @SuppressWarnings("NullAway.Init") // each way in has a point of its own
  private PhasePoint current;

  private int done;
  private boolean drawing;

  /// A chain at its beginning.
  Chain(int index, Problem problem, Model model, SamplerSettings settings) {
    this(
        index,
        model,
        settings,
        Xoshiro256PlusPlus.stream(settings.seed(), index),
        problem.initialMetric());
    current = startingPoint(problem);
    stepSize.restart(reasonableStep());
    hamiltonian.stepSize(stepSize.step());
  }

  /// A chain that goes on from a state of its own.
  Chain(ChainState state, Model model, SamplerSettings settings) {
    this(
        state.chain(), model, settings, Xoshiro256PlusPlus.ofState(state.random()), state.metric());
    if (!state.fits(model.dimension(), model.denseBlock())) {
      throw new IllegalArgumentException("the state is not one of this model");
    }
    current = hamiltonian.at(state.position(), state.lp(), state.gradient());
    stepSize.restore(state.adaptation());
    estimator.restore(state.moments());
    hamiltonian.stepSize(state.stepSize());
    hamiltonian.resumeCount(state.gradients());
    done = state.done();
  }

  private Chain(
      int index, Model model, SamplerSettings settings, Xoshiro256PlusPlus random, Metric metric) {
    this.index = index;
    this.settings = settings;
    this.random = random;
    hamiltonian = new Hamiltonian(model, metric);
    schedule = new WarmupSchedule(settings.tune());
    estimator = new MetricEstimator(model.dimension(), model.denseBlock());
    tree = new NutsTree<>(hamiltonian, settings.maxTreeDepth(), settings.maxEnergyError());
    earlyTree =
        new NutsTree<>(
            hamiltonian, Math.min(EARLY_DEPTH, settings.maxTreeDepth()), settings.maxEnergyError());
    stepSize = new DualAveraging(settings.targetAccept(), 1);
  }

  private PhasePoint startingPoint(Problem problem) {
    PhasePoint point = hamiltonian.at(problem.start(index, random));
    for (int attempt = 0; attempt < 100 && !usable(point); attempt++) {
      hamiltonian.recycle(point);
      point = hamiltonian.at(problem.start(index, random));
    }
    if (!usable(point)) {
      throw new dev.touchline.fault.Fault(
          dev.touchline.fault.Fault.Kind.DATA,
          "Chain " + (index + 1) + " found no starting point with a finite density.",
          "Check the training rows for extreme values (minutes, counts).");
    }
    return point;
  }

  private static boolean usable(PhasePoint point) {
    if (!Double.isFinite(point.lp)) {
      return false;
    }
    for (double g : point.gradient) {
      if (!Double.isFinite(g)) {
        return false;
      }
    }
    return true;
  }

  /// Doubles or halves until one step's acceptance crosses 0.8 (Hoffman and Gelman, algorithm 4).
  private double reasonableStep() {
    double step = 0.5;
    int direction = 0;
    for (int i = 0; i < 50; i++) {
      hamiltonian.refresh(current, random);
      hamiltonian.stepSize(step);
      PhasePoint next = hamiltonian.step(current, true);
      double error = next.energyError;
      hamiltonian.recycle(next);
      int wanted = Double.isFinite(error) && -error > Math.log(0.8) ? 1 : -1;
      if (direction == 0) {
        direction = wanted;
      } else if (wanted != direction) {
        return step;
      }
      if (wanted > 0 && step >= Hamiltonian.LONGEST_STEP) {
        return Hamiltonian.LONGEST_STEP;
      }
      step *= wanted > 0 ? 2 : 0.5;
    }
    return step;
  }

  /// Draws made so far, adaptation included.
  int done() {
    return done;
  }

  /// Whether the next draw still belongs to adaptation.
  boolean tuning() {
    return done < settings.tune();
  }

  long gradients() {
    return hamiltonian.evaluations();
  }

  double stepSize() {
    return hamiltonian.stepSize();
  }

  Metric metric() {
    return hamiltonian.metric();
  }

  /// The position of the last draw; valid until the next.
  double[] position() {
    return current.position;
  }

  /// The state after the last whole draw. A draw that failed half-way has not been.
  ChainState state(int divergences, double tuneSeconds, double sampleSeconds) {
    return new ChainState(
        index,
        done,
        divergences,
        gradients(),
        tuneSeconds,
        sampleSeconds,
        drawing ? randomBefore.clone() : random.state(),
        current.lp,
        current.position.clone(),
        current.gradient.clone(),
        hamiltonian.stepSize(),
        stepSize.state(),
        hamiltonian.metric(),
        estimator.moments());
  }

  /// Makes the next draw.
  DrawStats draw() {
    random.copyState(randomBefore);
    drawing = true;
    boolean tune = tuning();
    NutsTree<PhasePoint> walker = tune && !schedule.windowPassed(done) ? earlyTree : tree;
    double usedStep = hamiltonian.stepSize();
    hamiltonian.refresh(current, random);
    PhasePoint next = walker.transition(current, random);
    if (--current.holders == 0) {
      hamiltonian.recycle(current);
    }
    current = next;
    DrawStats stats =
        new DrawStats(
            next.lp,
            walker.acceptanceRate(),
            usedStep,
            walker.depth(),
            walker.steps(),
            walker.diverging(),
            next.energy,
            next.energyError,
            walker.reachedMaxDepth());
    if (tune) {
      adapt(stats.acceptanceRate());
    }
    done++;
    drawing = false;
    return stats;
  }

  private void adapt(double acceptance) {
    stepSize.update(acceptance);
    if (schedule.learning(done)) {
      estimator.add(current.position, current.gradient);
    }
    if (schedule.windowEnd(done)) {
      hamiltonian.metric(estimator.estimate(hamiltonian.metric()));
      estimator.clear();
      stepSize.restart(stepSize.average());
    }
    boolean last = done == settings.tune() - 1;
    hamiltonian.stepSize(last ? stepSize.average() : stepSize.step());
  }
}
