/// Trains two small versions for all tests of panels that need one.
package dev.touchline.desktop.predict;

import dev.touchline.TestFolders;
import dev.touchline.data.DatabaseAddress;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.ModelVariant;
import dev.touchline.work.Home;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a [Workspace] with the sample tournament, `v1` (all props, served) and `shots-only`. The
/// training runs once a test run; every test gets a copy that it may change.
public final class ServedHome implements ParameterResolver {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(ServedHome.class);

  /// A workspace in a folder that goes away with it.
  private record Owned(Path folder, Workspace workspace) implements AutoCloseable {
    static Owned in(Path folder) {
      return new Owned(folder, new Workspace(new Home(folder), DatabaseAddress.of(null, folder)));
    }

    @Override
    public void close() throws IOException {
      workspace.close();
      TestFolders.delete(folder);
    }
  }

  /// The folder that copies are taken from, its workspace closed.
  private record Trained(Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      TestFolders.delete(folder);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Workspace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Trained trained =
        context
            .getRoot()
            .getStore(PLACE)
            .getOrComputeIfAbsent("trained", key -> train(), Trained.class);
    Path own = folder();
    copy(trained.folder(), own);
    var owned = Owned.in(own);
    context.getStore(PLACE).put(own, owned);
    return owned.workspace();
  }

  private static Trained train() {
    Path folder = folder();
    try (var workspace = new Workspace(new Home(folder), DatabaseAddress.of(null, folder))) {
      train(workspace, "v1", List.of(Prop.values()), ModelVariant.REFERENCE);
      train(workspace, "shots-only", List.of(Prop.SHOTS), ModelVariant.REFERENCE);
      train(workspace, "teams", List.of(Prop.SHOTS), ModelVariant.TEAM);
      workspace.models().serve("v1");
    }
    return new Trained(folder);
  }

  private static void train(
      Workspace workspace, String version, List<Prop> props, ModelVariant variant) {
    var split =
        new DateSplit(
            LocalDate.parse("2018-06-14"),
            LocalDate.parse("2018-07-05"),
            LocalDate.parse("2018-07-16"));
    var sampler = new SamplerSettings(2, 400, 200, 7, 0.8, 10, 1000, 2);
    var request = new TrainRequest(version, split, props, List.of(), sampler, 3, 0, StopRule.NONE);
    new Trainer(workspace).train(request.with(variant), new TrainListener() {}, StopSignal.NEVER);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("touchline-predict");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
