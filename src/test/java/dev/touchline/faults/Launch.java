/// How the program is started as a process of its own: home, Java options, environment.
package dev.touchline.faults;

import dev.touchline.Main;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The built program where `-Dtouchline.program=FOLDER` names one, as `mvn -Pfaults` does; else the
/// class path of the tests.
///
/// @param home `TOUCHLINE_HOME`
/// @param jvm options for Java
/// @param environment further variables
/// @param prefix a command that runs the command
/// @param absent parts of names of libraries that are left off the class path
/// @param main the class that is started
record Launch(
    Path home,
    List<String> jvm,
    Map<String, String> environment,
    List<String> prefix,
    List<String> absent,
    String main) {
  /// What lets a short run start and end soonest; vectors would need the second compiler.
  private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final String PROGRAM = Main.class.getName();

  /// The program on a home.
  static Launch on(Path home) {
    return new Launch(home, List.of(), Map.of(), List.of(), List.of(), PROGRAM);
  }

  /// With options for Java.
  Launch jvm(String... options) {
    return new Launch(home, joined(jvm, options), environment, prefix, absent, main);
  }

  /// With a variable of the environment.
  Launch with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Launch(home, jvm, more, prefix, absent, main);
  }

  /// Run by another command, such as one that changes the user or the clock.
  Launch under(String... command) {
    return new Launch(home, jvm, environment, List.of(command), absent, main);
  }

  /// Without libraries.
  Launch without(String... libraries) {
    return new Launch(home, jvm, environment, prefix, joined(absent, libraries), main);
  }

  /// With all libraries, where they are found usually.
  Launch withAll() {
    return new Launch(home, List.of(), environment, prefix, List.of("nothing"), main);
  }

  /// Another program of the tests in place of Touchline.
  Launch main(Class<?> other) {
    return new Launch(home, jvm, environment, prefix, absent, other.getName());
  }

  private static List<String> joined(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }

  /// Starts it and waits for its end.
  Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).ended();
  }

  /// Starts it and waits for its end.
  Ended run(CommandLine arguments) throws IOException, InterruptedException {
    return run(arguments.array());
  }

  /// Starts it.
  ProgramProcess start(String... arguments) throws IOException {
    String built = System.getProperty("touchline.program", "");
    List<String> command = new ArrayList<>(prefix);
    if (built.isEmpty() || !absent.isEmpty() || !main.equals(PROGRAM)) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
      if (jvm.stream().noneMatch(option -> option.startsWith("-XX:"))) {
        command.addAll(SMALL);
      }
      command.addAll(jvm);
      command.addAll(List.of("-cp", classPath(), main));
    } else {
      command.add(Path.of(built, "bin", "touchline").toAbsolutePath().toString());
    }
    command.addAll(List.of(arguments));
    // Not in the home: that may be full, or be the very thing that is looked at.
    Path out = Files.createTempFile("touchline-out", ".txt");
    Path err = Files.createTempFile("touchline-err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TOUCHLINE_"));
    builder.environment().put("TOUCHLINE_HOME", home.toString());
    builder.environment().put("TOUCHLINE_JAVA_HOME", System.getProperty("java.home"));
    if (!jvm.isEmpty()) {
      builder.environment().put("TOUCHLINE_OPTS", String.join(" ", jvm));
    }
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new ProgramProcess(home, process, out, err);
  }

  private String classPath() {
    return parts()
        .filter(part -> absent.stream().noneMatch(Path.of(part).getFileName().toString()::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// The class path of the tests; JUnit's own launcher has it in a class loader.
  private static Stream<String> parts() {
    return Launch.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs()).map(url -> Path.of(URI.create(url.toString())).toString())
        : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
  }
}
