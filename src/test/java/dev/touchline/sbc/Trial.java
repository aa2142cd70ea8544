/// One simulated data set, the truth behind it and the problem that its analyst would solve.
package dev.touchline.sbc;

import dev.touchline.mcmc.Problem;
import java.util.List;

/// @param problem the posterior of the simulated data
/// @param truth the parameters that the data were simulated from, laid out as the trace's values
/// @param quantities what is ranked; the same names in every trial
/// @param refused how many simulated data sets were put aside before this one
public record Trial(Problem problem, double[] truth, List<Quantity> quantities, int refused) {}
