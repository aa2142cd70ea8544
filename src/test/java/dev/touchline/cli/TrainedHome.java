/// Trains one small version for all tests of the command line.
package dev.touchline.cli;

import dev.touchline.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a [Program] whose home holds the sample tournament and the published version `v1`. The
/// training runs once a test run; every parameter gets a copy that it may change.
final class TrainedHome implements ParameterResolver {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(TrainedHome.class);

  /// A folder that goes away with its owner.
  private record Folder(Path path) implements AutoCloseable {
    static Folder make() {
      try {
        return new Folder(Files.createTempDirectory("touchline-test"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      TestFolders.delete(path);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Program.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Folder trained =
        context
            .getRoot()
            .getStore(PLACE)
            .getOrComputeIfAbsent("trained", key -> train(), Folder.class);
    Folder own = Folder.make();
    context.getStore(PLACE).put(own.path(), own);
    try {
      TestFolders.copy(trained.path(), own.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Program(own.path());
  }

  private static Folder train() {
    Folder folder = Folder.make();
    Program.Run run = new Program(folder.path()).train("v1", "--max-rhat", "2");
    if (run.exit() != 0) {
      throw new IllegalStateException("training ended with " + run.exit() + ": " + run.err());
    }
    return folder;
  }
}
