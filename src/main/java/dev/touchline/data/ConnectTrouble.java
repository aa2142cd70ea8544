/// What a failed connection means, in words.
package dev.touchline.data;

import dev.touchline.fault.Causes;
import dev.touchline.fault.Fault;
import dev.touchline.fault.Owner;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;

/// The reading of a database's refusal.
///
/// @param hopeless whether waiting cannot help
/// @param kind the fault's kind
/// @param message one sentence
/// @param remedy one sentence
record ConnectTrouble(
    boolean hopeless, Fault.Kind kind, String message, String remedy, SQLException cause) {
  /// Error codes of H2 (org.h2.api.ErrorCode), which is not on every class path by name.
  private static final int H2_IN_USE = 90020;

  static ConnectTrouble of(DatabaseAddress address, SQLException e) {
    String where = address.describe();
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    // 08004: the driver's word for a login it cannot even try, such as one without a password.
    if (state.startsWith("28") || state.equals("08004")) {
      return new ConnectTrouble(
          true,
          Fault.Kind.DATABASE,
          "The database " + where + " refused the login of " + user(address) + ".",
          "Check the user and password given with the address (--db), or set PGPASSWORD.",
          e);
    }
    if (state.equals("3D000")) {
      return new ConnectTrouble(
          true,
          Fault.Kind.DATABASE,
          "The server has no database " + where + ".",
          "Create it, or correct its name in the address (--db).",
          e);
    }
    if (tls(e)) {
      return new ConnectTrouble(
          true,
          Fault.Kind.DATABASE,
          "The database " + where + " and this program do not agree on TLS.",
          "Check sslmode and sslrootcert of the address: whether the server offers TLS, and whose"
              + " certificate it shows.",
          e);
    }
    Fault full = address.embedded() ? FullDisk.of(e, where) : null;
    if (full != null) {
      return new ConnectTrouble(
          true, full.kind(), String.valueOf(full.getMessage()), full.remedy(), e);
    }
    Fault damage = address.embedded() ? FileDamage.of(e, where, true) : null;
    if (damage != null) {
      return new ConnectTrouble(
          true, damage.kind(), String.valueOf(damage.getMessage()), damage.remedy(), e);
    }
    return switch (e.getErrorCode()) {
      case H2_IN_USE ->
          new ConnectTrouble(
              false,
              Fault.Kind.DATABASE,
              "The database " + where + " is in use by another Touchline" + owner(where) + ".",
              "Close the other one, wait for it (--wait SECONDS), or choose another folder with"
                  + " --home.",
              e);
      default ->
          new ConnectTrouble(
              false,
              Fault.Kind.DATABASE,
              "The database " + where + " cannot be reached.",
              "Check that the server runs and that host, port and network are right.",
              e);
    };
  }

  /// Whether the server refuses TLS, or its certificate is not to be trusted. The driver tells the
  /// former by words alone.
  private static boolean tls(SQLException e) {
    for (Throwable cause : Causes.of(e)) {
      String said = String.valueOf(cause.getMessage());
      if (cause instanceof GeneralSecurityException
          || cause instanceof SSLException
          || said.contains("SSL")
          || said.contains("certificate")
          || said.contains("hostnameverifier")) {
        return true;
      }
    }
    return false;
  }

  Fault fault(int tries) {
    String sentence =
        hopeless ? message : message.substring(0, message.length() - 1) + " (" + tries + " tries).";
    Map<String, Object> details = new LinkedHashMap<>(Map.of("tries", tries));
    if (cause.getErrorCode() == H2_IN_USE) {
      details.put(Fault.BUSY, true);
    }
    return new Fault(kind, sentence, remedy, details, cause);
  }

  private static String owner(String where) {
    String owner = Owner.read(Backups.owner(Path.of(where)));
    return owner.isEmpty() ? "" : ", " + owner;
  }

  private static String user(DatabaseAddress address) {
    return address.user() == null ? "no user" : "user \"" + address.user() + "\"";
  }
}
