/// A certificate for a server of the tests.
package dev.touchline.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// Made by the JDK's own tool for `localhost`.
///
/// @param certificate PEM
/// @param key PEM, readable by its owner only, as servers demand
record TestCertificate(Path certificate, Path key) {
  private static final String SECRET = "changeit";

  static TestCertificate make(Path folder) throws IOException {
    Path store = folder.resolve("server.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                SECRET)
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try (InputStream stream = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(stream, SECRET.toCharArray());
      Path certificate =
          pem(
              folder.resolve("server.crt"),
              "CERTIFICATE",
              keys.getCertificate("server").getEncoded());
      Path key =
          pem(
              folder.resolve("server.key"),
              "PRIVATE KEY",
              keys.getKey("server", SECRET.toCharArray()).getEncoded());
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      return new TestCertificate(certificate, key);
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException("no certificate could be made: " + said, e);
    }
  }

  private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
