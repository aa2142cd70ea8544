/// What a row store holds.
package dev.touchline.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Summary of the rows in a store.
///
/// @param database where they lie, without secrets
/// @param competitions one entry a competition, by key
/// @param rows all rows
/// @param matches all matches
/// @param players all players
/// @param teams all teams
/// @param firstDay day of the first match, null when empty
/// @param lastDay day of the last match, null when empty
/// @param problems what looks wrong
public record StoreStatus(
    String database,
    List<CompetitionStatus> competitions,
    long rows,
    long matches,
    long players,
    long teams,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    List<DataProblem> problems) {

  /// The same with the finding that some players may be one person, where there are any.
  public StoreStatus with(List<MergeProposal> proposals) {
    if (proposals.isEmpty()) {
      return this;
    }
    List<DataProblem> more = new ArrayList<>(problems);
    more.add(
        new DataProblem(
            "same_player",
            proposals.size(),
            "Pairs of players who may be one person: %d.".formatted(proposals.size()),
            "Look at each pair: Same player? on the Data panel, or data merge ID INTO-ID, joins the"
                + " rows of one person and can be taken back.",
            proposals.stream().limit(DataChecks.EXAMPLES).map(MergeProposal::words).toList()));
    return new StoreStatus(
        database,
        competitions,
        rows,
        matches,
        players,
        teams,
        firstDay,
        lastDay,
        List.copyOf(more));
  }

  /// One competition's rows.
  public record CompetitionStatus(
      String competition,
      long rows,
      long matches,
      long players,
      LocalDate firstDay,
      LocalDate lastDay) {}

  /// A finding about the rows.
  ///
  /// @param check the check's key, such as `too_many_starters`
  /// @param count how many rows or matches are concerned
  /// @param message one sentence
  /// @param remedy what to do
  /// @param examples a few of the rows or matches concerned
  public record DataProblem(
      String check, long count, String message, String remedy, List<String> examples) {}
}
