/// How a comparison ended.
package dev.touchline.work;

import dev.touchline.evaluate.ComparisonResult;
import java.util.List;
import java.util.Map;

/// The outcome of a comparison.
///
/// @param result figures and verdict
/// @param request what was asked
/// @param versions the versions compared: `multi_task` and one a prop key
/// @param rows validation rows
/// @param matches validation matches
/// @param trainingRows training rows
/// @param features feature names
/// @param dataHash hash of the data set that all share
/// @param seconds wall time of the whole comparison
public record CompareOutcome(
    ComparisonResult result,
    CompareRequest request,
    Map<String, String> versions,
    int rows,
    int matches,
    int trainingRows,
    List<String> features,
    String dataHash,
    double seconds) {}
