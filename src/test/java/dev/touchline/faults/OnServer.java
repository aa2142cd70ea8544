/// A home whose rows lie on a PostgreSQL server.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.PostgresServer;

/// @param home its models and settings
/// @param server with the sample tournament
record OnServer(TrainedHomes.Home home, PostgresServer server) {
  private static final String SECRET = "s3cret-of-the-desk";

  /// The sample's rows, for an account with a password.
  static OnServer filled(TrainedHomes.Home home, PostgresServer server) throws Exception {
    server.role("desk", SECRET);
    server.dropTables();
    server.run("GRANT ALL ON SCHEMA public TO desk", "GRANT CREATE ON DATABASE postgres TO desk");
    OnServer filled = new OnServer(home, server);
    Ended sample = filled.launch().run("data", "sample");
    assertThat(sample.exit()).as(sample.said()).isZero();
    return filled;
  }

  /// The program on it.
  Launch launch() {
    return home.launch()
        .with(
            "TOUCHLINE_DB",
            "postgresql://desk:" + SECRET + "@localhost:" + server.port() + "/postgres");
  }
}
