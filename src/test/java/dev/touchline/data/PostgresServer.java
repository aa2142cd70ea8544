/// One real PostgreSQL server for all tests that need one.
package dev.touchline.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts at the first need, stops at the end of the run. Asks for passwords, speaks TLS with the
/// certificate of [TestCertificate].
public final class PostgresServer {
  private final EmbeddedPostgres server;
  private final Path certificate;

  private PostgresServer(Running running) {
    server = running.server;
    certificate = running.certificate;
  }

  private record Running(EmbeddedPostgres server, Path certificate)
      implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  /// Gives the server to the constructors of tests.
  public static final class Provider implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return new PostgresServer(
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.GLOBAL)
              .getOrComputeIfAbsent(Running.class, key -> PostgresServer.start(), Running.class));
    }
  }

  private static Running start() {
    try {
      Path folder = Files.createTempDirectory("postgres");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      TestCertificate certificate = TestCertificate.make(folder);
      return new Running(
          builder(folder)
              .setServerConfig("ssl", "on")
              .setServerConfig("ssl_cert_file", certificate.certificate().toString())
              .setServerConfig("ssl_key_file", certificate.key().toString())
              .start(),
          certificate.certificate());
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
    }
  }

  /// A server to be started that asks for passwords; without this it would trust every local login.
  static EmbeddedPostgres.Builder builder(Path folder) throws IOException {
    Path logins = folder.resolve("logins.conf");
    Files.writeString(logins, "host all postgres all trust\nhost all all all scram-sha-256\n");
    Files.setPosixFilePermissions(logins, PosixFilePermissions.fromString("rw-r--r--"));
    return EmbeddedPostgres.builder().setServerConfig("hba_file", logins.toString());
  }

  public int port() {
    return server.getPort();
  }

  /// The certificate that a client has to trust.
  Path certificate() {
    return certificate;
  }

  /// Runs statements as the owner of everything.
  public void run(String... statements) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// An account without any right that it is not granted.
  public void role(String name, String password) {
    run(
        "DO $$ BEGIN CREATE ROLE "
            + name
            + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
        "ALTER ROLE " + name + " PASSWORD '" + password + "'");
  }

  /// Takes Touchline's tables away.
  public void dropTables() {
    run(
        "DROP TABLE IF EXISTS match_scores, player_matches, matches,"
            + " touchline_schema CASCADE");
  }

  /// @param login such as `user:password@`, or empty
  /// @param query such as `?sslmode=require`, or empty
  String url(String login, String query) {
    return "postgresql://" + login + "localhost:" + port() + "/postgres" + query;
  }
}
