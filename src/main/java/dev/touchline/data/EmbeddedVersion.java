/// Refuses an embedded database that a newer release of its engine made.
package dev.touchline.data;

import dev.touchline.fault.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.Constants;

/// An older engine opens such a file and reads its rows, but cannot close it.
final class EmbeddedVersion {
  private static final String MADE_BY =
      "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'CREATE_BUILD'";

  private EmbeddedVersion() {}

  /// @param where the path of the database's file, without its ending
  static void refuseNewer(Connection connection, String where) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(MADE_BY)) {
      if (result.next() && result.getInt(1) > Constants.BUILD_ID) {
        throw new Fault(
            Fault.Kind.DATABASE,
            "The embedded database "
                + where
                + " was made by H2 build "
                + result.getInt(1)
                + ", which is newer than this program's "
                + Constants.BUILD_ID
                + ".",
            "Export its rows with the Touchline that made it (touchline data export) and import"
                + " them into another home.");
      }
    }
  }
}
