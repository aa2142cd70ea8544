/// An input line that was not taken, and why.
package dev.touchline.data;

/// A rejected line.
///
/// @param file file name, with the entry's name where it is an archive
/// @param line line number from 1 (of the record's first line); 0 where the whole file is meant
/// @param column column name; empty where the whole line is meant
/// @param reason one sentence with the offending value
public record Rejection(String file, long line, String column, String reason) {}
