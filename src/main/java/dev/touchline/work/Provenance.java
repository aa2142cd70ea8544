/// What a run is made of: its rows, its model data and its request; gives the metadata.
package dev.touchline.work;

import dev.touchline.football.DataSet;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelData;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.PropProblem;
import dev.touchline.trace.TraceSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// @param data training and validation rows
/// @param modelData what the model was given
/// @param request what was asked
record Provenance(DataSet data, ModelData modelData, TrainRequest request) {

  /// Attributes of the trace.
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("version", request.version());
    attributes.put("model", model());
    attributes.put("variant", request.variant().key());
    attributes.put("data_hash", data.hash());
    attributes.put("train_start", request.split().trainStart().toString());
    attributes.put("train_end", request.split().trainEnd().toString());
    attributes.put("seed", Long.toString(request.sampler().seed()));
    attributes.put("tuning_steps", Integer.toString(request.sampler().tune()));
    attributes.put("inference_library_version", Software.version());
    return attributes;
  }

  ModelMetadata metadata(String status, TraceSource trace, Map<String, Double> seconds) {
    return new ModelMetadata(
        ModelMetadata.FORMAT_VERSION,
        request.version(),
        Instant.now(),
        status,
        model(),
        request.props(),
        request.split(),
        request.competitions(),
        data.training().size(),
        data.training().matchCount(),
        data.validation().size(),
        data.validation().matchCount(),
        modelData.players(),
        playerRows(),
        modelData.opponents(),
        positionWeights(),
        data.scale(),
        trace.chains(),
        trace.draws(),
        request.sampler().tune(),
        request.sampler().seed(),
        settings(),
        data.hash(),
        Software.versions(),
        Map.copyOf(seconds),
        request.variant(),
        modelData.teams(),
        playerTeams());
  }

  private List<Long> playerTeams() {
    return Arrays.stream(modelData.playerTeams())
        .mapToObj(team -> modelData.teams().get(team).id())
        .toList();
  }

  String model() {
    return request.props().size() == 1 ? "single_task" : "multi_task";
  }

  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("target_accept", Double.toString(request.sampler().targetAccept()));
    settings.put("max_tree_depth", Integer.toString(request.sampler().maxTreeDepth()));
    settings.put("threads", Integer.toString(request.sampler().threads()));
    settings.put("kernel", PropProblem.kernel());
    settings.put("max_rhat", Double.toString(request.maxRhat()));
    settings.put("props", String.join(",", request.props().stream().map(Prop::key).toList()));
    return settings;
  }

  private List<Integer> playerRows() {
    int[] rows = new int[modelData.players().size()];
    for (int player : modelData.player()) {
      rows[player]++;
    }
    List<Integer> list = new ArrayList<>();
    for (int count : rows) {
      list.add(count);
    }
    return list;
  }

  /// Share of the training rows whose player has each position.
  private List<Double> positionWeights() {
    double[] rows = new double[Position.values().length];
    for (int player : modelData.player()) {
      rows[modelData.players().get(player).position().ordinal()]++;
    }
    List<Double> weights = new ArrayList<>();
    for (double count : rows) {
      weights.add(count / modelData.rows());
    }
    return weights;
  }
}
