/// A workspace that was closed leaves its files alone.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path folder;

  @Test
  void workThatOutlivesTheWorkspaceDoesNotOpenTheDatabaseAgain() {
    var workspace = new Workspace(new Home(folder), DatabaseAddress.of(null, folder));
    workspace.close();
    assertThatThrownBy(workspace::rows)
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.INTERRUPTED));
    assertThat(Files.exists(folder.resolve("database"))).isFalse();
  }
}
