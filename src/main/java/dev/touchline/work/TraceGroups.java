/// What stands in a run's trace file beside its draws.
package dev.touchline.work;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.predict.RatedRows;
import dev.touchline.predict.RowTraces;
import dev.touchline.props.ModelData;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.GroupVariable;
import dev.touchline.trace.TraceContents;
import dev.touchline.trace.TraceContents.DataGroup;
import dev.touchline.trace.TraceContents.DrawGroup;
import dev.touchline.trace.TraceSource;
import dev.touchline.trace.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// InferenceData's further groups: `observed_data` and `constant_data` always, the others of
/// [TraceExtra] on request. Validation rows run along a dimension of their own, `validation_row`,
/// and their variables begin with `validation_`.
///
/// @param provenance the run
record TraceGroups(Provenance provenance) {
  private static final Logger LOG = LoggerFactory.getLogger(TraceGroups.class);
  private static final String ROW = "row";

  /// Ids, indices, counts, features and texts of a row.
  private static final long BYTES_OF_ROW = 256;

  /// Everything for the file.
  ///
  /// @param warmup the draws of the adaptation; none where they were not kept
  TraceContents of(TraceSource posterior, TraceSource warmup) {
    ModelData data = provenance.modelData();
    Set<TraceExtra> extras = provenance.request().extras();
    List<DrawGroup> draws = new ArrayList<>();
    if (extras.contains(TraceExtra.WARMUP)) {
      if (warmup.draws() > 0) {
        draws.add(new DrawGroup("warmup_posterior", "warmup_sample_stats", ValueKind.REAL, warmup));
      } else {
        LOG.warn("The adaptation's draws are not saved: a resumed run has none.");
      }
    }
    if (extras.contains(TraceExtra.LOG_LIKELIHOOD)) {
      draws.add(
          new DrawGroup(
              "log_likelihood",
              "",
              ValueKind.REAL,
              RowTraces.logLikelihood(posterior, data, provenance.data().training())));
    }
    if (extras.contains(TraceExtra.POSTERIOR_PREDICTIVE)) {
      draws.add(
          new DrawGroup(
              "posterior_predictive",
              "",
              ValueKind.INTEGER,
              RowTraces.posteriorPredictive(
                  posterior,
                  data,
                  provenance.data().validation(),
                  provenance.request().sampler().seed())));
    }
    return new TraceContents(posterior, draws, List.of(observed(), constant()));
  }

  /// Upper estimate of the bytes that the groups take in the file, or the adaptation's draws in
  /// memory.
  ///
  /// @param scalars of a draw
  long estimateBytes(SamplerSettings settings, int scalars) {
    Set<TraceExtra> extras = provenance.request().extras();
    long props = provenance.modelData().props().size();
    long rows = provenance.data().training().size();
    long validationRows = provenance.data().validation().size();
    long numbers = (rows + validationRows) * (BYTES_OF_ROW / Double.BYTES);
    long draws = (long) settings.chains() * settings.draws();
    if (extras.contains(TraceExtra.LOG_LIKELIHOOD)) {
      numbers += draws * props * rows;
    }
    if (extras.contains(TraceExtra.POSTERIOR_PREDICTIVE)) {
      numbers += draws * props * validationRows;
    }
    if (extras.contains(TraceExtra.WARMUP)) {
      numbers += (long) settings.chains() * settings.tune() * scalars;
    }
    return numbers * Double.BYTES;
  }

  private DataGroup observed() {
    List<GroupVariable> variables = new ArrayList<>();
    for (Prop prop : provenance.request().props()) {
      variables.add(whole(prop.key(), ROW, provenance.data().training(), row -> row.count(prop)));
    }
    for (Prop prop : provenance.request().props()) {
      variables.add(
          whole(
              "validation_" + prop.key(),
              "validation_row",
              provenance.data().validation(),
              row -> row.count(prop)));
    }
    return new DataGroup("observed_data", List.of(), variables);
  }

  private DataGroup constant() {
    List<GroupVariable> variables = new ArrayList<>();
    rows("", provenance.data().training(), variables);
    rows("validation_", provenance.data().validation(), variables);
    var scale = provenance.data().scale();
    int[] shape = {scale.names().size()};
    variables.add(real("feature_mean", List.of("feature"), shape, scale.mean()));
    variables.add(real("feature_sd", List.of("feature"), shape, scale.sd()));
    return new DataGroup(
        "constant_data",
        List.of(Coordinate.ofLabels("feature", "feature", scale.names())),
        variables);
  }

  private void rows(String prefix, RowSet rows, List<GroupVariable> variables) {
    String dim = prefix + ROW;
    RatedRows rated = RatedRows.of(rows, provenance.modelData());
    variables.add(
        new GroupVariable.Ids(
            prefix + "match_id",
            dim,
            rows.rows().stream().mapToLong(PlayerMatch::matchId).toArray()));
    variables.add(
        new GroupVariable.Texts(
            prefix + "match_date",
            dim,
            rows.rows().stream().map(row -> row.matchDate().toString()).toList()));
    variables.add(new GroupVariable.Ids(prefix + "player_id", dim, rated.playerIds()));
    variables.add(new GroupVariable.Ids(prefix + "opponent_id", dim, rated.opponentIds()));
    variables.add(indices(prefix + "player_index", dim, rated.player()));
    variables.add(indices(prefix + "opponent_index", dim, rated.opponent()));
    if (!provenance.modelData().teams().isEmpty()) {
      variables.add(new GroupVariable.Ids(prefix + "team_id", dim, rated.teamIds()));
      variables.add(indices(prefix + "team_index", dim, rated.team()));
    }
    variables.add(indices(prefix + "position_index", dim, rated.position()));
    variables.add(whole(prefix + "was_home", dim, rows, row -> row.wasHome() ? 1 : 0));
    variables.add(whole(prefix + "minutes", dim, rows, PlayerMatch::minutes));
    variables.add(
        real(
            prefix + "features",
            List.of(dim, "feature"),
            new int[] {rows.size(), rows.featureNames().size()},
            rated.x()));
  }

  private static GroupVariable indices(String name, String dim, int[] values) {
    return new GroupVariable.Numbers(
        name,
        List.of(dim),
        new int[] {values.length},
        ValueKind.INTEGER,
        IntStream.of(values).asDoubleStream().toArray());
  }

  private static GroupVariable whole(
      String name, String dim, RowSet rows, ToDoubleFunction<PlayerMatch> value) {
    return new GroupVariable.Numbers(
        name,
        List.of(dim),
        new int[] {rows.size()},
        ValueKind.INTEGER,
        rows.rows().stream().mapToDouble(value).toArray());
  }

  private static GroupVariable real(String name, List<String> dims, int[] shape, double[] values) {
    return new GroupVariable.Numbers(name, dims, shape, ValueKind.REAL, values);
  }
}
