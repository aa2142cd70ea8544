/// Tests of football's own words.
@NullMarked
package dev.touchline.football;

import org.jspecify.annotations.NullMarked;
