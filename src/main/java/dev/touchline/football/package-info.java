/// What a player, match, prop, line and date split is.
@NullMarked
package dev.touchline.football;

import org.jspecify.annotations.NullMarked;
