/// One line of a batch with its answer, or with what is wrong with it.
package dev.touchline.desktop.predict;

import org.jspecify.annotations.Nullable;

/// @param line number in the list, from 1
/// @param player as resolved, or as written
/// @param opponent as resolved, or as written
/// @param venue home or away
/// @param minutes as written
/// @param priced the answer, or null
/// @param note what is wrong, what the model does not know, and as whom the player was understood;
///   empty where there is nothing to say
record BatchRow(
    int line,
    String player,
    String opponent,
    String venue,
    String minutes,
    @Nullable Priced priced,
    String note) {}
