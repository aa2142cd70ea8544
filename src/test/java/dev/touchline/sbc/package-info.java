/// Simulation-based calibration: whether a model and its sampler give the posterior that they
/// claim.
package dev.touchline.sbc;
