/// What a run would be trained on.
package dev.touchline.desktop.train;

import dev.touchline.data.DataSets;
import dev.touchline.data.RunningForm;
import dev.touchline.football.DateSplit;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.trace.TraceFiles;
import dev.touchline.work.TrainRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Counts of the rows in the two windows.
record Preview(
    int trainingRows,
    int trainingMatches,
    int validationRows,
    int validationMatches,
    int players,
    int opponents,
    int scalars,
    long traceBytes) {

  /// Nothing.
  static final Preview NONE = new Preview(0, 0, 0, 0, 0, 0, 0, 0);

  /// Counts the rows of a request's split.
  static Preview of(List<PlayerMatch> rows, TrainRequest request) {
    DateSplit split = request.split();
    int training = 0;
    int validation = 0;
    Set<Long> trainingMatches = new HashSet<>();
    Set<Long> validationMatches = new HashSet<>();
    Set<Long> players = new HashSet<>();
    Set<Long> opponents = new HashSet<>();
    Set<Long> teams = new HashSet<>();
    for (PlayerMatch row : rows) {
      if (split.inTraining(row.matchDate())) {
        training++;
        trainingMatches.add(row.matchId());
        players.add(row.playerId());
        opponents.add(row.opponentId());
        teams.add(row.teamId());
      } else if (split.inValidation(row.matchDate())) {
        validation++;
        validationMatches.add(row.matchId());
      }
    }
    int k = request.props().size();
    int scalars =
        k
            * (2
                + RunningForm.NAMES.size()
                + Position.values().length
                + players.size()
                + opponents.size()
                + 2
                + 2 * k
                + (request.variant().freeExponent() ? 1 : 0)
                + (request.variant().teamEffects() ? teams.size() + 1 + k : 0));
    return new Preview(
        training,
        trainingMatches.size(),
        validation,
        validationMatches.size(),
        players.size(),
        opponents.size(),
        scalars,
        TraceFiles.estimateBytes(scalars, request.sampler().chains(), request.sampler().draws()));
  }

  /// Why these rows cannot be trained on; empty where they can.
  String problem() {
    if (trainingRows < DataSets.MINIMUM_TRAINING_ROWS) {
      return "%,d training rows are too few; at least %d are needed."
          .formatted(trainingRows, DataSets.MINIMUM_TRAINING_ROWS);
    }
    return validationRows == 0 ? "The validation window holds no rows." : "";
  }
}
