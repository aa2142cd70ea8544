/// The Diagnose panel's presenter: versions, files, search, progress, failures; no toolkit.
package dev.touchline.desktop.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ConvergenceReport.Verdict;
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
import io.jhdf.HdfFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosePresenterTest {
  @TempDir Path folder;
  private final DiagnoseModel model = new DiagnoseModel();
  private Workspace workspace;
  private DiagnosePresenter presenter;

  @BeforeEach
  void open() {
    workspace = workspace();
    presenter = presenter(new Background(Runnable::run, Runnable::run));
  }

  private Workspace workspace() {
    Path home = folder.resolve("home");
    return new Workspace(new Home(home), DatabaseAddress.of(null, home));
  }

  private DiagnosePresenter presenter(Background background) {
    return new DiagnosePresenter(model, workspace, background, version -> {});
  }

  @AfterEach
  void close() {
    presenter.close();
    workspace.close();
  }

  @Test
  void anEmptyHomeOpensNothing() {
    presenter.refresh();
    assertThat(model.versions).isEmpty();
    assertThat(model.report.get()).isNull();
    assertThat(model.working.get()).isFalse();
    assertThat(model.message.get()).isEqualTo(Message.NONE);
  }

  @Test
  void versionsAndUnpublishedRunsAreJudged() throws IOException {
    train("v1");
    train("v2");
    workspace.models().serve("v1");
    Path left = workspace.home().unpublished().resolve("left");
    Files.move(workspace.home().models().resolve("v2"), left);
    presenter.refresh();
    assertThat(model.versions).containsExactly("v1", "left (unpublished)");
    assertThat(model.version.get()).isEqualTo("v1");
    ConvergenceReport report = report();
    assertThat(report.chains()).isEqualTo(2);
    assertThat(report.draws()).isEqualTo(80);
    assertThat(report.scalars().size()).isGreaterThan(500).isEqualTo(model.rows.get().size());
    assertThat(model.families)
        .startsWith(DiagnoseModel.ALL)
        .contains("alpha", "player_effect", "position_effect");
    assertThat(model.rows.get()).isSortedAccordingTo(ScalarRow.WORST_FIRST);
    assertThat(model.note.get()).isEqualTo(Message.NONE);
    assertThat(model.energy.get()).hasSize(2).allMatch(chain -> chain.length == 80);
    // Players and opponents are people's names, not ids.
    assertThat(rows("player_effect")).noneMatch(row -> row.subject().isEmpty());
    assertThat(rows("player_effect")).noneMatch(row -> row.of().matches("\\d+.*"));
    assertThat(rows("opponent_effect")).noneMatch(row -> row.of().matches("\\d+.*"));

    model.version.set("left (unpublished)");
    assertThat(model.version.get()).isEqualTo("left (unpublished)");
    assertThat(report()).isNotSameAs(report);
    assertThat(model.looked.get()).isNotNull();
  }

  @Test
  void whatNobodyChoseGivesWayToWhatIsServed() {
    train("v1");
    train("v2");
    workspace.models().serve("v1");
    presenter.refresh();
    assertThat(model.version.get()).isEqualTo("v1");
    workspace.models().serve("v2");
    presenter.refresh();
    assertThat(model.version.get()).isEqualTo("v2");
    ConvergenceReport report = report();
    presenter.refresh();
    assertThat(report()).isSameAs(report);
    // What was chosen stays.
    model.version.set("v1");
    presenter.refresh();
    assertThat(model.version.get()).isEqualTo("v1");
  }

  @Test
  void aFileThatArvizWroteIsJudged() throws URISyntaxException {
    // Source: golden/trace/, written by ArviZ 0.22.0.
    presenter.open(golden("arviz-netcdf4.nc"));
    assertThat(model.message.get()).isEqualTo(Message.NONE);
    assertThat(model.version.get()).isNull();
    assertThat(model.file.get()).endsWith("arviz-netcdf4.nc");
    assertThat(report().chains()).isEqualTo(2);
    assertThat(report().draws()).isEqualTo(12);
    assertThat(model.families).contains("mu", "player_effect", "no_names");
    model.search.set("osako cards");
    assertThat(model.rows.get()).hasSize(1);
    ScalarRow row = model.rows.get().getFirst();
    assertThat(row.of()).isEqualTo("Ōsako, cards");
    assertThat(row.subject()).isEqualTo("Ōsako");
    assertThat(model.looked.get().name()).isEqualTo("player_effect[Ōsako, cards]");
    assertThat(model.looked.get().draws()).hasDimensions(2, 12);
  }

  @Test
  void theWorstComesFirstAndConstantsLast() {
    presenter.open(sample("a.nc", 20, true));
    assertThat(report().verdict()).isEqualTo(Verdict.NOT_CONVERGED);
    List<ScalarRow> rows = model.rows.get();
    assertThat(rows.getFirst().summary().name()).isEqualTo(SampleTraces.APART);
    assertThat(report().sentence()).contains(SampleTraces.APART);
    assertThat(rows.subList(rows.size() - 3, rows.size()))
        .allMatch(row -> row.family().equals("player_corr") && row.trouble() < 0);
    assertThat(model.chosen.get()).isSameAs(rows.getFirst());
    Looked looked = Objects.requireNonNull(model.looked.get());
    assertThat(looked.name()).isEqualTo(SampleTraces.APART);
    assertThat(looked.otherName()).isEqualTo(rows.get(1).summary().name());
    double[] at = looked.history().at();
    double[] rhat = looked.history().rhat();
    assertThat(at[at.length - 1]).isEqualTo(60);
    assertThat(rhat[rhat.length - 1]).isEqualTo(rows.getFirst().summary().rhat());
    assertThat(looked.divergingFlat()).hasSize(240).contains(true);
    assertThat(report().divergences()).isEqualTo(3);
  }

  @Test
  void searchFamilyAndSubjectNarrowTheTable() {
    presenter.open(sample("a.nc", 20, true));
    model.family.set("alpha");
    assertThat(model.rows.get()).hasSize(3).allMatch(row -> row.family().equals("alpha"));
    assertThat(model.count.get()).isEqualTo("3 of 81");
    assertThat(model.chosen.get().family()).isEqualTo("alpha");
    assertThat(model.chosen.get().subject()).isEmpty();
    presenter.showSubject();
    assertThat(model.search.get()).isEmpty();
    model.family.set(DiagnoseModel.ALL);
    model.search.set("MODRIC sho");
    assertThat(model.rows.get()).hasSize(1);
    assertThat(model.chosen.get().of()).isEqualTo("Luka Modrić, shots");
    presenter.showSubject();
    assertThat(model.rows.get())
        .extracting(ScalarRow::of)
        .containsExactlyInAnyOrder(
            "Luka Modrić, goals", "Luka Modrić, shots", "Luka Modrić, cards");
    assertThat(model.chosen.get().of()).isEqualTo("Luka Modrić, shots");
    model.search.set("nobody");
    assertThat(model.rows.get()).isEmpty();
    assertThat(model.count.get()).isEqualTo("0 of 81");
    model.search.set("");
    model.other.set("alpha[goals]");
    assertThat(model.looked.get().otherName()).isEqualTo("alpha[goals]");
    // Any parameter can be kept as the second, also one far down.
    model.chosen.set(model.rows.get().getLast());
    presenter.useAsSecond();
    model.chosen.set(model.rows.get().getFirst());
    assertThat(model.looked.get().name()).isEqualTo(SampleTraces.APART);
    assertThat(model.looked.get().otherName())
        .isEqualTo(model.rows.get().getLast().summary().name());
  }

  @Test
  void whatAFileDoesNotHoldIsSaid() {
    presenter.open(sample("bare.nc", 5, false));
    assertThat(model.note.get().text()).contains("does not hold energies or divergences");
    assertThat(model.note.get().remedy()).contains("sample_stats");
    assertThat(model.divergencesKnown.get()).isFalse();
    assertThat(report().minEbfmi()).isNaN();
    presenter.open(sample("full.nc", 5, true));
    assertThat(model.note.get()).isEqualTo(Message.NONE);
    assertThat(model.divergencesKnown.get()).isTrue();
  }

  @Test
  void filesThatAreNoTraceAreRefusedWithWhatToDo() throws IOException {
    Path sound = sample("sound.nc", 5, true);
    presenter.open(sound);
    ConvergenceReport before = report();

    Path text = Files.writeString(folder.resolve("rows.nc"), "match_id,player\n".repeat(900));
    refused(text, "it is not a netCDF file", "Choose an InferenceData file");
    Path classic = folder.resolve("classic.nc");
    Files.write(classic, new byte[] {'C', 'D', 'F', 5, 0, 0, 0, 0, 0, 0, 0, 0});
    refused(classic, "netCDF file of the kind 5", "nccopy -k nc4");
    Path other = folder.resolve("other.nc");
    try (var hdf5 = HdfFile.write(other)) {
      hdf5.putDataset("x", new double[] {1, 2, 3});
    }
    refused(other, "it has no group posterior", "Choose an InferenceData file");
    Path group = folder.resolve("group.nc");
    try (var hdf5 = HdfFile.write(group)) {
      hdf5.putGroup("posterior").putDataset("x", new double[] {1, 2, 3});
    }
    refused(group, "no variables with dimensions chain and draw", "Choose an InferenceData file");
    refused(folder.resolve("gone.nc"), "there is no such file", "Choose an InferenceData file");
    refused(folder, "it is a folder", "Choose an InferenceData file");

    // What was there before is still there, and can be looked into.
    assertThat(report()).isSameAs(before);
    assertThat(model.file.get()).isEqualTo(sound.toString());
    model.chosen.set(model.rows.get().get(4));
    assertThat(model.looked.get().name()).isEqualTo(model.rows.get().get(4).summary().name());
  }

  @Test
  void aTraceThatWasCutOffIsRefused() throws IOException {
    byte[] good = Files.readAllBytes(sample("sound.nc", 50, true));
    Path cut = folder.resolve("cut.nc");
    for (double share : new double[] {0.05, 0.3, 0.6, 0.95}) {
      Files.write(cut, Arrays.copyOf(good, (int) (share * good.length)));
      refused(cut, "", "Restore the file from a copy");
    }
    byte[] flipped = good.clone();
    flipped[flipped.length / 2] ^= 8;
    Files.write(cut, flipped);
    refused(cut, "checksum", "Restore the file from a copy");
    assertThat(model.report.get()).isNull();
  }

  private void refused(Path file, String text, String remedy) {
    presenter.open(file);
    assertThat(model.working.get()).isFalse();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().text()).contains(file.toString()).contains(text);
    assertThat(model.message.get().remedy()).contains(remedy);
  }

  @Test
  void aDamagedVersionIsNamedAndTheOneBeforeStays() throws IOException {
    version("good", 5);
    presenter.refresh();
    assertThat(model.version.get()).isEqualTo("good");
    Files.writeString(version("bad", 5), "no trace any more");
    presenter.refresh();
    assertThat(model.versions).contains("good", "bad");
    model.version.set("bad");
    assertThat(model.message.get().text()).contains("bad");
    assertThat(model.version.get()).isEqualTo("good");
    assertThat(model.report.get()).isNotNull();
  }

  @Test
  void aTraceWrittenAnewIsJudgedAgain() {
    version("v1", 5);
    presenter.refresh();
    assertThat(model.rows.get()).hasSize(36);
    presenter.refresh();
    ConvergenceReport same = report();
    presenter.refresh();
    assertThat(report()).isSameAs(same);
    version("v1", 9);
    presenter.refresh();
    assertThat(model.rows.get()).hasSize(48);
  }

  @Test
  void whoWalksThroughTheTableSeesTheLastOneOnly() {
    Path file = sample("a.nc", 20, true);
    Queue<Runnable> waiting = new ArrayDeque<>();
    presenter = presenter(new Background(waiting::add, Runnable::run));
    presenter.open(file);
    drain(waiting);
    List<ScalarRow> rows = model.rows.get();
    for (int i = 1; i < 40; i++) {
      model.chosen.set(rows.get(i));
    }
    assertThat(waiting).hasSize(1);
    assertThat(drain(waiting)).isEqualTo(2);
    assertThat(model.looked.get().name()).isEqualTo(rows.get(39).summary().name());
  }

  private static int drain(Queue<Runnable> waiting) {
    int run = 0;
    for (Runnable task; (task = waiting.poll()) != null; run++) {
      task.run();
    }
    return run;
  }

  @Test
  void tensOfThousandsAreJudgedElsewhereWithProgressAndCanBeStopped() throws Exception {
    Path file = SampleTraces.write(folder.resolve("large.nc"), 18_000, 2, 24, true);
    Queue<Runnable> screen = new ConcurrentLinkedQueue<>();
    try (ExecutorService elsewhere = Executors.newFixedThreadPool(2)) {
      presenter = presenter(new Background(elsewhere, screen::add));
      presenter.open(file);
      assertThat(model.working.get()).isTrue();
      assertThat(model.workingOn.get()).isEqualTo("large.nc");
      assertThat(model.detail.get()).isEqualTo("Opening the file");
      while (model.share.get() <= 0) {
        Thread.sleep(1);
        presenter.frame();
      }
      assertThat(model.detail.get()).contains("of 54,021 parameters");
      presenter.stop();
      assertThat(model.working.get()).isFalse();
      while (screen.isEmpty()) {
        Thread.sleep(1);
      }
      drain(screen);
      assertThat(model.report.get()).isNull();
      assertThat(model.message.get()).isEqualTo(Message.NONE);

      presenter.open(file);
      double before = -1;
      while (screen.isEmpty()) {
        presenter.frame();
        assertThat(model.share.get()).isGreaterThanOrEqualTo(before - 0.001).isLessThanOrEqualTo(1);
        before = model.share.get();
        Thread.sleep(1);
      }
      drain(screen);
      assertThat(model.working.get()).isFalse();
      assertThat(model.rows.get()).hasSize(54_021);
      assertThat(model.rows.get().getFirst().summary().name()).isEqualTo(SampleTraces.APART);
      model.search.set("number 17");
      assertThat(model.count.get()).endsWith("of 54,021");
    }
  }

  private ConvergenceReport report() {
    return Objects.requireNonNull(model.report.get());
  }

  private List<ScalarRow> rows(String family) {
    return model.rows.get().stream().filter(row -> row.family().equals(family)).toList();
  }

  private Path sample(String name, int players, boolean statistics) {
    return SampleTraces.write(folder.resolve(name), players, 4, 60, statistics);
  }

  /// A folder of the store with nothing but a trace: it counts as damaged, but can be diagnosed.
  private Path version(String name, int players) {
    try {
      Path home = Files.createDirectories(workspace.home().models().resolve(name));
      return SampleTraces.write(home.resolve("trace.nc"), players, 4, 60, true);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void train(String version) {
    var split =
        new DateSplit(
            LocalDate.parse("2018-06-14"),
            LocalDate.parse("2018-07-05"),
            LocalDate.parse("2018-07-16"));
    var sampler = new SamplerSettings(2, 80, 80, 7, 0.8, 10, 1000, 2);
    var request =
        new TrainRequest(
            version, split, List.of(Prop.SHOTS), List.of(), sampler, 3, 0, StopRule.NONE);
    new Trainer(workspace).train(request, new TrainListener() {}, StopSignal.NEVER);
  }

  private static Path golden(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(DiagnosePresenterTest.class.getResource("/golden/trace/" + name))
            .toURI());
  }
}
