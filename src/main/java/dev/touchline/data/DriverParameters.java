/// Which parameters of a database address are handed to its driver.
package dev.touchline.data;

import java.util.Locale;
import java.util.Set;

/// Addresses come from command lines, files and forms, and drivers do more than connect when they
/// are told to: load a class by name, run a script, write a log anywhere. Only parameters that do
/// nothing of that kind pass; a new one of a driver has to be added here first.
final class DriverParameters {
  private static final Set<String> POSTGRES =
      Set.of(
          "adaptivefetch",
          "allowencodingchanges",
          "applicationname",
          "application_name",
          "autosave",
          "binarytransfer",
          "cancelsignaltimeout",
          "channelbinding",
          "connect_timeout",
          "connecttimeout",
          "currentschema",
          "defaultrowfetchsize",
          "gssencmode",
          "gsslib",
          "gssresponsetimeout",
          "gssusedefaultcreds",
          "hostrecheckseconds",
          "jaasapplicationname",
          "jaaslogin",
          "kerberosservername",
          "loadbalancehosts",
          "localsocketaddress",
          "logintimeout",
          "maxresultbuffer",
          "options",
          "prefer_query_mode",
          "preferquerymode",
          "preparethreshold",
          "querytimeout",
          "readonly",
          "readonlymode",
          "receivebuffersize",
          "rewritebatchedinserts",
          "scrammaxiterations",
          "sendbuffersize",
          "sockettimeout",
          "ssl",
          "sslcert",
          "sslkey",
          "sslmode",
          "sslnegotiation",
          "sslpassword",
          "sslresponsetimeout",
          "sslrootcert",
          "sspiserviceclass",
          "target_session_attrs",
          "targetservertype",
          "tcpkeepalive",
          "tcpnodelay",
          "usespnego");

  /// INIT runs a script, and TRACE, SCRIPT and CLASSPATH settings reach beyond the database.
  private static final Set<String> H2 =
      Set.of(
          "access_mode_data",
          "cache_size",
          "cipher",
          "db_close_delay",
          "db_close_on_exit",
          "ifexists",
          "lock_timeout",
          "max_memory_rows",
          "mode",
          "write_delay");

  private DriverParameters() {}

  /// Whether PostgreSQL's driver may have it.
  static boolean postgres(String name) {
    return POSTGRES.contains(name.toLowerCase(Locale.ROOT));
  }

  /// Whether H2 may have it.
  static boolean h2(String name) {
    return H2.contains(name.toLowerCase(Locale.ROOT));
  }
}
