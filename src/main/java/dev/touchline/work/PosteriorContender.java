/// A Bayesian model, fitted in memory, as a model of a backtest.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.evaluate.Forecast;
import dev.touchline.evaluate.Forecasts;
import dev.touchline.football.DataSet;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.ChainListener;
import dev.touchline.mcmc.ChainSummary;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.LastStates;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelData;
import dev.touchline.props.PropProblem;
import dev.touchline.props.WarmStart;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.trace.TraceSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// @param name its name
/// @param description what it is, a sentence
/// @param parts the props that are learned together, one list a fit
/// @param request sampler and gate
record PosteriorContender(
    String name, String description, List<List<Prop>> parts, TrainRequest request)
    implements Contender {

  @Override
  public long draws(List<WarmStart> before) {
    SamplerSettings sampler = request.sampler();
    int tune = before.isEmpty() ? sampler.tune() : WarmStart.tune(sampler.tune());
    return (long) parts.size() * sampler.chains() * (tune + sampler.draws());
  }

  @Override
  public Answer forecast(
      int step, DataSet data, List<WarmStart> before, BacktestListener listener, StopSignal stop) {
    Map<Prop, List<Forecast>> forecasts = new EnumMap<>(Prop.class);
    List<BacktestFit> fits = new ArrayList<>();
    List<WarmStart> ends = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      List<Prop> props = parts.get(part);
      long begin = System.nanoTime();
      ModelData modelData = ModelData.of(data.training(), data.scale(), props, request.variant());
      PropProblem problem =
          before.size() == parts.size()
              ? PropProblem.after(before.get(part), modelData)
              : PropProblem.of(modelData);
      TrainRequest own = own(step, data, props, problem.warm());
      Provenance provenance = new Provenance(data, modelData, own);
      LastStates last = new LastStates(own.sampler().chains());
      TraceSource trace = sample(problem, provenance, last, listener, stop);
      ends.add(problem.warmStart(last.states()));
      ConvergenceReport report =
          TraceDiagnosis.judge(trace, own.maxRhat(), Runtime.getRuntime().availableProcessors());
      try (Predictor predictor =
          Predictor.of(
              provenance.metadata(TrainOutcome.PUBLISHED, trace, Map.of()),
              trace,
              Math.min(Predictor.SAMPLES, trace.chains() * trace.draws()))) {
        forecasts.putAll(Forecasts.of(predictor, data.validation()));
      }
      fits.add(fit(data, props, report, data.training().size(), (System.nanoTime() - begin) / 1e9));
    }
    return new Answer(forecasts, fits, ends);
  }

  /// Each step has streams of its own, so that the Monte Carlo errors of steps are independent.
  private TrainRequest own(int step, DataSet data, List<Prop> props, boolean warm) {
    SamplerSettings sampler = request.sampler();
    int tune = warm ? WarmStart.tune(sampler.tune()) : sampler.tune();
    return new TrainRequest(
            request.version(),
            data.split(),
            props,
            request.competitions(),
            sampler.with(sampler.chains(), sampler.draws(), tune, sampler.seed() + step),
            request.maxRhat(),
            0,
            StopRule.NONE)
        .with(request.variant());
  }

  private static TraceSource sample(
      PropProblem problem,
      Provenance provenance,
      LastStates last,
      BacktestListener listener,
      StopSignal stop) {
    SamplerSettings settings = provenance.request().sampler();
    TraceRecorder recorder =
        new TraceRecorder(
            problem::newModel,
            TraceSchemas.of(provenance.modelData(), problem.parameters(), Map.of()),
            settings.chains());
    List<ChainSummary> chains =
        new Sampler(settings)
            .run(
                problem,
                new ChainListener() {
                  @Override
                  public void onDraw(
                      int chain, int draw, boolean tune, double[] position, DrawStats stats) {
                    recorder.onDraw(chain, draw, tune, position, stats);
                    listener.onDraw();
                  }

                  @Override
                  public void onChainEnd(int chain, int draws, @Nullable Throwable failure) {
                    recorder.onChainEnd(chain, draws, failure);
                  }
                },
                stop,
                last);
    ChainFailures.refuse(chains);
    if (chains.stream().anyMatch(ChainSummary::stopped)) {
      throw Backtester.stopped();
    }
    return recorder.trace();
  }

  private BacktestFit fit(
      DataSet data, List<Prop> props, ConvergenceReport report, int rows, double seconds) {
    return new BacktestFit(
        data.split().trainEnd().plusDays(1),
        name,
        String.join(",", props.stream().map(Prop::key).toList()),
        rows,
        report.maxRhat(),
        report.minEssBulk(),
        report.divergences(),
        report.verdict() != ConvergenceReport.Verdict.NOT_CONVERGED,
        report.sentence(),
        seconds);
  }
}
