/// Free space is asked of the folder itself, whatever is mounted where.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  @TempDir Path folder;

  @Test
  void theDiskOfAFolderHasRoom() throws Exception {
    assertThat(FreeSpace.of(folder)).isBetween(1L, folder.toFile().getTotalSpace());
  }

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertThatThrownBy(() -> FreeSpace.of(folder.resolve("gone")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
