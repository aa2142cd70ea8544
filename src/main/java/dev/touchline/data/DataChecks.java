/// Looks for rows that cannot be right.
package dev.touchline.data;

import dev.touchline.data.StoreStatus.DataProblem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The checks of [StoreStatus], one query each.
final class DataChecks {
  /// Cases that are listed of each check.
  static final int EXAMPLES = 20;

  private static final int FETCH_SIZE = 1_000;

  private DataChecks() {}

  static List<DataProblem> run(Connection connection, RowTables tables) throws SQLException {
    List<DataCheck> checks = new ArrayList<>();
    if (tables.mapping() != null) {
      checks.add(DataCheck.unusable(tables.usable()));
    }
    checks.addAll(DataCheck.USUAL);
    if (tables.mapping() == null) {
      checks.addAll(DataCheck.OWN);
    }
    List<DataProblem> problems = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      for (DataCheck check : checks) {
        long count = 0;
        List<String> examples = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(StatusReader.filled(check.sql(), tables))) {
          while (result.next()) {
            count++;
            if (examples.size() < EXAMPLES) {
              examples.add(result.getString(1));
            }
          }
        }
        if (count > 0) {
          problems.add(
              new DataProblem(
                  check.key(),
                  count,
                  check.message().formatted(count),
                  check.remedy(),
                  List.copyOf(examples)));
        }
      }
    }
    return List.copyOf(problems);
  }
}
