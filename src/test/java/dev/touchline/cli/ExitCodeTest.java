/// Every exit code is reached, with a sentence, a remedy and no secret.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.mcmc.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TrainedHome.class)
class ExitCodeTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void noCommandAndUnknownOptionsAreWrongUsage() {
    Program program = new Program(folder);
    assertThat(program.run("data").exit()).isEqualTo(2);
    Program.Run unknown = program.run("models", "list", "--nonsense");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("--nonsense").contains("touchline models list --help");
  }

  @Test
  void wrongUsageIsOneJsonDocumentWhereJsonWasAsked() {
    Program.Run run = new Program(folder).run("train", "--json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.error().get("code").getAsString()).isEqualTo("usage");
    assertThat(run.error().get("message").getAsString()).contains("--train-start");
    assertThat(run.error().get("remedy").getAsString()).contains("touchline train --help");
    assertThat(run.error().get("details").isJsonObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "14.06.2018, 2018-07-05, 2018-07-16, --train-start \"14.06.2018\"",
    "2018-06-01, 2018-06-31, 2018-07-16, --train-end \"2018-06-31\"",
    "2018-06-01, 2018-07-05, soon, --val-end \"soon\""
  })
  void badDatesNameOptionValueAndForm(String start, String end, String val, String named) {
    Program.Run run =
        new Program(folder)
            .run(
                "train",
                "--version",
                "v",
                "--train-start",
                start,
                "--train-end",
                end,
                "--val-end",
                val);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(named).contains("year-month-day");
  }

  @Test
  void windowsOutOfOrderAreWrongUsage() {
    Program.Run run =
        new Program(folder)
            .run(
                "train",
                "--version",
                "v",
                "--train-start",
                "2018-07-05",
                "--train-end",
                "2018-06-01",
                "--val-end",
                "2018-07-16");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("2018-07-05");
  }

  @Test
  void tooFewRowsAreInvalidData() {
    Program.Run run =
        new Program(folder)
            .run(
                "train",
                "--json",
                "--version",
                "v",
                "--train-start",
                "2018-06-14",
                "--train-end",
                "2018-06-15",
                "--val-end",
                "2018-07-16");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.error().get("code").getAsString()).isEqualTo("data");
  }

  @Test
  void aRunThatDoesNotConvergePublishesNothingAndSaysWhatToDo(Program program) {
    Program.Run run = program.train("bad", "--max-rhat", "1.0001");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).contains("not converged").contains("R-hat").contains("→ ");
    assertThat(program.home().resolve("models/bad")).doesNotExist();
    Program.Run json = program.train("bad", "--max-rhat", "1.0001", "--json");
    assertThat(json.exit()).isEqualTo(4);
    assertThat(json.json().get("status").getAsString()).isEqualTo("not_converged");
    assertThat(json.json().getAsJsonObject("convergence").getAsJsonArray("worst")).isNotEmpty();
  }

  @Test
  void aDamagedTraceIsAStorageFault(Program program) throws IOException {
    Path trace = program.home().resolve("models/v1/trace.nc");
    byte[] whole = Files.readAllBytes(trace);
    Files.write(trace, java.util.Arrays.copyOf(whole, whole.length / 2));
    Program.Run run =
        program.run(
            "predict", "v1", "--player", "9000101", "--opponent", "Belvoria", "--away", "--json");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.error().get("code").getAsString()).isEqualTo("storage");
    assertThat(run.error().get("message").getAsString()).contains("trace.nc");
    Program.Run verify = program.run("models", "verify", "v1");
    assertThat(verify.exit()).isEqualTo(5);
    assertThat(program.run("diagnose", "v1").exit()).isEqualTo(5);
  }

  @Test
  void aZarrStoreIsAStorageFaultThatTellsHowToConvert(Program program) throws IOException {
    Path store = Files.createDirectory(folder.resolve("run.zarr"));
    Files.writeString(store.resolve("zarr.json"), "{}");
    Program.Run run = program.run("diagnose", store.toString());
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("Zarr store").contains("from_zarr").contains("to_netcdf");
  }

  @Test
  void aHomeThatCannotBeMadeIsAStorageFault() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Program.Run run = new Program(file).run("models", "list");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("--home");
  }

  @Test
  void aDatabaseOutOfReachIsNamedWithoutItsPassword() throws IOException {
    Program.Run run =
        new Program(folder)
            .run("data", "status", "--json", "--db", "postgresql://ana:hush-hush@127.0.0.1:1/rows");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.error().get("code").getAsString()).isEqualTo("database");
    assertThat(run.error().get("message").getAsString()).contains("127.0.0.1");
    String log = Files.readString(folder.resolve("logs/touchline.log"));
    assertThat(run.out() + run.err() + log).doesNotContain("hush-hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dbs=postgresql://ana:hush-hush@host/rows",
        "--dbs postgresql://ana:hush-hush@host/rows",
        "--db=postgresql:/ana:hush-hush@host/rows",
        "--db postgresql://ana:of/hush-hush@host:x/rows",
        "--dbs ana:hush-hush@host/rows",
        "--dbs jdbc:postgresql://host/rows?user=ana&password=hush-hush",
        "--password hush-hush",
        "--db-pass=hush-hush",
        "postgresql://ana:hush-hush@host/rows"
      })
  void passwordsInMistypedOptionsAreStruckOut(String options) throws IOException {
    for (String json : List.of("-v", "--json")) {
      Program.Run run =
          new Program(folder).run(("data status -v " + json + " " + options).split(" "));
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("hush");
      Path log = folder.resolve("logs/touchline.log");
      assertThat(Files.exists(log) ? Files.readString(log) : "").doesNotContain("hush");
    }
  }

  @Test
  void passwordsOfTheEnvironmentAreStruckOutOfLogAndErrors() throws IOException {
    Map<String, String> environment =
        Map.of(
            "TOUCHLINE_HOME",
            folder.toString(),
            "TOUCHLINE_DB",
            "postgresql://ana:hush%2Dhush@127.0.0.1:1/rows");
    Program.Run run =
        failing(
            environment,
            () -> {
              throw new IllegalStateException("connecting with hush-hush or hush%2Dhush failed");
            });
    assertThat(run.error().get("message").getAsString()).contains("connecting with … or … failed");
    assertThat(run.out() + run.err() + log()).doesNotContain("hush");
    assertThat(log()).contains("connecting with … or … failed");
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("logs/touchline.log"));
  }

  @Test
  void memoryThatRunsOutHasItsOwnCode() {
    for (Throwable thrown :
        List.of(
            new OutOfMemoryError("Java heap space"),
            new IllegalStateException(new OutOfMemoryError("Java heap space")))) {
      Program.Run run = failing(() -> sneak(thrown));
      assertThat(run.exit()).isEqualTo(7);
      assertThat(run.error().get("code").getAsString()).isEqualTo("memory");
      assertThat(run.error().get("remedy").getAsString()).contains("TOUCHLINE_OPTS");
    }
  }

  @Test
  void aDefectIsOneSentenceAndItsStackIsInTheLog() throws IOException {
    Program.Run run =
        failing(
            () -> {
              throw new IllegalStateException("the impossible");
            });
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.error().get("code").getAsString()).isEqualTo("defect");
    assertThat(run.error().get("message").getAsString()).contains("the impossible");
    assertThat(run.err()).isEmpty();
    assertThat(log()).contains("the impossible").contains("\tat dev.touchline.cli.");
  }

  /// Fails while it is initialised, as a class does whose native library is missing.
  private static final class Unloadable {
    static final long ADDRESS = address();

    private static long address() {
      System.load(Path.of("no-such-library.so").toAbsolutePath().toString());
      return 1;
    }
  }

  private static int endless(int depth) {
    return depth < 0 ? 0 : endless(depth + 1) + 1;
  }

  static Stream<Arguments> errorsOfTheMachine() {
    return Stream.of(
        Arguments.of(
            (Runnable) () -> System.load("/no-such-library.so"),
            "A native library cannot be loaded",
            "touchline doctor"),
        Arguments.of(
            (Runnable) () -> assertThat(Unloadable.ADDRESS).isZero(),
            "A native library cannot be loaded",
            "touchline doctor"),
        Arguments.of(
            (Runnable) () -> sneak(new NoClassDefFoundError("io/jhdf/HdfFile")),
            "io/jhdf/HdfFile",
            "Install Touchline again"),
        Arguments.of((Runnable) () -> endless(0), "ran out of stack", "-Xss"),
        Arguments.of(
            (Runnable) () -> sneak(new AssertionError("the impossible")),
            "the impossible",
            "report this"));
  }

  @ParameterizedTest
  @MethodSource("errorsOfTheMachine")
  void errorsOfTheMachineAreOneSentenceWithARemedyAndTheirStackIsInTheLog(
      Runnable failure, String message, String remedy) throws IOException {
    Program.Run json = failing(failure);
    assertThat(json.exit()).isEqualTo(1);
    assertThat(json.error().get("code").getAsString()).isEqualTo("defect");
    assertThat(json.error().get("message").getAsString()).contains(message);
    assertThat(json.error().get("remedy").getAsString()).contains(remedy);
    assertThat(json.err()).isEmpty();
    assertThat(log()).contains("ERROR - unexpected failure").contains("\tat dev.touchline.cli.");
    Program.Run text =
        Program.run(
            Map.of("TOUCHLINE_HOME", folder.toString()),
            StopSignal.NEVER,
            failure,
            "models",
            "list");
    assertThat(text.exit()).isEqualTo(1);
    assertThat(text.out()).isEmpty();
    assertThat(text.err().lines()).hasSize(2);
    assertThat(text.err()).startsWith("Error: ").contains(message).contains(remedy);
  }

  @Test
  void whatFailsBeforeThereIsALogIsLoggedToo() throws IOException {
    AtomicBoolean begun = new AtomicBoolean();
    Map<String, String> environment =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, String>> entrySet() {
            return Set.of();
          }

          @Override
          @SuppressWarnings("NullAway")
          public @Nullable String get(@Nullable Object key) {
            if (!"TOUCHLINE_HOME".equals(key)) {
              return null;
            }
            if (begun.compareAndSet(false, true)) {
              throw new NoClassDefFoundError("some/Part");
            }
            return folder.toString();
          }
        };
    Program.Run run = Program.run(environment, StopSignal.NEVER, "models", "list");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(log()).contains("some/Part").contains("\tat dev.touchline.cli.");
  }

  @Test
  void aStoppedRunKeepsWhatItHas(Program program) {
    AtomicInteger asked = new AtomicInteger();
    StopSignal soon = () -> asked.incrementAndGet() > 300;
    Program.Run run = program.train(soon, "stopped", "--json");
    assertThat(run.exit()).isEqualTo(130);
    assertThat(run.json().get("status").getAsString()).isEqualTo("stopped");
    assertThat(program.home().resolve("models/stopped")).doesNotExist();
  }

  @Test
  void aRunStoppedBeforeItsFirstDrawEndsInOrderToo(Program program) {
    Program.Run run = program.train(() -> true, "none", "--json");
    assertThat(run.exit()).isEqualTo(130);
    assertThat(run.json().get("convergence").isJsonNull()).isTrue();
  }

  /// A run in which printing the result fails.
  private Program.Run failing(Runnable failure) {
    return failing(Map.of("TOUCHLINE_HOME", folder.toString()), failure);
  }

  private static Program.Run failing(Map<String, String> environment, Runnable failure) {
    return Program.run(environment, StopSignal.NEVER, failure, "models", "list", "--json");
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
