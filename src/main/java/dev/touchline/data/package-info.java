/// Where rows come from: databases, CSV files, the sample tournament; and the features built from
/// them.
@NullMarked
package dev.touchline.data;

import org.jspecify.annotations.NullMarked;
