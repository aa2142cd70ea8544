/// How one chain is doing.
package dev.touchline.desktop.train;

/// A row of the chains' table; rates are NaN before the first draw.
record ChainRow(
    int chain,
    int done,
    int total,
    int divergences,
    double stepSize,
    double treeDepth,
    double acceptance,
    double drawsPerSecond,
    double secondsLeft) {}
