/// The Data panel: where rows come from, what is there, what looks wrong.
@NullMarked
package dev.touchline.desktop.data;

import org.jspecify.annotations.NullMarked;
