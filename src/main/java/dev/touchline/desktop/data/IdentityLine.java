/// A line of the table about players who are, or may be, one person.
package dev.touchline.desktop.data;

import dev.touchline.data.MergeProposal;

/// @param id the player who is merged, or would be
/// @param into the id that is kept
/// @param merged whether they are one already
/// @param words who they are
/// @param reason why they may be one
record IdentityLine(long id, long into, boolean merged, String words, String reason) {
  static IdentityLine of(MergeProposal proposal) {
    return new IdentityLine(
        proposal.player().id(), proposal.into().id(), false, proposal.persons(), proposal.reason());
  }

  static IdentityLine merged(long id, long into, String name) {
    return new IdentityLine(
        id, into, true, "%d is read as %s (%d)".formatted(id, name, into), "merged here");
  }

  String state() {
    return merged ? "● one player" : "▲ two players";
  }
}
