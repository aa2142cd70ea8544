/// The fingerprint of a data set.
package dev.touchline.data;

import dev.touchline.football.DateSplit;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over a canonical form: the dates, then each row set's size, feature names and rows,
/// every number big-endian, every text as its UTF-8 length and bytes. Equal on every machine.
final class DataHash {
  private final MessageDigest digest;
  private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

  private DataHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(DateSplit split, RowSet training, RowSet validation) {
    DataHash hash = new DataHash();
    hash.add(split.trainStart().toEpochDay());
    hash.add(split.trainEnd().toEpochDay());
    hash.add(split.valEnd().toEpochDay());
    hash.add(training);
    hash.add(validation);
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(RowSet set) {
    add(set.size());
    add(set.featureNames().size());
    set.featureNames().forEach(this::add);
    for (PlayerMatch row : set.rows()) {
      add(row);
    }
    for (double feature : set.features()) {
      add(Double.doubleToLongBits(feature));
    }
  }

  private void add(PlayerMatch row) {
    add(row.matchId());
    add(row.matchDate().toEpochDay());
    add(row.competition());
    add(row.playerId());
    add(row.playerName());
    add(row.position().name());
    add(row.teamId());
    add(row.teamName());
    add(row.opponentId());
    add(row.opponentName());
    add(row.wasHome() ? 1 : 0);
    add(row.minutes());
    add(row.goals());
    add(row.shots());
    add(row.cards());
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(long number) {
    digest.update(eight.clear().putLong(number).flip());
  }
}
