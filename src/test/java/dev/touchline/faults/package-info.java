/// Faults injected into the program as separate processes: what the user sees, and what is kept.
@org.jspecify.annotations.NullMarked
package dev.touchline.faults;
