/// A team, as player's own or as opponent.
package dev.touchline.football;

/// A team.
///
/// @param id the source's id
/// @param name the name as last spelled by the source
public record Team(long id, String name) {}
