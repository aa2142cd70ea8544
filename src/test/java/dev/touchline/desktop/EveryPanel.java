/// A window with small versions in it whose panels all show something.
package dev.touchline.desktop;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.Home;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Trains the four models of a comparison with few draws, so that the window only has to read them.
final class EveryPanel {
  private EveryPanel() {}

  /// Fills an empty home: `v1` is served, and its single-task companions are there.
  static void train(Path home) {
    try (var workspace = new Workspace(new Home(home), DatabaseAddress.of(null, home))) {
      train(workspace, "v1", List.of(Prop.values()));
      for (Prop prop : Prop.values()) {
        train(workspace, "v1-" + prop.key(), List.of(prop));
      }
      workspace.models().serve("v1");
    }
  }

  private static void train(Workspace workspace, String version, List<Prop> props) {
    var split =
        new DateSplit(
            LocalDate.parse("2018-06-14"),
            LocalDate.parse("2018-07-03"),
            LocalDate.parse("2018-07-15"));
    var sampler = SamplerSettings.defaults().with(2, 60, 60, 7);
    var request = new TrainRequest(version, split, props, List.of(), sampler, 9, 0, StopRule.NONE);
    new Trainer(workspace).train(request, new TrainListener() {}, StopSignal.NEVER);
  }

  /// Brings something onto every panel but the first two, which fill themselves.
  static void fill(OpenWorkbench bench) {
    bench.panel(1);
    bench.await("rows", () -> bench.label("#data-count").contains("of 1,783"));
    bench.panel(2);
    bench.await("the dates", () -> bench.enabled("#train-go"));
    bench.panel(3);
    bench.await("the judgement", () -> bench.label("#diagnose-verdict").contains("R-hat"));
    bench.panel(4);
    bench.await("diagrams", () -> bench.label("#calibrate-average").contains("average"));
    bench.panel(5);
    bench.await("a version", () -> bench.enabled("#compare-run"));
    bench.click("#compare-run");
    bench.await("the comparison", () -> !bench.label("#compare-verdict").isEmpty());
    bench.panel(6);
    bench.await("the version", () -> bench.enabled("#predict-player"));
    bench.type("#predict-opponent", "ysm");
    bench.type("#predict-player", "bart pi");
    bench.await("an answer", () -> !bench.label("#predict-mean-goals").equals("–"));
    bench.panel(7);
    bench.await("versions", () -> bench.everything().contains("v1-goals"));
  }
}
