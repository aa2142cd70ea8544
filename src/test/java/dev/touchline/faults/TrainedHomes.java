/// Gives tests a home with a published version that a process of its own trained.
package dev.touchline.faults;

import dev.touchline.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Trains version `v1` on the sample tournament once a test run; every parameter is a copy of its
/// own.
final class TrainedHomes implements ParameterResolver {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(TrainedHomes.class);

  /// A home that goes away with its owner.
  record Home(Path path) implements ExtensionContext.Store.CloseableResource {

    /// The program on this home.
    Launch launch() {
      return Launch.on(path);
    }

    @Override
    public void close() throws IOException {
      TestFolders.delete(path);
    }
  }

  /// A training of a second or two: 112 rows, two short chains; more options at its end.
  static String[] training(String version, String... more) {
    return CommandLine.of("train", "--version", version)
        .twoDays()
        .twoChains(100)
        .with("--max-rhat", "3")
        .with(more)
        .array();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Home.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Home trained =
        context.getRoot().getStore(PLACE).getOrComputeIfAbsent("v1", key -> train(), Home.class);
    try {
      Home own = new Home(Files.createTempDirectory("touchline-faults"));
      context.getStore(PLACE).put(own.path(), own);
      TestFolders.copy(trained.path(), own.path());
      return own;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Home train() {
    try {
      Home home = new Home(Files.createTempDirectory("touchline-trained"));
      Ended run = home.launch().run(training("v1"));
      if (run.exit() != 0) {
        throw new IllegalStateException("training ended with " + run.exit() + ": " + run.said());
      }
      return home;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
