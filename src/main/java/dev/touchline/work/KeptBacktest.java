/// A backtest that a home keeps.
package dev.touchline.work;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// As a list shows it; its results are read by [Backtests#open].
///
/// @param name the name under which it is kept
/// @param folder the folder that holds it
/// @param changed when it was last worked on
/// @param finished whether it came to its end
/// @param steps steps of which all models are done
/// @param request what it was asked, to go on with; null where an earlier version kept it, which
///   did not say
public record KeptBacktest(
    String name,
    Path folder,
    Instant changed,
    boolean finished,
    int steps,
    @Nullable BacktestRequest request) {}
