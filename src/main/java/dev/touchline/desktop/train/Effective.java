/// Effective draws of one parameter.
package dev.touchline.desktop.train;

/// The smaller of bulk and tail ESS.
record Effective(String parameter, double draws) {}
