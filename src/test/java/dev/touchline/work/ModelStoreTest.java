/// The model store: listing, serving, deleting, pruning, damage.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.predict.TestModels;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path root;

  private ModelStore store;

  @BeforeEach
  void open() {
    store = new ModelStore(new Home(root));
  }

  @Test
  void versionsAreListedNewestFirst() throws IOException {
    save("b", 2);
    save("a", 3);
    save("c", 1);
    assertThat(store.list()).extracting(StoredModel::version).containsExactly("a", "b", "c");
    assertThat(store.list()).allMatch(model -> model.damage() == null && model.bytes() > 1000);
  }

  @Test
  void aVersionThatIsNotThereIsAFaultWithTheNearest() throws IOException {
    save("world-cup", 1);
    Fault fault = fault(() -> store.find("world-cap"));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
    assertThat(fault.getMessage()).contains("world-cap");
    assertThat(fault.remedy()).contains("world-cup");
  }

  @Test
  void oneVersionIsServedUntilAnotherIs() throws IOException {
    save("a", 1);
    save("b", 2);
    assertThat(store.served()).isEmpty();
    store.serve("a");
    assertThat(new ModelStore(new Home(root)).served()).contains("a");
    store.serve("b");
    assertThat(store.served()).contains("b");
    assertThat(store.find("b").served()).isTrue();
    assertThat(store.find("a").served()).isFalse();
    assertThat(Runs.names(root)).doesNotContain("served.json.part");
  }

  /// As two programs would: each with a store of its own.
  @Test
  void whatIsServedMeanwhileIsNotPruned() throws Exception {
    try (ExecutorService other = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 5; round++) {
        save("now", 90);
        store.serve("now");
        for (int i = 10; i < 30; i++) {
          save("v" + i, i);
        }
        Future<List<String>> prune = other.submit(() -> new ModelStore(new Home(root)).prune(1));
        Future<List<String>> also = other.submit(() -> new ModelStore(new Home(root)).prune(1));
        while (Files.exists(store.folder("v28")) && !prune.isDone()) {
          Thread.onSpinWait();
        }
        try {
          store.serve("v10");
        } catch (Fault gone) {
          assertThat(gone.kind()).isEqualTo(Fault.Kind.DATA);
        }
        assertThat(prune.get()).isNotNull();
        assertThat(also.get()).isNotNull();
        String served = store.served().orElseThrow();
        assertThat(served).isIn("v10", "now");
        assertThat(store.folder(served)).isDirectory();
        for (StoredModel model : store.list()) {
          FileTree.delete(model.folder());
        }
      }
    }
  }

  @Test
  void anUnreadableServedFileServesNothing() throws IOException {
    save("a", 1);
    for (String json :
        List.of(
            "{\"version\":",
            "{\"version\": null}",
            "{\"version\": \"a\\u0000\"}",
            "{\"version\": \"../models\"}",
            "{\"version\": \"..\"}",
            "{\"version\": \"\"}")) {
      Files.writeString(root.resolve("served.json"), json);
      assertThat(store.served()).as(json).isEmpty();
    }
    store.serve("a");
    assertThat(store.served()).contains("a");
  }

  @Test
  void theServedVersionIsNotDeleted() throws IOException {
    save("a", 1);
    save("b", 2);
    store.serve("a");
    assertThat(fault(() -> store.delete("a")).kind()).isEqualTo(Fault.Kind.USAGE);
    store.delete("b");
    assertThat(Runs.names(root.resolve("models"))).containsExactly("a");
  }

  @Test
  void pruningKeepsTheNewestAndTheServed() throws IOException {
    for (int age = 1; age <= 5; age++) {
      save("v" + age, age);
    }
    store.serve("v1");
    assertThat(store.prune(2)).containsExactlyInAnyOrder("v2", "v3");
    assertThat(Runs.names(root.resolve("models"))).containsExactly("v1", "v4", "v5");
    store.serve("v5");
    assertThat(store.prune(2)).containsExactly("v1");
    assertThat(store.prune(2)).isEmpty();
    assertThat(fault(() -> store.prune(0)).kind()).isEqualTo(Fault.Kind.USAGE);
  }

  @Test
  void damagedVersionsAreMarkedNotHidden() throws IOException {
    for (String version : List.of("no-trace", "no-results", "garbage", "newer", "whole")) {
      save(version, 1);
    }
    Files.delete(file("no-trace", "trace.nc"));
    Files.delete(file("no-results", "results.json"));
    Files.writeString(file("garbage", "metadata.json"), "{ not json");
    Files.writeString(
        file("newer", "results.json"),
        Files.readString(file("newer", "results.json"))
            .replace("\"format_version\": 1", "\"format_version\": 99"));
    assertThat(store.list())
        .hasSize(5)
        .allSatisfy(
            model ->
                assertThat(model.damage() == null)
                    .as(model.version())
                    .isEqualTo(model.version().equals("whole")));
    assertThat(Objects.requireNonNull(store.find("newer").damage())).contains("99");
    Fault fault = fault(() -> store.metadata(store.find("garbage")));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault.getMessage()).contains("garbage");
    store.delete("garbage");
    assertThat(store.list()).hasSize(4);
  }

  @Test
  void verifyingReadsTheTrace() throws IOException {
    save("a", 1);
    assertThat(store.verify(store.find("a"))).isEmpty();
    try (FileChannel trace =
        FileChannel.open(
            file("a", "trace.nc"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      trace.truncate(trace.size() / 2);
    }
    assertThat(store.verify(store.find("a"))).isNotEmpty();
  }

  @Test
  void verifyingComparesTheTraceWithItsDescription() throws IOException {
    save("a", 1);
    new TraceFiles()
        .write(
            TestModels.trace(TestModels.metadata(List.of(Prop.SHOTS), 6, 3, 2), 2, 9, 1),
            file("a", "trace.nc"));
    assertThat(store.verify(store.find("a"))).isNotEmpty();
  }

  private Path file(String version, String name) {
    return root.resolve("models").resolve(version).resolve(name);
  }

  private static Fault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return Objects.requireNonNull(catchThrowableOfType(Fault.class, call));
  }

  /// A small version made on the given day.
  private void save(String version, int day) throws IOException {
    ModelMetadata m = TestModels.metadata(List.of(Prop.SHOTS), 6, 3, 2);
    ModelMetadata metadata =
        new ModelMetadata(
            m.formatVersion(),
            version,
            Instant.parse("2018-07-01T00:00:00Z").plusSeconds(86_400L * day),
            m.status(),
            m.model(),
            m.props(),
            m.dates(),
            m.competitions(),
            m.rows(),
            m.matches(),
            m.validationRows(),
            m.validationMatches(),
            m.players(),
            m.playerRows(),
            m.opponents(),
            m.positionWeights(),
            m.features(),
            2,
            20,
            m.tune(),
            m.seed(),
            m.settings(),
            m.dataHash(),
            m.software(),
            m.seconds());
    Files.createDirectories(file(version, ""));
    MetadataFile.write(metadata, file(version, "metadata.json"));
    new TraceFiles().write(TestModels.trace(metadata, 2, 20, 1), file(version, "trace.nc"));
    ModelResults results =
        new ModelResults(
            ModelResults.FORMAT_VERSION,
            new ModelResults.Convergence(
                1.001, List.of(), 900, 800, Double.NaN, 0, "converged", "Fine.", List.of()),
            Map.of(),
            0.03,
            List.of(new ModelResults.GateLine("R-hat < 1.01", 1.001, true)),
            true,
            Map.of("sample", 1.5));
    Files.writeString(file(version, "results.json"), JsonForm.gson().toJson(results));
  }
}
