/// Tests of calibration and comparison.
package dev.touchline.evaluate;
