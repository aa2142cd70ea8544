/// A player as a model knows him.
package dev.touchline.football;

/// A player.
///
/// @param id the source's id
/// @param name the name as last spelled by the source
/// @param position his position (the most frequent one of his rows)
public record Player(long id, String name, Position position) {}
