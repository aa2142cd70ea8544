/// Small nodes and helpers that several panels use.
@NullMarked
package dev.touchline.desktop.part;

import org.jspecify.annotations.NullMarked;
