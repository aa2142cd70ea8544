/// Every public part of the Java interface is described, and every description is right.
package dev.touchline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiReferenceTest {
  @Test
  void javadocHasNothingToRemark(@TempDir Path folder) {
    assertThat(ApiReference.write(folder.toString())).isEmpty();
    assertThat(folder.resolve("dev/touchline/work/package-summary.html")).matches(Files::exists);
  }
}
