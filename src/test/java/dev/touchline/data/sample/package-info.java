/// Tests of the simulated seasons.
@NullMarked
package dev.touchline.data.sample;

import org.jspecify.annotations.NullMarked;
