/// What a user can do on the Predict panel.
package dev.touchline.desktop.predict;

import java.util.List;

/// The actions; changes of the question itself are changes of the model.
public interface PredictActions {
  /// Takes a suggested player.
  void choosePlayer(Suggestion player);

  /// Takes a suggested opponent.
  void chooseOpponent(Suggestion opponent);

  /// Takes a suggested team for the player's own.
  void chooseTeam(Suggestion team);

  /// All features as form says.
  void backToForm();

  /// Keeps the answer for comparison.
  void pin();

  /// Lets a kept answer go.
  void unpin(Priced answer);

  /// Prices all lines of the batch.
  void priceBatch();

  /// Fills the batch from a file.
  void openBatch(java.nio.file.Path file);

  /// The batch as tab-separated or comma-separated text, with a heading.
  List<List<String>> batchTable();
}
