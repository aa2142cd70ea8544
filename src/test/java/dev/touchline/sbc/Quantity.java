/// What is ranked: a number that a draw and the truth both have.
package dev.touchline.sbc;

import java.util.function.ToDoubleFunction;

/// @param family the parameter in the trace, or what is computed from all of them and the data
/// @param name which scalar of it, such as `beta[form_shots, goals]`
/// @param of the number, from the values of the trace
public record Quantity(String family, String name, ToDoubleFunction<double[]> of) {}
