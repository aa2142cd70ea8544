/// Rows with what they can be searched by.
package dev.touchline.desktop.data;

import dev.touchline.football.Names;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folds the names once, so that a search over tens of thousands of rows takes milliseconds.
final class RowFilter {
  private final List<PlayerMatch> rows;
  private final List<String> texts;

  RowFilter(List<PlayerMatch> rows) {
    this.rows = rows;
    texts = new ArrayList<>(rows.size());
    for (PlayerMatch row : rows) {
      texts.add(
          Names.fold(
              String.join(
                  " ", row.playerName(), row.teamName(), row.opponentName(), row.competition())));
    }
  }

  int size() {
    return rows.size();
  }

  /// What is asked of a row; null and empty ask nothing.
  record Question(
      String search,
      @Nullable String competition,
      @Nullable Position position,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /// Rows that have every word of the search somewhere in player, team, opponent or competition.
  List<PlayerMatch> find(Question question) {
    String[] words = Names.fold(question.search()).strip().split("\\s+");
    List<PlayerMatch> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      PlayerMatch row = rows.get(i);
      if (fits(row, question) && hasAll(texts.get(i), words)) {
        found.add(row);
      }
    }
    return found;
  }

  private static boolean fits(PlayerMatch row, Question question) {
    return (question.competition() == null || row.competition().equals(question.competition()))
        && (question.position() == null || row.position() == question.position())
        && (question.from() == null || !row.matchDate().isBefore(question.from()))
        && (question.to() == null || !row.matchDate().isAfter(question.to()));
  }

  private static boolean hasAll(String text, String[] words) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
