/// What every importer of event data shares: finding and opening files safely, reading JSON within
/// bounds, and turning line-ups, substitutions and events into rows.
@NullMarked
package dev.touchline.data.feed;

import org.jspecify.annotations.NullMarked;
