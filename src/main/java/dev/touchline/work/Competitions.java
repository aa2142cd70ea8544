/// Decides which competitions a run uses when none was named.
package dev.touchline.work;

import dev.touchline.data.StoreStatus;
import dev.touchline.data.sample.SampleTournament;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Simulated rows never mix silently with real ones: without a choice the sample tournament is used
/// only where the database holds nothing else. The competitions are named in the version, so that
/// its rows stay the same when others are imported later.
final class Competitions {
  private static final Logger LOG = LoggerFactory.getLogger(Competitions.class);

  private Competitions() {}

  /// The request with its competitions named.
  static TrainRequest resolve(TrainRequest request, Workspace workspace) {
    if (!request.competitions().isEmpty()) {
      return request;
    }
    List<String> all =
        workspace.rows().status(false).competitions().stream()
            .map(StoreStatus.CompetitionStatus::competition)
            .toList();
    List<String> real =
        all.stream().filter(key -> !key.equals(SampleTournament.COMPETITION)).toList();
    if (real.isEmpty()) {
      return request.on(all);
    }
    if (real.size() < all.size()) {
      LOG.info(
          "Competitions: {} (the simulated sample is left out beside real rows; name it with"
              + " --competition to use it)",
          String.join(", ", real));
    }
    return request.on(real);
  }
}
