/// Two players who may be one person.
package dev.touchline.data;

/// @param player the one with fewer rows, who would be merged
/// @param into the one with more rows, whose id would stay
/// @param reason why they may be one, as a clause
public record MergeProposal(PlayerSummary player, PlayerSummary into, String reason) {
  /// In one line.
  public String words() {
    return persons() + ": " + reason;
  }

  /// Who they are.
  public String persons() {
    return one(player) + " and " + one(into);
  }

  private static String one(PlayerSummary player) {
    return "%s (%d; %s, %d %s)"
        .formatted(
            player.name(),
            player.id(),
            String.join(", ", player.teams()),
            player.rows(),
            player.rows() == 1 ? "row" : "rows");
  }
}
