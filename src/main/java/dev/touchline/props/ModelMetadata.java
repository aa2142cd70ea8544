/// What is known of a trained model besides its draws: the content of `metadata.json`.
package dev.touchline.props;

import dev.touchline.football.DateSplit;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The description of a trained model.
///
/// @param formatVersion version of this file's format; see [#FORMAT_VERSION]
/// @param version the model's name, such as `v1.1`
/// @param created when training ended
/// @param status `published`, `not_converged` or `stopped`
/// @param model `multi_task` or `single_task`
/// @param props the props, in order
/// @param dates training and validation windows
/// @param competitions competitions trained on; empty: all
/// @param rows training rows
/// @param matches training matches
/// @param validationRows validation rows
/// @param validationMatches validation matches
/// @param players players, in the order of the trace's `player` coordinate
/// @param playerRows training rows of each player, in that order
/// @param opponents opponents, in the order of the trace's `opponent` coordinate
/// @param positionWeights share of training rows of each position (GKP, DEF, MID, FWD)
/// @param features names, means and sds
/// @param chains chains sampled
/// @param draws draws of each chain
/// @param tune adaptation draws of each chain
/// @param seed seed
/// @param settings further settings of the run, by name
/// @param dataHash hash of the data set, see `DataSet`
/// @param software versions of Touchline, Java and the file engine
/// @param seconds durations of the phases: load, tune, sample, judge, save
/// @param variant which terms the rate has
/// @param teams own teams, in the order of the trace's `team` coordinate; empty where the model has
///   no effects of them
/// @param playerTeams id of each player's last team, in the order of the players; empty likewise
public record ModelMetadata(
    int formatVersion,
    String version,
    Instant created,
    String status,
    String model,
    List<Prop> props,
    DateSplit dates,
    List<String> competitions,
    int rows,
    int matches,
    int validationRows,
    int validationMatches,
    List<Player> players,
    List<Integer> playerRows,
    List<Team> opponents,
    List<Double> positionWeights,
    FeatureScale features,
    int chains,
    int draws,
    int tune,
    long seed,
    Map<String, String> settings,
    String dataHash,
    Map<String, String> software,
    Map<String, Double> seconds,
    ModelVariant variant,
    List<Team> teams,
    List<Long> playerTeams) {

  /// The format that this program writes; newer ones are refused.
  public static final int FORMAT_VERSION = 2;

  /// Files of format 1 say nothing of variants: they are all of the reference.
  public ModelMetadata {
    variant = Objects.requireNonNullElse(variant, ModelVariant.REFERENCE);
    teams = Objects.requireNonNullElse(teams, List.of());
    playerTeams = Objects.requireNonNullElse(playerTeams, List.of());
  }

  /// Metadata of the reference model.
  public ModelMetadata(
      int formatVersion,
      String version,
      Instant created,
      String status,
      String model,
      List<Prop> props,
      DateSplit dates,
      List<String> competitions,
      int rows,
      int matches,
      int validationRows,
      int validationMatches,
      List<Player> players,
      List<Integer> playerRows,
      List<Team> opponents,
      List<Double> positionWeights,
      FeatureScale features,
      int chains,
      int draws,
      int tune,
      long seed,
      Map<String, String> settings,
      String dataHash,
      Map<String, String> software,
      Map<String, Double> seconds) {
    this(
        formatVersion,
        version,
        created,
        status,
        model,
        props,
        dates,
        competitions,
        rows,
        matches,
        validationRows,
        validationMatches,
        players,
        playerRows,
        opponents,
        positionWeights,
        features,
        chains,
        draws,
        tune,
        seed,
        settings,
        dataHash,
        software,
        seconds,
        ModelVariant.REFERENCE,
        List.of(),
        List.of());
  }
}
