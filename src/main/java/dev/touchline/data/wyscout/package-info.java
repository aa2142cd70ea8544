/// Wyscout public data: matches, events, players and teams as JSON, as published on figshare and in
/// the form of one file a match.
@NullMarked
package dev.touchline.data.wyscout;

import org.jspecify.annotations.NullMarked;
