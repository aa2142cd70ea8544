/// Compares single-task models with the multi-task model on the same rows, features and matches.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.evaluate.Comparison;
import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.evaluate.Forecast;
import dev.touchline.evaluate.Forecasts;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.ModelVariant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The comparison use case. Versions that fit the data are used again; what is missing is trained.
public final class Comparer {
  private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);
  private static final int REPLICATIONS = 2000;

  private final Workspace workspace;

  /// A comparer on a workspace.
  public Comparer(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Compares; a model that does not converge, and a version trained on other rows or features, are
  /// faults.
  public CompareOutcome compare(CompareRequest request, TrainListener listener, StopSignal stop) {
    long begin = System.nanoTime();
    TrainRequest training = Competitions.resolve(request.training(), workspace);
    DataSet data = new DataSets().load(workspace.rows(), training.split(), training.competitions());
    Fits fits = new Fits(missing(request, data, training), listener);
    Map<String, String> versions = new LinkedHashMap<>();
    String multi =
        request.multi() != null
            ? given(request.multi(), data, training)
            : ready(data, training, training.props(), "multi", fits, stop);
    versions.put("multi_task", multi);
    Map<Prop, List<Forecast>> multiForecasts = forecasts(multi, data);
    Map<Prop, List<Forecast>> singleForecasts = new EnumMap<>(Prop.class);
    for (Prop prop : training.props()) {
      String single = ready(data, training, List.of(prop), prop.key(), fits, stop);
      versions.put(prop.key(), single);
      singleForecasts.putAll(forecasts(single, data));
    }
    ComparisonResult result =
        new Comparison(REPLICATIONS, 1).compare(singleForecasts, multiForecasts, request.lines());
    LOG.info("{}", result.sentence());
    return new CompareOutcome(
        result,
        request,
        versions,
        data.validation().size(),
        data.validation().matchCount(),
        data.training().size(),
        data.scale().names(),
        data.hash(),
        (System.nanoTime() - begin) / 1e9);
  }

  /// What has to be fitted, in order: the props of each model that is not there already.
  private List<List<Prop>> missing(CompareRequest request, DataSet data, TrainRequest training) {
    Set<List<Prop>> wanted = new LinkedHashSet<>();
    if (request.multi() == null) {
      wanted.add(training.props());
    }
    training.props().forEach(prop -> wanted.add(List.of(prop)));
    return wanted.stream().filter(props -> existing(data, training, props) == null).toList();
  }

  /// The fits that were planned, and who is told when one begins.
  private record Fits(List<List<Prop>> planned, TrainListener listener) {
    /// Should a version have been pruned since, one more is fitted than was said.
    void begin(List<Prop> props) {
      int of = Math.max(1, planned.size());
      int found = planned.indexOf(props);
      listener.onFit(found < 0 ? of : found + 1, of, props);
    }
  }

  /// A version that the user named: it must fit.
  private String given(String version, DataSet data, TrainRequest training) {
    ModelMetadata metadata = workspace.models().metadata(workspace.models().find(version));
    String mismatch = mismatch(metadata, data, training.props(), training.variant());
    if (mismatch != null) {
      throw new Fault(
          Fault.Kind.DATA,
          "Version " + version + " cannot be compared: " + mismatch,
          "Compare with the windows, competitions, props and model that it was trained with, or"
              + " leave out --multi to have one trained.");
    }
    return version;
  }

  private static @Nullable String mismatch(
      ModelMetadata metadata, DataSet data, List<Prop> props, ModelVariant variant) {
    if (metadata.variant() != variant) {
      return "it is the model %s, not %s.".formatted(metadata.variant().key(), variant.key());
    }
    if (!metadata.props().equals(props)) {
      return "it has the props " + metadata.props() + ", not " + props + ".";
    }
    if (!metadata.features().names().equals(data.scale().names())) {
      return "it has the features " + metadata.features().names() + ".";
    }
    if (!metadata.dataHash().equals(data.hash())) {
      return "it was trained on other rows (its data hash starts with "
          + metadata.dataHash().substring(0, Math.min(12, metadata.dataHash().length()))
          + ", these rows' with "
          + data.hash().substring(0, Math.min(12, data.hash().length()))
          + ").";
    }
    return null;
  }

  /// A fitting version with these props, or a newly trained one.
  private String ready(
      DataSet data,
      TrainRequest training,
      List<Prop> props,
      String suffix,
      Fits fits,
      StopSignal stop) {
    String existing = existing(data, training, props);
    if (existing != null) {
      LOG.info("Version {} is used again", existing);
      return existing;
    }
    fits.begin(props);
    return train(
        data, training, props, freeName(training.version() + "-" + suffix), fits.listener(), stop);
  }

  /// A version with these props that was fitted as asked; null where there is none.
  private @Nullable String existing(DataSet data, TrainRequest training, List<Prop> props) {
    for (StoredModel model : workspace.models().list()) {
      ModelMetadata metadata = model.metadata();
      if (metadata != null
          && model.damage() == null
          && metadata.status().equals(TrainOutcome.PUBLISHED)
          && sampledAsAsked(metadata, training.sampler())
          && mismatch(metadata, data, props, training.variant()) == null) {
        return model.version();
      }
    }
    return null;
  }

  private static boolean sampledAsAsked(ModelMetadata metadata, SamplerSettings asked) {
    return metadata.chains() == asked.chains()
        && metadata.draws() == asked.draws()
        && metadata.tune() == asked.tune()
        && metadata.seed() == asked.seed();
  }

  private String freeName(String wanted) {
    String name = wanted;
    for (int i = 2; java.nio.file.Files.exists(workspace.models().folder(name)); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  private String train(
      DataSet data,
      TrainRequest training,
      List<Prop> props,
      String version,
      TrainListener listener,
      StopSignal stop) {
    LOG.info("Training {} ({})", version, props);
    TrainRequest one =
        new TrainRequest(
                version,
                training.split(),
                props,
                training.competitions(),
                training.sampler(),
                training.maxRhat(),
                0,
                training.stopRule())
            .with(training.variant());
    TrainOutcome outcome = new Trainer(workspace).trainOn(data, one, 0, listener, stop);
    if (outcome.metadata().status().equals(TrainOutcome.STOPPED)) {
      throw new Fault(
          Fault.Kind.INTERRUPTED,
          "The comparison was stopped while training " + version + ".",
          "Run it again: models that were finished are used again.");
    }
    if (!outcome.published()) {
      throw new Fault(
          Fault.Kind.NOT_CONVERGED,
          "The comparison was skipped: "
              + version
              + " did not converge. "
              + (outcome.convergence() == null ? "" : outcome.convergence().sentence()),
          "Take more draws or warm-up draws, then compare again.");
    }
    return version;
  }

  private Map<Prop, List<Forecast>> forecasts(String version, DataSet data) {
    StoredModel model = workspace.models().find(version);
    try (Predictor predictor =
        Predictor.open(
            model.folder().resolve(ModelStore.METADATA),
            model.folder().resolve(ModelStore.TRACE),
            Predictor.SAMPLES)) {
      return Forecasts.of(predictor, data.validation());
    }
  }
}
