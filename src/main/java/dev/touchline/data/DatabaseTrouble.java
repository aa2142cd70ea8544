/// What a failed statement means, in words.
package dev.touchline.data;

import dev.touchline.fault.Fault;
import dev.touchline.fault.Memory;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the failures of one database into faults.
///
/// @param where the database, without secrets
/// @param embedded whether it is the embedded one
/// @param user the account, or null
/// @param settings what its statements were given
/// @param mapping the table that is read, or null for Touchline's own
record DatabaseTrouble(
    String where,
    boolean embedded,
    @Nullable String user,
    DatabaseSettings settings,
    @Nullable TableMapping mapping) {
  /// Error codes of H2 (org.h2.api.ErrorCode).
  private static final int H2_NOT_ENOUGH_RIGHTS = 90096;

  private static final int H2_IO = 90031;

  /// @param reading whether nothing was to be written
  /// @param tries how often it was tried
  Fault fault(SQLException e, boolean reading, int tries) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    TableMapping other = mapping;
    if (other != null && mapped(e, state, other) instanceof Fault fault) {
      return fault;
    }
    if (state.equals("42501")
        || state.equals("25006")
        || e.getErrorCode() == H2_NOT_ENOUGH_RIGHTS) {
      return denied(e, reading);
    }
    Fault memory = Memory.fault(e);
    if (memory != null) {
      return memory;
    }
    Fault full = FullDisk.of(e, where);
    if (full != null) {
      return full;
    }
    Fault damage = embedded ? FileDamage.of(e, where, reading) : null;
    if (damage != null) {
      return damage;
    }
    if (state.startsWith("53") || e.getErrorCode() == H2_IO) {
      return new Fault(
          Fault.Kind.STORAGE,
          "The database " + where + " could not write its files.",
          "Make room on its disk and run the command again.",
          e);
    }
    if (state.equals("57014")) {
      return new Fault(
          Fault.Kind.DATABASE,
          "The database "
              + where
              + " took longer than "
              + settings.statementTimeout().toSeconds()
              + " seconds for a statement.",
          "Allow more with statement_timeout_seconds in the home's "
              + DatabaseSettings.FILE
              + ", or ask for fewer rows.",
          e);
    }
    return new Fault(
        Fault.Kind.DATABASE,
        "The database "
            + where
            + " broke off the work"
            + (tries > 1 ? " (" + tries + " tries)." : "."),
        "Check that it still runs, then run the command again; nothing was half done.",
        Map.of("tries", tries),
        e);
  }

  private String account() {
    return "The account" + (user == null ? "" : " \"" + user + "\"");
  }

  private Fault denied(SQLException e, boolean reading) {
    return new Fault(
        Fault.Kind.DATABASE,
        account()
            + " may not "
            + (reading ? "read the rows of" : "write to")
            + " the database "
            + where
            + ".",
        reading
            ? "Grant it the rights that docs/postgresql.md names for reading."
            : "Use an account that may insert and update rows.",
        e);
  }

  private @Nullable Fault mapped(SQLException e, String state, TableMapping other) {
    String table = other.describe();
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return switch (state) {
      case "42P01", "3F000", "42S02", "90079" ->
          new Fault(
              Fault.Kind.USAGE,
              "The database " + where + " has no table " + table + ", which the mapping names.",
              "Correct schema and table in the home's " + DatabaseSettings.FILE + ".",
              e);
      case "42703", "42S22" ->
          new Fault(
              Fault.Kind.USAGE,
              "The table " + table + " lacks a column that the mapping needs: " + said + ".",
              "Name it under columns in the home's " + DatabaseSettings.FILE + ".",
              e);
      case "42501" ->
          new Fault(
              Fault.Kind.DATABASE,
              account() + " may not read the table " + table + ".",
              "Grant it USAGE on the schema and SELECT on the table.",
              e);
      case "42846" ->
          new Fault(
              Fault.Kind.USAGE,
              "A column of " + table + " has a type that cannot be read: " + said + ".",
              "Map a column of a fitting type, or make a view that converts it.",
              e);
      default ->
          state.startsWith("22")
              ? new Fault(
                  Fault.Kind.DATA,
                  "A value in " + table + " cannot be read: " + said + ".",
                  "Map a column of a fitting type, or make a view without such rows.",
                  e)
              : null;
    };
  }
}
