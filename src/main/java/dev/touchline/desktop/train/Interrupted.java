/// An interrupted run as the panel offers it.
package dev.touchline.desktop.train;

/// What can go on.
///
/// @param version the version it was to become
/// @param text what it is and how far it came, one sentence
record Interrupted(String version, String text) {}
