/// Players that a user declared to be one.
package dev.touchline.data;

import java.util.Map;
import java.util.TreeMap;

/// Ids that stand for another. Rows stay as they were imported; the kept id is put in its place
/// while they are read, so a merge can be taken back.
///
/// @param kept kept id by merged id; a kept id is never merged itself
public record PlayerMerges(Map<Long, Long> kept) {
  /// Nobody is merged.
  public static final PlayerMerges NONE = new PlayerMerges(Map.of());

  /// Takes a sorted copy.
  public PlayerMerges {
    for (var entry : kept.entrySet()) {
      if (kept.containsKey(entry.getValue())) {
        throw new IllegalArgumentException(
            entry.getKey() + " is merged into " + entry.getValue() + ", which is merged itself");
      }
    }
    kept = java.util.Collections.unmodifiableMap(new TreeMap<>(kept));
  }

  /// The id that rows of this player are read with.
  public long id(long playerId) {
    return kept.getOrDefault(playerId, playerId);
  }

  /// With one more player merged; those who were merged into him follow him.
  ///
  /// @throws IllegalArgumentException where both are one already
  public PlayerMerges with(long playerId, long into) {
    long from = id(playerId);
    long target = id(into);
    if (from == target) {
      throw new IllegalArgumentException(playerId + " and " + into + " are one already");
    }
    Map<Long, Long> more = new TreeMap<>(kept);
    more.replaceAll((id, to) -> to == from ? target : to);
    more.put(from, target);
    return new PlayerMerges(more);
  }

  /// With the merge of this id taken back.
  public PlayerMerges without(long playerId) {
    Map<Long, Long> fewer = new TreeMap<>(kept);
    fewer.remove(playerId);
    return new PlayerMerges(fewer);
  }
}
