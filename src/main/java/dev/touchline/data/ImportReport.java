/// What an import did.
package dev.touchline.data;

import java.util.List;

/// The outcome of an import.
///
/// @param files files read
/// @param read rows read
/// @param added rows that are new
/// @param updated rows that replaced a different one
/// @param unchanged rows that were there already, equal
/// @param rejected lines not taken, with the reason
/// @param matches distinct matches in the rows taken
/// @param notes remarks, such as ignored columns
public record ImportReport(
    int files,
    long read,
    long added,
    long updated,
    long unchanged,
    List<Rejection> rejected,
    int matches,
    List<String> notes) {}
