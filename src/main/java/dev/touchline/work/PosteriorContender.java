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
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelData;
import dev.touchline.props.PropProblem;
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
  public long draws() {
    SamplerSettings sampler = request.sampler();
    return (long) parts.size() * sampler.chains() * (sampler.tune() + sampler.draws());
  }

  @Override
  public Answer forecast(int step, DataSet data, BacktestListener listener, StopSignal stop) {
    Map<Prop, List<Forecast>> forecasts = new EnumMap<>(Prop.class);
    List<BacktestFit> fits = new ArrayList<>();
    for (List<Prop> props : parts) {
      long begin = System.nanoTime();
      TrainRequest own = own(step, data, props);
      ModelData modelData = ModelData.of(data.training(), data.scale(), props, own.variant());
      Provenance provenance = new Provenance(data, modelData, own);
      TraceSource trace = sample(provenance, listener, stop);
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
    return new Answer(forecasts, fits);
  }

  /// Each step has streams of its own, so that the Monte Carlo errors of steps are independent.
  private TrainRequest own(int step, DataSet data, List<Prop> props) {
    SamplerSettings sampler = request.sampler();
    return new TrainRequest(
            request.version(),
            data.split(),
            props,
            request.competitions(),
            sampler.with(sampler.chains(), sampler.draws(), sampler.tune(), sampler.seed() + step),
            request.maxRhat(),
            0,
            StopRule.NONE)
        .with(request.variant());
  }

  private static TraceSource sample(
      Provenance provenance, BacktestListener listener, StopSignal stop) {
    PropProblem problem = PropProblem.of(provenance.modelData());
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
                stop);
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
