/// A player or team that may be meant by what was typed.
package dev.touchline.desktop.predict;

/// @param id the source's id
/// @param name the name
/// @param detail what tells it from others, such as position, team and matches
record Suggestion(long id, String name, String detail) {}
