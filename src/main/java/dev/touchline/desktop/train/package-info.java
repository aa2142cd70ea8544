/// The Train panel: set up a run, watch its chains, read its verdict.
@NullMarked
package dev.touchline.desktop.train;

import org.jspecify.annotations.NullMarked;
