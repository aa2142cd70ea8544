/// Tests of the baselines.
package dev.touchline.baseline;
