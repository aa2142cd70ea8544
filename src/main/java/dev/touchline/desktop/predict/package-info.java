/// The Predict panel: type a player and an opponent, read prices.
@NullMarked
package dev.touchline.desktop.predict;

import org.jspecify.annotations.NullMarked;
