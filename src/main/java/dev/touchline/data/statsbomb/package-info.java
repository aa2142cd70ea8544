/// StatsBomb open data: matches, events and line-ups as JSON.
@NullMarked
package dev.touchline.data.statsbomb;

import org.jspecify.annotations.NullMarked;
