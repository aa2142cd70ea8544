/// A part of a page under a heading.
package dev.touchline.manual;

/// A heading and where it stands.
///
/// @param level 1 for the page's title, more for parts of parts
/// @param title the heading as plain text
/// @param anchor what follows `#` in a link to it, formed as GitHub forms it
/// @param line the heading's line, counted from 0
public record Section(int level, String title, String anchor, int line) {}
